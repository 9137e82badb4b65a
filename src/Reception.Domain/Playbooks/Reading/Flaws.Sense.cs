namespace Reception.Domain.Playbooks.Reading;

/// <summary>What can be wrong with the whole of what was read.</summary>
internal static partial class Flaws
{
    public static Flaw UnreachableStage(Spot at, string stage) =>
        Of(at, "unreachable-stage", $"没有操作通到环节“{stage}”", $"no trigger leads to the stage '{stage}'");

    public static Flaw NoWayOut(Spot at, string stage) =>
        Of(at, "no-way-out", $"从环节“{stage}”走不到任何结束环节", $"from the stage '{stage}' no end can be reached");

    public static Flaw AfterTheEnd(Spot at, string stage, string trigger) =>
        Of(at, "after-the-end", $"“{stage}”是结束环节，不能再有操作“{trigger}”", $"'{stage}' ends the journey and cannot have the trigger '{trigger}'");

    public static Flaw NothingOpens(Spot at) =>
        Of(at, "nothing-opens", "没有 opens 操作，这个流程永远不会开始", "there is no trigger under 'opens': this playbook never begins");

    public static Flaw NoShowGoesOn(Spot at, string stage) =>
        Of(at, "no-show-goes-on", $"no-show 要通到结束环节，“{stage}”不是", $"no-show must lead to a stage that ends; '{stage}' does not");

    public static Flaw NobodyMayPull(Spot at, string trigger) =>
        Of(at, "nobody-may-pull", $"没有人能做操作“{trigger}”：by 里的岗位没有人能上", $"nobody may pull '{trigger}': nobody can take the positions it names");

    public static Flaw NowherePulled(Spot at, string trigger) =>
        Of(at, "nowhere-pulled", $"操作“{trigger}”没有任何环节可用", $"'{trigger}' can be pulled in no stage");

    public static Flaw OpensNowhere(Spot at, string trigger) =>
        Of(at, "opens-nowhere", $"操作“{trigger}”开始接待，要写 to", $"'{trigger}' opens a journey and needs 'to'");

    public static Flaw HoldAndUndo(Spot at, string trigger) =>
        Of(at, "hold-and-undo", $"“{trigger}”要长按，就不能撤销：写 undo: false", $"'{trigger}' is held because it cannot be undone: write undo: false");

    public static Flaw NeverHeld(Spot at, string trigger, string field) =>
        Of(at, "never-held", $"“{trigger}”要求持有“{field}”，但没有操作占用它", $"'{trigger}' requires '{field}' to be held, but no trigger leases it");

    public static Flaw NeverReady(Spot at, string trigger, string field) =>
        Of(at, "never-ready", $"“{trigger}”要求“{field}”已备好，但没有操作备好它", $"'{trigger}' requires '{field}' to be ready, but no trigger makes it so");

    public static Flaw NeverReleased(Spot at, string trigger, string field) =>
        Of(at, "never-released", $"“{trigger}”占用“{field}”之后，没有操作归还，也走不到结束", $"after '{trigger}' has taken '{field}', nothing gives it back and no end is in reach");

    public static Flaw NeverAsked(Spot at, string trigger, string field) =>
        Of(at, "never-asked", $"“{trigger}”要占用“{field}”，但没有操作问它", $"'{trigger}' takes '{field}', but no trigger asks for it");

    public static Flaw NoSuchPlaces(Spot at, string field, string kind) =>
        Of(at, "no-such-places", $"“{field}”要 {kind} 类的地方，案场一个也没有", $"'{field}' wants a place of kind {kind}; the venue has none");

    public static Flaw NeverRaised(Spot at, string alert) =>
        Of(at, "never-raised", $"呼叫“{alert}”没有人发出", $"the alert '{alert}' is never raised") with { Remark = true };

    public static Flaw AsksNobody(Spot at, string alert) =>
        Of(at, "asks-nobody", $"“{alert}”没有写呼叫谁（to）", $"'{alert}' asks nobody: 'to' is missing");

    public static Flaw MayAskNobody(Spot at, string alert) =>
        Of(at, "may-ask-nobody", $"“{alert}”只呼叫一个人，没有写他不在时改呼谁（else）", $"'{alert}' asks a person only; say whom instead ('else')");

    public static Flaw LadderEndsInNobody(Spot at, string what) =>
        Of(at, "ladder-ends-in-nobody", $"“{what}”的逐级上报最后可能没有人", $"the ladder of '{what}' can end in nobody");

    public static Flaw NobodysItem(Spot at, string item) =>
        Of(at, "nobodys-item", $"待办事项“{item}”没有岗位，或没有人能上那个岗位", $"the item '{item}' falls to nobody");

    public static Flaw NeverMade(Spot at, string item) =>
        Of(at, "never-made", $"待办事项“{item}”没有环节或操作用到", $"no stage and no trigger brings the item '{item}'") with { Remark = true };

    public static Flaw CallsWithoutDue(Spot at, string item) =>
        Of(at, "calls-without-due", $"“{item}”会呼叫，但没有到期时间（due）", $"'{item}' calls, but is never due");

    public static Flaw NoEta(Spot at, string what) =>
        Of(at, "no-eta", $"“{what}”要用预计到达时间，但没有问到它", $"'{what}' counts from the expected time, but nobody is asked for it");

    public static Flaw UseTwice(Spot at, string field, string use, string other) =>
        Of(at, "use-twice", $"“{field}”和“{other}”都写了 use: {use}", $"'{field}' and '{other}' both have use: {use}");

    public static Flaw NotGuarded(Spot at, string field) =>
        Of(at, "not-guarded", $"“{field}”是姓名或电话，class 要写 guarded", $"'{field}' is a name or a telephone number; its class must be guarded");

    public static Flaw NotTranslated(Spot at, string words) =>
        Of(at, "not-translated", $"英文里还有中文：“{words}”", $"the English still has Chinese in it: '{words}'");

    public static Flaw CannotBeFilled(Spot at, string gap) =>
        Of(at, "cannot-be-filled", $"{{{gap}}} 在这里填不出来", $"{{{gap}}} cannot be filled here");

    public static Flaw MayBeEmpty(Spot at, string gap) =>
        Of(at, "may-be-empty", $"{{{gap}}} 可能是空的，请放进方括号：[…{{{gap}}}]", $"{{{gap}}} may be empty; put it into brackets: […{{{gap}}}]");

    public static Flaw NotInTheStream(Spot at, string gap) =>
        Of(at, "not-in-the-stream", $"{{{gap}}} 只在客户卡里，不能放进呼叫；车牌用 {{plate}}", $"{{{gap}}} stays in the guest's card and cannot stand in a call; for the plate write {{plate}}");

    public static Flaw GivesAway(Spot at, string what) =>
        Of(at, "gives-away", $"播报会泄露“{what}”：耳机里不报电话、全车牌、受保护的内容和暗语的含义", $"spoken, this gives away '{what}': no telephone number, whole plate, protected word or hidden meaning is said aloud");

    public static Flaw NoDesk(Spot at) =>
        Of(at, "no-desk", "没有一个岗位写了 desk: true，没有人能管理", "no position has desk: true, so nobody can supervise");

    public static Flaw NoPosition(Spot at, string staff) =>
        Of(at, "no-position", $"“{staff}”没有可上的岗位", $"'{staff}' may take no position");

    public static Flaw NobodyThere(Spot at, string position) =>
        Of(at, "nobody-there", $"岗位“{position}”没有人能上", $"nobody may take the position '{position}'") with { Remark = true };
}

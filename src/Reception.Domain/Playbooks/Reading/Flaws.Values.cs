namespace Reception.Domain.Playbooks.Reading;

/// <summary>What can be wrong with a key or a value.</summary>
internal static partial class Flaws
{
    public static Flaw UnknownKey(Spot at, string key, IReadOnlyCollection<string> known)
    {
        var (zh, en) = Meant(key, known);
        return Of(at, "unknown-key", $"不认识的键“{key}”{zh}", $"unknown key '{key}'{en}");
    }

    public static Flaw MissingKey(Spot at, string key) =>
        Of(at, "missing-key", $"缺少“{key}”", $"'{key}' is missing");

    public static Flaw WrongType(Spot at, string key, string zh, string en) =>
        Of(at, "wrong-type", $"“{key}”应该是{zh}", $"'{key}' should be {en}");

    public static Flaw MissingLanguage(Spot at, string key, string language) =>
        Of(at, "missing-language", $"“{key}”缺少 {language} 的文字；要写成 {{zh: …, en: …}}", $"'{key}' lacks its words in {language}; write {{zh: …, en: …}}");

    public static Flaw BadText(Spot at, string key) =>
        Of(at, "bad-text", $"“{key}”里的花括号或方括号没有成对，或有看不见的控制字符", $"'{key}' has unpaired braces or brackets, or control characters that cannot be seen");

    public static Flaw TooLongText(Spot at, string key, int most) =>
        Of(at, "too-long", $"“{key}”太长，最多 {most} 个字", $"'{key}' is too long; at most {most} characters");

    public static Flaw UnquotedClock(Spot at, string value) =>
        Of(at, "unquoted-clock", $"时刻 {value} 要加引号，写成 \"{value}\"，否则会被读成数字", $"quote the clock time: \"{value}\"; unquoted, YAML reads it as a number");

    public static Flaw BadClock(Spot at, string value) =>
        Of(at, "bad-clock", $"“{value}”不是时刻，写成 \"09:00\"", $"'{value}' is not a time of day; write \"09:00\"");

    public static Flaw BadDuration(Spot at, string value) =>
        Of(at, "bad-duration", $"“{value}”不是时长，写成 30s、3m、1h 或 1h30m", $"'{value}' is not a duration; write 30s, 3m, 1h or 1h30m");

    public static Flaw BadId(Spot at, string id) =>
        Of(at, "bad-id", $"“{id}”不能作编号，只用小写字母、数字和连字符，字母开头", $"'{id}' cannot be an id; use small letters, digits and hyphens, a letter first");

    public static Flaw NotOneOf(Spot at, string key, string value, IReadOnlyCollection<string> known)
    {
        var (zh, en) = Meant(value, known);
        return Of(at, "not-one-of", $"“{key}”不能是“{value}”{zh}", $"'{key}' cannot be '{value}'{en}");
    }

    public static Flaw OutOfRange(Spot at, string key, int least, int most) =>
        Of(at, "out-of-range", $"“{key}”要在 {least} 到 {most} 之间", $"'{key}' must be between {least} and {most}");

    public static Flaw UnknownName(Spot at, Kind kind, string name, IReadOnlyCollection<string> known)
    {
        var (zh, en) = Meant(name, known);
        return Of(at, "unknown-" + kind.En, $"没有这个{kind.Zh}：“{name}”{zh}", $"there is no {kind.En} '{name}'{en}");
    }

    public static Flaw WrongFieldType(Spot at, string field, string wanted, string actual) =>
        Of(at, "wrong-field-type", $"“{field}”应该是 {wanted} 类型的字段，它是 {actual}", $"'{field}' must be a field of type {wanted}; it is {actual}");

    public static Flaw TextAsFact(Spot at, string field) =>
        Of(at, "text-as-fact", $"“{field}”是文字，只存在客户卡里，不能当作事实；请用 choice", $"'{field}' is text and lives in the guest's card; it cannot be a fact, use a choice");

    public static Flaw Twice(Spot at, Kind kind, string id) =>
        Of(at, "twice", $"{kind.Zh}“{id}”已经有了", $"there is already a {kind.En} '{id}'");

    public static Flaw DiffersElsewhere(Spot at, string trigger, Spot first) =>
        Of(at, "trigger-differs", $"操作“{trigger}”在 {first.File}:{first.Line} 已定义且内容不同；内容要一样，或换一个编号", $"trigger '{trigger}' is defined differently in {first.File}:{first.Line}; make them the same or give this one another id");

    public static Flaw Senseless(Spot at, string zh, string en) => Of(at, "senseless", zh, en);
}

/// <summary>A kind of name, in words.</summary>
internal sealed record Kind(string Zh, string En)
{
    public static readonly Kind Stage = new("环节", "stage");
    public static readonly Kind Trigger = new("操作", "trigger");
    public static readonly Kind Field = new("字段", "field");
    public static readonly Kind Alert = new("呼叫", "alert");
    public static readonly Kind Item = new("待办事项", "item");
    public static readonly Kind Refusal = new("拒绝用语", "refusal");
    public static readonly Kind Column = new("列", "column");
    public static readonly Kind Position = new("岗位", "position");
    public static readonly Kind PlaceKind = new("地方种类", "place-kind");
    public static readonly Kind Choice = new("选项", "choice");
    public static readonly Kind Playbook = new("流程", "playbook");
    public static readonly Kind Base = new("案场底本", "base");
    public static readonly Kind Place = new("地方", "place");
    public static readonly Kind Staff = new("员工", "staff");
    public static readonly Kind Phrase = new("短语", "phrase");
    public static readonly Kind Call = new("系统呼叫", "call");
}

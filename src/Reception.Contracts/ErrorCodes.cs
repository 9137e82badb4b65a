namespace Reception.Contracts;

/// <summary>
/// Every code that an answer, a problem or a <see cref="Blocked"/> may carry, with its words. Placeholders are filled by the hub:
/// <c>{who}</c> a person, <c>{at}</c> a time of day, <c>{guest}</c> a form of address, <c>{what}</c> a field, place or position, <c>{can}</c> what is possible now.
/// </summary>
public static class ErrorCodes
{
    // Malformed, not allowed, over a limit: no entry.
    public static readonly ErrorCode Malformed = new("malformed", 400, "看不懂这条指令：{what}", "This command cannot be read: {what}");
    public static readonly ErrorCode UnknownKind = new("unknown-kind", 400, "没有这种操作：{what}", "There is no such command: {what}");
    public static readonly ErrorCode UnknownArgument = new("unknown-argument", 400, "多了一项不认识的内容：{what}", "Unknown argument: {what}");
    public static readonly ErrorCode MissingArgument = new("missing-argument", 400, "缺少：{what}", "Missing: {what}");
    public static readonly ErrorCode BadArgument = new("bad-argument", 400, "{what} 的内容不对", "{what} has a value that cannot be used");
    public static readonly ErrorCode TooLong = new("too-long", 413, "{what} 太长，请缩短", "{what} is too long; please shorten it");
    public static readonly ErrorCode BadText = new("bad-text", 400, "{what} 里有看不见的控制字符，请重新输入", "{what} contains invisible control characters; please type it again");
    public static readonly ErrorCode TooLarge = new("too-large", 413, "内容超过 16 KB，发不出去", "More than 16 KB; it cannot be sent");
    public static readonly ErrorCode TooMany = new("too-many", 429, "操作太快，请稍候再试", "Too many commands; wait a moment and try again");
    public static readonly ErrorCode TooManyConnections = new("too-many-connections", 429, "这个网络地址的连接太多，请关掉不用的页面；不够用请管理员调高上限", "Too many connections from this address; close pages that are not used, or ask the administrator to raise the limit");
    public static readonly ErrorCode NotSignedIn = new("not-signed-in", 401, "请先登录", "Please sign in first");
    public static readonly ErrorCode NotAllowed = new("not-allowed", 403, "您的岗位不能做这项操作", "Your position may not do this");
    public static readonly ErrorCode OtherContent = new("other-content", 409, "同一编号已用于另一条指令，请重新操作", "This command id was used for something else; please do it again");
    public static readonly ErrorCode BadCode = new("bad-code", 403, "登录码不对、已用过或已过期，请向主管重新要一个", "The code is wrong, used or expired; ask a supervisor for a new one");
    public static readonly ErrorCode BadOrigin = new("bad-origin", 403, "这个网页地址不被允许", "This web address is not allowed");
    public static readonly ErrorCode NotFound = new("not-found", 404, "没有找到", "Not found");
    public static readonly ErrorCode Busy = new("busy", 503, "系统正忙，指令还在您的设备上，会自动重发", "The hub is busy; the command stays on your device and is sent again");
    public static readonly ErrorCode StoreFull = new("store-full", 507, "服务器磁盘已满，暂不能记录，请通知管理员，先用电话", "The server's disk is full; tell the administrator and use the telephone meanwhile");
    public static readonly ErrorCode Fault = new("fault", 500, "系统出错，这一步没有执行，已通知管理员", "Something failed here; nothing was done and the manager was told");

    // Refused by the state machine: an entry without events.
    public static readonly ErrorCode TooOld = new("too-old", 410, "这条指令已超过 24 小时，没有执行", "This command is more than 24 hours old and was not carried out");
    public static readonly ErrorCode Stale = new("stale", 409, "这次呼叫已过 2 分钟，没有发出；需要的话请重新呼叫", "This call is more than 2 minutes old and was not sent; call again if it is still needed");
    public static readonly ErrorCode UnknownPosition = new("unknown-position", 404, "没有这个岗位：{what}", "There is no such position: {what}");
    public static readonly ErrorCode UnknownStaff = new("unknown-staff", 404, "没有这位同事：{what}", "There is no such person: {what}");
    public static readonly ErrorCode UnknownGuest = new("unknown-guest", 404, "没有找到这位客户", "This guest is not here");
    public static readonly ErrorCode UnknownJourney = new("unknown-journey", 404, "没有找到这张接待单，可能已经结束", "This visit is not here; it may be over");
    public static readonly ErrorCode UnknownPlaybook = new("unknown-playbook", 404, "没有这个流程：{what}", "There is no such playbook: {what}");
    public static readonly ErrorCode UnknownTrigger = new("unknown-trigger", 404, "流程里没有这一步：{what}", "The playbook has no such step: {what}");
    public static readonly ErrorCode UnknownStage = new("unknown-stage", 404, "流程里没有这个环节：{what}", "The playbook has no such stage: {what}");
    public static readonly ErrorCode UnknownField = new("unknown-field", 400, "这一步不问这一项：{what}", "This step does not ask for: {what}");
    public static readonly ErrorCode UnknownAlert = new("unknown-alert", 404, "没有找到这次呼叫，可能早已结束", "This call is not here; it may be long over");
    public static readonly ErrorCode UnknownItem = new("unknown-item", 404, "没有找到这项待办", "This item is not here");
    public static readonly ErrorCode UnknownPlace = new("unknown-place", 404, "没有这个地方：{what}", "There is no such place: {what}");
    public static readonly ErrorCode UnknownPhrase = new("unknown-phrase", 404, "没有这句短语：{what}", "There is no such phrase: {what}");
    public static readonly ErrorCode UnknownSession = new("unknown-session", 404, "没有找到这台登录的设备", "This session is not here");
    public static readonly ErrorCode NotOnDuty = new("not-on-duty", 409, "您还没有上岗，请先开始上岗", "You are not on duty; start duty first");
    public static readonly ErrorCode NotYourPosition = new("not-your-position", 403, "这一步由 {what} 来做", "This step is for {what}");
    public static readonly ErrorCode PositionNotAllowed = new("position-not-allowed", 403, "您不能上这个岗位：{what}，请找主管", "You may not take this position: {what}; ask a supervisor");
    public static readonly ErrorCode NotNow = new("not-now", 409, "{guest}现在不能做这一步：{who}已于 {at} 操作“{what}”。现在可以：{can}", "Not possible now for {guest}: {who} did “{what}” at {at}. Possible now: {can}");
    public static readonly ErrorCode MissingField = new("missing-field", 409, "还缺：{what}", "Still missing: {what}");
    public static readonly ErrorCode ItemOpen = new("item-open", 409, "还没完成：{what}", "Not done yet: {what}");
    public static readonly ErrorCode NotCompanion = new("not-companion", 409, "没有销售人员陪同，请婉言谢绝，并请一位同事前来", "Nobody from sales comes along: decline politely and call a colleague");
    public static readonly ErrorCode NotHeld = new("not-held", 409, "{what} 还没有备妥或不在这位客户名下", "{what} is not ready for this guest");
    public static readonly ErrorCode NotEnough = new("not-enough", 409, "人手不够：{what}", "Not enough people: {what}");
    public static readonly ErrorCode VenueExclusive = new("venue-exclusive", 409, "现在清场接待 {guest}，请婉言谢绝", "The venue is closed for {guest}; decline politely");
    public static readonly ErrorCode PlaceTaken = new("place-taken", 409, "{what} 已由{guest}使用[，约 {minutes} 分钟后空出]", "{what} is taken by {guest}[, free in about {minutes} min]");
    public static readonly ErrorCode PlaceClosed = new("place-closed", 409, "{what} 停用中", "{what} is out of use");
    public static readonly ErrorCode NothingToUndo = new("nothing-to-undo", 409, "已不能撤销：超过 30 秒，或 {who} 已接着操作", "Too late to undo: 30 seconds are over, or {who} has gone on");
    public static readonly ErrorCode AlertOver = new("alert-over", 409, "这次呼叫已结束：{who} {at}", "This call is over: {who} {at}");
    public static readonly ErrorCode NotAsked = new("not-asked", 403, "这次呼叫没有问您", "This call does not ask you");
    public static readonly ErrorCode OwnCall = new("own-call", 403, "这是您自己发出的呼叫，等别人应答；不需要了请撤回", "This is your own call: somebody else answers it; take it back if it is not needed");
    public static readonly ErrorCode AlreadyAnswered = new("already-answered", 409, "{who} 已于 {at} 回答", "{who} answered at {at}");
    public static readonly ErrorCode AlreadyDelayed = new("already-delayed", 409, "已经稍候过一次，请选收到或去不了", "It was delayed once already; choose Copy or Can't");
    public static readonly ErrorCode NotYours = new("not-yours", 403, "只有发出的人能撤回", "Only the sender can take it back");
    public static readonly ErrorCode ItemOver = new("item-over", 409, "{what} 已由 {who} 于 {at} 完成", "{what} was done by {who} at {at}");
    public static readonly ErrorCode LimitReached = new("limit-reached", 409, "数量已到上限，请先结束已完成的接待，已通知经理", "The limit is reached; close what is finished. The manager was told");
    public static readonly ErrorCode NoReceiver = new("no-receiver", 409, "请选择呼叫谁", "Choose whom to call");
    public static readonly ErrorCode NeedsReason = new("needs-reason", 409, "需要选一个理由", "A reason is needed");
    public static readonly ErrorCode CoverNotPossible = new("cover-not-possible", 409, "{who} 现在不能替岗", "{who} cannot stand in now");
    public static readonly ErrorCode HeirNotPossible = new(
        "heir-not-possible", 409, "{who} 现在不能接 {what}：要在场、可上这个岗位", "{who} cannot take over {what} now: they must be here and may have the position");
    public static readonly ErrorCode VenueParked = new("venue-parked", 503, "这个案场的数据来自更新的版本，本服务器不处理，请联系管理员", "This venue's data comes from a newer version; this server will not touch it");

    // Said by a client itself; never by the hub.
    public static readonly ErrorCode SetAside = new("set-aside", 409, "这条指令两次使连接中断，已搁置、不再发送。请改用电话，并告诉管理员", "This command ended the connection twice and is not sent any more. Use the telephone, and tell the administrator");

    /// <summary>All codes by name.</summary>
    public static IReadOnlyDictionary<string, ErrorCode> All { get; } = typeof(ErrorCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<ErrorCode>().ToDictionary(code => code.Id, StringComparer.Ordinal);
}

/// <summary>A code, its HTTP status and its words.</summary>
public sealed record ErrorCode(string Id, int Status, string Zh, string En);

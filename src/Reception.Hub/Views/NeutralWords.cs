using Reception.Hub.Addressing;
using Text = Reception.Domain.Text;

namespace Reception.Hub.Views;

/// <summary>What is said where a word is missing: a sentence is never left with a hole, and never says a placeholder.</summary>
internal static class NeutralWords
{
    public static readonly Text Erased = new("已删除", "Erased");

    public static readonly Text Call = new("呼叫", "Call");
    public static readonly Text Item = new("待办事项", "a task");

    private static readonly Text Something = new("未说明", "not stated");

    private static readonly Dictionary<string, Text> ByPlaceholder = new(StringComparer.Ordinal)
    {
        ["address"] = FormOfAddress.Unnamed,
        ["plate"] = new("车牌未记", "no plate noted"),
        ["place"] = new("现场", "on site"),
        ["who"] = new("同事", "a colleague"),
        ["minutes"] = new("几", "a few"),
        ["count"] = new("几", "some"),
        ["item"] = Item,
    };

    /// <summary>What the hub itself calls things: kinds of what falls due, and its limits.</summary>
    private static readonly Dictionary<string, Text> ByKind = new(StringComparer.Ordinal)
    {
        ["alert"] = new("呼叫的逐级上报", "the next step of a call"),
        ["item"] = new("待办到时间", "a task that fell due"),
        ["itemlate"] = new("待办超时", "a task that is overdue"),
        ["noshow"] = new("客户未到", "a guest who has not come"),
        ["away"] = new("离岗到时间", "the end of an absence"),
        ["day"] = new("新的一天", "the turn of the day"),
        ["command"] = new("同事的一步操作", "what somebody tapped"),
        ["hub"] = new("系统自己的一步", "the hub's own work"),
        ["journeys"] = new("接待", "visits"),
        ["alerts"] = new("呼叫", "calls"),
        ["items"] = new("待办", "tasks"),
    };

    public static Text? Kind(string kind) => ByKind.GetValueOrDefault(kind);

    public static Contracts.Text MissingOnScreen(Contracts.Text words, IReadOnlyCollection<Text> missing) => missing.Count == 0
        ? words
        : new($"{words.Zh} · 未应答：{Zh(missing)}", $"{words.En} · no answer: {En(missing)}");

    public static Contracts.Text MissingInTheEar(Contracts.Text words, IReadOnlyCollection<Text> missing) => missing.Count == 0
        ? words
        : new($"{words.Zh}{Zh(missing)}没有应答。", $"{words.En} No answer from {En(missing)}.");

    public static Contracts.Text Aged(Contracts.Text words, int minutes) => minutes == 0
        ? words
        : new($"{minutes}分钟前的呼叫：{words.Zh}", $"{minutes} min ago: {words.En}");

    public static Text For(string placeholder) => ByPlaceholder.GetValueOrDefault(placeholder, Something);

    private static string Zh(IEnumerable<Text> names) => string.Join('、', names.Select(name => name.Zh));

    private static string En(IEnumerable<Text> names) => string.Join(", ", names.Select(name => name.En));
}

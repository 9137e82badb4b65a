using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>What can be wrong with a file itself, in words. One method per kind; the code is its name.</summary>
internal static partial class Flaws
{
    public static Flaw TooLarge(Spot at, int most) =>
        Of(at, "too-large", $"文件太大，最多 {most / 1024} KB", $"the file is too large; at most {most / 1024} KB");

    public static Flaw NotYaml(Spot at, string why) =>
        Of(at, "not-yaml", $"不是有效的 YAML：{why}", $"this is not valid YAML: {why}");

    public static Flaw EmptyFile(Spot at) =>
        Of(at, "empty-file", "文件是空的", "the file is empty");

    public static Flaw SecondDocument(Spot at) =>
        Of(at, "second-document", "一个文件只能有一份内容，去掉“---”之后的部分", "one file holds one document; remove what follows the second '---'");

    public static Flaw TooDeep(Spot at, int most) =>
        Of(at, "too-deep", $"嵌套超过 {most} 层", $"nested more than {most} levels deep");

    public static Flaw NoAnchors(Spot at) =>
        Of(at, "no-anchors", "不能用 & 和 * 引用，请把内容写两遍", "anchors (&) and aliases (*) are not used here; write it twice");

    public static Flaw NoTags(Spot at) =>
        Of(at, "no-tags", "不能用 ! 标记", "tags (!) are not used here; remove it");

    public static Flaw KeyNotText(Spot at) =>
        Of(at, "key-not-text", "键必须是一个词", "a key must be a word");

    public static Flaw TrapKey(Spot at, string key) =>
        Of(at, "trap-key", $"键“{key}”会被 YAML 当成真或假，请加引号或换一个词", $"YAML takes the key '{key}' for true or false; quote it or use another word");

    public static Flaw TwiceKey(Spot at, string key, Spot first) =>
        Of(at, "twice", $"“{key}”写了两遍，第一次在第 {first.Line} 行", $"'{key}' stands here twice, first in line {first.Line}");

    public static Flaw NoMerge(Spot at) =>
        Of(at, "no-merge", "“<<”合并在这里不能用", "'<<' does not merge here");

    /// <summary>Each once, in the order of the files.</summary>
    public static ImmutableArray<Flaw> Sorted(IEnumerable<Flaw> flaws) =>
    [
        .. flaws.Distinct().OrderBy(flaw => flaw.File, StringComparer.Ordinal).ThenBy(flaw => flaw.Line).ThenBy(flaw => flaw.Column),
    ];

    private static Flaw Of(Spot at, string code, string zh, string en) => new(at.File, at.Line, at.Column, code, new(zh, en));

    /// <summary>"; did you mean X?", or the whole list when it is short.</summary>
    private static (string Zh, string En) Meant(string written, IReadOnlyCollection<string> known)
    {
        if (Suggestion.For(written, known) is { } word)
        {
            return ($"；是不是“{word}”？", $"; did you mean '{word}'?");
        }

        return known.Count is > 0 and <= 24
            ? ($"；可用的有：{string.Join("、", known)}", $"; known here: {string.Join(", ", known)}")
            : ("", "");
    }
}

using Reception.Domain.Playbooks;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>Words with gaps.</summary>
public class WordingTests
{
    private static readonly Dictionary<string, string> Known = new() { ["address"] = "王先生", ["plate"] = "3 4 5", ["empty"] = "" };

    [Theory]
    [InlineData("{address}离场[，尾号{plate}]。", "王先生离场，尾号3 4 5。")]
    [InlineData("{address}离场[，车位{space}]。", "王先生离场。")]
    [InlineData("{address}[，{plate}，{space}]离场。", "王先生离场。")]
    [InlineData("[{empty}]离场", "离场")]
    [InlineData("没有空", "没有空")]
    [InlineData("{space}号", "？号")]
    [InlineData("", "")]
    [InlineData("开{", "开{")]
    [InlineData("开[x", "开[x")]
    [Rule("Y8")]
    public void A_part_in_brackets_is_left_out_when_a_gap_in_it_is_empty(string words, string filled) =>
        Wording.Fill(words, gap => Known.GetValueOrDefault(gap), _ => "？").Should().Be(filled);

    [Fact]
    public void Gaps_are_listed_with_whether_they_may_stay_empty() =>
        Wording.Gaps("{a}[，{b}{c}]{d}").Should().Equal(("a", false), ("b", true), ("c", true), ("d", false));

    [Theory]
    [InlineData("{a}[{b}]", true)]
    [InlineData("{a", false)]
    [InlineData("a}", false)]
    [InlineData("[[a]]", false)]
    [InlineData("{[a]}", false)]
    [InlineData("[{a]}", false)]
    public void Braces_and_brackets_are_paired_and_not_nested(string words, bool good) => Wording.IsWellFormed(words).Should().Be(good);
}

using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>The hash is the meaning: what is written about it does not matter, every word does.</summary>
public class HashTests
{
    private static string Hash(string text) => PlaybookReader.Read(Small.File, text).Value!.Hash;

    [Fact]
    [Rule("Y5")]
    public void A_hash_is_thirty_two_hex_digits_and_the_same_every_time() =>
        Hash(Small.Playbook).Should().MatchRegex("^[0-9a-f]{32}$").And.Be("2f2e3cc3d78f709edae587f32e6d0c18");

    [Fact]
    [Rule("Y5")]
    public void Comments_blank_lines_and_quotes_do_not_matter() =>
        Hash("# about it\n\n" + Small.Playbook.Replace("zh: 跑腿, en", "zh: \"跑腿\", en", StringComparison.Ordinal) + "\n# end\n").Should().Be(Hash(Small.Playbook));

    [Fact]
    [Rule("Y5")]
    public void The_order_of_keys_does_not_matter() =>
        Hash(Small.Playbook.Replace("due: {in: 3m}, late: {alert: late, after: 2m}", "late: {after: 2m, alert: late}, due: {in: 3m}", StringComparison.Ordinal))
            .Should().Be(Hash(Small.Playbook));

    [Theory]
    [InlineData("路上", "在路上")]
    [InlineData("target: 10m", "target: 11m")]
    [InlineData("by: [desk], needs", "by: [desk, runner], needs")]
    [InlineData("after: 2m", "after: 3m")]
    [InlineData("class: label", "class: journey")]
    [Rule("Y5")]
    public void Every_word_and_every_rule_matters(string from, string to) =>
        Hash(Small.Playbook.Replace(from, to, StringComparison.Ordinal)).Should().NotBe(Hash(Small.Playbook));

    [Fact]
    [Rule("Y3")]
    public void Two_triggers_of_one_id_are_one_when_they_are_alike_and_an_error_when_not()
    {
        const string Again = "begin: {name: {zh: 开始, en: Begin}, by: [runner], needs: [spot], to: running, lease: spot, alert: begun}";
        var alike = Small.Playbook.Replace("    triggers:\n      finish", $"    triggers:\n      {Again}\n      finish", StringComparison.Ordinal);
        var unlike = alike.Replace($"{Again}\n      finish", $"{Again.Replace("[runner]", "[desk]", StringComparison.Ordinal)}\n      finish", StringComparison.Ordinal);

        PlaybookReader.Read(Small.File, alike).Value!.Trigger("begin")!.From.Should().Equal("planned", "running");
        PlaybookReader.Read(Small.File, unlike).Flaws.Should().ContainSingle(flaw => flaw.Code == "trigger-differs" && flaw.Line == Small.LineOf("      finish"));
    }
}

using CsCheck;
using Reception.Domain.Playbooks.Reading;
using Check = Reception.Domain.Playbooks.Checking.Check;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>Bad input is an answer, never an exception and never a burden.</summary>
public class BoundTests
{
    [Fact]
    [Rule("Y1")]
    public void A_file_that_is_too_large_is_refused_before_it_is_read() =>
        Codes(new string('#', 300 * 1024)).Should().Equal("too-large");

    [Fact]
    [Rule("Y1")]
    public void Nesting_has_a_bound() =>
        Codes("playbook: " + new string('[', 5_000) + new string(']', 5_000)).Should().Contain("too-deep");

    [Fact]
    [Rule("Y1")]
    public void Aliases_are_never_followed_so_no_file_grows_while_it_is_read()
    {
        var bomb = "k0: &k0 [x, x]\n" + string.Join('\n', Enumerable.Range(1, 40).Select(step => $"k{step}: &k{step} [*k{step - 1}, *k{step - 1}]"));

        Codes(bomb).Should().Contain("no-anchors").And.NotContain("not-yaml");
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("# nothing", "empty-file")]
    [InlineData("playbook: [x", "not-yaml")]
    [InlineData("playbook: x\n\tname: y", "not-yaml")]
    [InlineData("playbook: \"x", "not-yaml")]
    [InlineData("playbook: x\n---\nplaybook: y", "second-document")]
    [InlineData("- a\n- b", "wrong-type")]
    [InlineData("text", "wrong-type")]
    [InlineData("? [a, b]\n: c", "key-not-text")]
    [Rule("Y1")]
    public void A_file_that_is_no_playbook_says_so(string text, string code) => Codes(text).Should().Contain(code);

    [Fact]
    public void A_file_that_is_neither_playbook_nor_venue_says_so() =>
        LibraryReader.Read(new(Small.VenueFile, Small.Venue), [new(Small.File, Small.Playbook), new("note.yaml", "a: b")]).Flaws
            .Should().ContainSingle(flaw => flaw.File == "note.yaml" && flaw.Code == "senseless");

    [Fact]
    [Rule("Y1")]
    public void Any_damage_to_a_file_leaves_flaws_or_a_library_and_never_an_exception()
    {
        var damage = Gen.Select(Gen.Int[0, Small.Playbook.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char["{}[]:,&*!#|>-'\"\\ \n\tab01\u0000\u202e好%@`?"], 0, 8]);
        damage.Array[1, 4].Sample(
            changes =>
            {
                var text = changes.Aggregate(Small.Playbook, (before, change) =>
                {
                    var at = Math.Min(change.Item1, before.Length);
                    return before.Remove(at, Math.Min(change.Item2, before.Length - at)).Insert(at, change.Item3);
                });
                var read = Small.Read(text);
                return (read.Library is null) == !read.Flaws.IsEmpty && Check.Library(read).All(flaw => flaw.Line > 0 && flaw.Words.Zh.Length > 0);
            },
            iter: 3_000);
    }

    private static IEnumerable<string> Codes(string text) => PlaybookReader.Read("x.yaml", text).Flaws.Select(flaw => flaw.Code);
}

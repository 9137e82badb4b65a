using Reception.Hub.Cards;
using Reception.Hub.Tests.Storage;

namespace Reception.Hub.Tests.Cards;

/// <summary>"Same id, other content" is seen, and the same content always is the same.</summary>
public sealed class CommandDigestTests
{
    private readonly GuestIndex _index = new(Append.Bytes(32, 1));

    [Fact, Rule("P5")]
    public void The_order_of_arguments_does_not_matter()
    {
        Digest("pull", [("a", "1"), ("b", "2")]).Should().Equal(Digest("pull", [("b", "2"), ("a", "1")]));
    }

    [Fact, Rule("P5")]
    public void No_fields_are_the_same_as_empty_fields()
    {
        _index.Digest("pull", Map([]), null).Should().Equal(_index.Digest("pull", Map([]), Map([])));
    }

    [Fact, Rule("P5")]
    public void Other_content_is_another_digest()
    {
        byte[][] digests =
        [
            Digest("pull", [("a", "1")]),
            Digest("call", [("a", "1")]),
            Digest("pull", [("a", "2")]),
            Digest("pull", [("a1", "")]),
            Digest("pull", []),
            _index.Digest("pull", Map([]), Map([("a", "1")])),
        ];

        digests.Select(Convert.ToHexString).Should().OnlyHaveUniqueItems();
    }

    [Fact, Rule("P13")]
    public void Another_installation_makes_another_digest()
    {
        new GuestIndex(Append.Bytes(32, 2)).Digest("pull", Map([]), null).Should().NotEqual(Digest("pull", []));
    }

    private static Dictionary<string, string> Map((string Name, string Text)[] pairs) => pairs.ToDictionary(p => p.Name, p => p.Text);

    private byte[] Digest(string kind, (string, string)[] args) => _index.Digest(kind, Map(args), null);
}

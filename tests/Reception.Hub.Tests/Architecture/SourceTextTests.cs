namespace Reception.Hub.Tests.Architecture;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("""Go("touring");""", "touring")]
    [InlineData("""Go(@"tour""ing");""", "tour\"\"ing")]
    [InlineData("""Go("a\"b", "c");""", "a\"b|c")]
    [InlineData("go('touring', `x ${y}`)", "touring|x ${y}")]
    [InlineData("""Go(); // "touring" """, "")]
    [InlineData("""/* "touring" */ Go("http://x");""", "http://x")]
    public void Literals_are_what_stands_in_quotes_outside_comments(string text, string literals) =>
        string.Join('|', SourceText.Of(text).Literals.Select(literal => literal.Replace("\\\"", "\"", StringComparison.Ordinal))).Should().Be(literals);

    [Fact]
    public void Code_has_neither_comments_nor_the_contents_of_literals() =>
        SourceText.Of("class A /* class B */ { string s = \"class C\"; } // class D").Code.Should()
            .Contain("class A").And.NotContainAny("class B", "class C", "class D");
}

namespace Reception.Hub.Tests.Architecture;

/// <summary>
/// Procedures are data. Code that names one, or a stage or position of one, works for that venue only;
/// engine-words.txt lists the English words that are the engine's own as well.
/// </summary>
public sealed class VocabularyTests
{
    private static readonly Dictionary<string, string> EngineWords =
        Repository.Read("tests/Reception.Hub.Tests/Architecture/engine-words.txt").Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0].Trim(), parts => parts.ElementAtOrDefault(1)?.Trim() ?? "");

    [Fact]
    public void No_code_names_a_procedure_a_stage_or_a_position()
    {
        var ids = PlaybookIds.Read().Except(EngineWords.Keys).ToHashSet();

        Repository.Sources(".cs", ".ts", ".tsx")
            // Generated from the contracts; words are phrase tables, the one place that speaks of positions; fixtures are a playbook made up for pictures.
            .Where(file => !new[] { ".gen.", "/words/", "/fixtures/" }.Any(part => file.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(file => Naming(Repository.Read(file), ids).Select(id => $"\"{id}\" in {file}"))
            .ShouldBeNone();
    }

    [Fact]
    public void A_word_of_the_engine_has_a_reason() => EngineWords.Values.Should().NotContain("");

    [Fact]
    public void A_word_of_the_engine_is_still_a_word_of_a_playbook()
    {
        if (PlaybookIds.Read() is { Count: > 0 } ids)
        {
            EngineWords.Keys.Should().BeSubsetOf(ids, "a word that collides with no id needs no exception");
        }
    }

    [Theory]
    [InlineData("""Go("touring");""", "touring")]
    [InlineData("""Go("they were touring the room");""", "")]
    [InlineData("""Load("playbooks/sales-visit.yaml");""", "sales-visit")]
    [InlineData("""Load("presales-visitor");""", "")]
    [InlineData("""Touring(); // "touring" """, "")]
    public void A_single_word_counts_alone_a_hyphenated_one_anywhere(string code, string found) =>
        string.Join(',', Naming(code, new HashSet<string> { "touring", "sales-visit" })).Should().Be(found);

    [Fact]
    public void Ids_are_read_from_a_playbook_and_from_a_venue()
    {
        PlaybookIds.Of("sales-visit", "{name: x, stages: {seated: {}, touring: {}}}").Should().BeEquivalentTo("sales-visit", "seated", "touring");
        PlaybookIds.Of("repair", "{stages: [{id: logged}, done]}").Should().BeEquivalentTo("repair", "logged", "done");
        PlaybookIds.Of("venue", "{positions: {water-bar: {}}}").Should().BeEquivalentTo("water-bar");
    }

    private static IEnumerable<string> Naming(string text, IReadOnlySet<string> ids)
    {
        var literals = SourceText.Of(text).Literals;
        return ids.Where(id => literals.Any(literal => literal == id || (id.Contains('-', StringComparison.Ordinal) && Contains(literal, id))));
    }

    private static bool Contains(string literal, string id)
    {
        var at = literal.IndexOf(id, StringComparison.Ordinal);
        return at >= 0
            && (at == 0 || !Joins(literal[at - 1]))
            && (at + id.Length == literal.Length || !Joins(literal[at + id.Length]));
    }

    private static bool Joins(char c) => char.IsLetterOrDigit(c) || c == '-';
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Reads a map whose keys are a closed list. Every value that cannot be used leaves a flaw and a harmless stand-in.</summary>
internal sealed partial class MapReader
{
    private const int MaxText = 300;

    private readonly Node.Map map;
    private readonly Scope scope;

    private MapReader(Node.Map map, Scope scope)
    {
        this.map = map;
        this.scope = scope;
    }

    public Spot At => map.At;

    public Scope Scope => scope;

    /// <summary>Null and a flaw when it is no map; unknown keys leave flaws.</summary>
    public static MapReader? Of(Node? node, string what, Scope scope, ImmutableArray<string> keys)
    {
        if (node is not Node.Map map)
        {
            if (node is not null)
            {
                scope.Add(Flaws.WrongType(node.At, what, $"一组键：{string.Join("、", keys)}", $"a map of {string.Join(", ", keys)}"));
            }

            return null;
        }

        foreach (var key in map.Entries.Select(entry => entry.Key).Where(key => !keys.Contains(key.Value)))
        {
            scope.Add(key.Value == "<<" ? Flaws.NoMerge(key.At) : Flaws.UnknownKey(key.At, key.Value, keys));
        }

        return new(map, scope);
    }

    /// <summary>The value of a key; an empty one counts as not there.</summary>
    public Node? this[string key] => map[key] is { IsEmpty: false } node ? node : null;

    public Node? Needed(string key)
    {
        var node = this[key];
        if (node is null)
        {
            scope.Add(Flaws.MissingKey(map.At, key));
        }

        return node;
    }

    public string? Word(string key, bool needed = false)
    {
        var node = needed ? Needed(key) : this[key];
        return node is null ? null : WordOf(node, key);
    }

    public string? OneOf(string key, IReadOnlyCollection<string> known, bool needed = false)
    {
        if ((needed ? Needed(key) : this[key]) is not { } node || WordOf(node, key) is not { } word)
        {
            return null;
        }

        if (known.Contains(word))
        {
            return word;
        }

        scope.Add(Flaws.NotOneOf(node.At, key, word, known));
        return null;
    }

    public bool Flag(string key, bool otherwise = false)
    {
        switch (this[key])
        {
            case null:
                return otherwise;
            case Node.Scalar { Plain: true, Value: "true" or "false" } flag:
                return flag.Value == "true";
            case var node:
                scope.Add(Flaws.WrongType(node.At, key, "true 或 false", "true or false"));
                return otherwise;
        }
    }

    public int? Number(string key, int least, int most)
    {
        if (this[key] is not { } node)
        {
            return null;
        }

        if (node is not Node.Scalar number || !int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            scope.Add(Flaws.WrongType(node.At, key, "整数", "a whole number"));
            return null;
        }

        if (value < least || value > most)
        {
            scope.Add(Flaws.OutOfRange(node.At, key, least, most));
            return null;
        }

        return value;
    }

    public TimeSpan? Duration(string key, bool needed = false) =>
        (needed ? Needed(key) : this[key]) is { } node ? Clocks.Duration(node, key, scope) : null;

    public TimeOnly? Clock(string key) => this[key] is { } node ? Clocks.Time(node, key, scope) : null;

    /// <summary>Words in both languages. Where <paramref name="plain"/> is allowed (names of places and people), one text stands for both.</summary>
    public Text? Text(string key, bool needed = false, bool plain = false)
    {
        var node = needed ? Needed(key) : this[key];
        return node is null ? null : TextOf(node, key, scope, plain);
    }

    public static Text? TextOf(Node node, string what, Scope scope, bool plain = false)
    {
        if (plain && node is Node.Scalar { Empty: false } both)
        {
            return Checked(both, what, scope) is { } word ? Domain.Text.Of(word) : null;
        }

        if (node is not Node.Map)
        {
            scope.Add(Flaws.WrongType(node.At, what, "两种语言的文字 {zh: …, en: …}", "words in both languages {zh: …, en: …}"));
            return null;
        }

        var languages = Of(node, what, scope, ["zh", "en"])!;
        return new(Language(languages, "zh", what), Language(languages, "en", what));
    }

    /// <summary>A list, or one value standing for a list of one.</summary>
    public ImmutableArray<Node> List(string key) => this[key] switch
    {
        null => [],
        Node.List list => list.Items,
        var one => [one],
    };

    public ImmutableArray<string> Refs(string key, Kind kind, IReadOnlyCollection<string>? known)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var node in List(key))
        {
            if (scope.Refer(node, kind, known) is not { } name)
            {
                continue;
            }

            if (names.Contains(name))
            {
                scope.Add(Flaws.Twice(node.At, kind, name));
                continue;
            }

            names.Add(name);
        }

        return names.ToImmutable();
    }

    public string? Ref(string key, Kind kind, IReadOnlyCollection<string>? known, bool needed = false) =>
        (needed ? Needed(key) : this[key]) is { } node ? scope.Refer(node, kind, known) : null;

    public ImmutableArray<PositionId> Positions(string key) =>
        [.. Refs(key, Kind.Position, scope.Names.Positions).Select(name => new PositionId(name))];

    /// <summary>A map from ids to things, in the order of the file.</summary>
    public IEnumerable<(string Id, Node Value, Spot At)> Things(string key, bool anyCase = false)
    {
        switch (this[key])
        {
            case null:
                yield break;
            case Node.Map things:
                foreach (var (id, value) in things.Entries.Where(entry => !entry.Value.IsEmpty))
                {
                    if (!(anyCase ? AnyId() : Id()).IsMatch(id.Value))
                    {
                        scope.Add(Flaws.BadId(id.At, id.Value));
                        continue;
                    }

                    yield return (id.Value, value, id.At);
                }

                break;
            case var node:
                scope.Add(Flaws.WrongType(node.At, key, "编号到内容的一组键", "a map from ids"));
                break;
        }
    }

    private string? WordOf(Node node, string key)
    {
        if (node is Node.Scalar scalar)
        {
            return scalar.Value;
        }

        scope.Add(Flaws.WrongType(node.At, key, "一个词", "one word"));
        return null;
    }

    private static string Language(MapReader languages, string language, string what)
    {
        if (languages[language] is Node.Scalar scalar && scalar.Value.Trim().Length > 0)
        {
            return Checked(scalar, $"{what}.{language}", languages.scope) ?? "";
        }

        languages.scope.Add(Flaws.MissingLanguage(languages.At, what, language));
        return "";
    }

    private static string? Checked(Node.Scalar scalar, string what, Scope scope)
    {
        var text = scalar.Value.Trim();
        if (text.Length > MaxText)
        {
            scope.Add(Flaws.TooLongText(scalar.At, what, MaxText));
            return null;
        }

        if (!Wording.IsWellFormed(text) || text.Any(letter => char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format))
        {
            scope.Add(Flaws.BadText(scalar.At, what));
            return null;
        }

        return text;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex AnyId();
}

using System.Text.Json.Serialization;

namespace Reception.Domain;

/// <summary>
/// A word of a closed list: a trigger, a stage, a template, a field, a choice, a number, a time in ms, ids parted by commas. Never free text:
/// only <c>[A-Za-z0-9_.:,/-]</c>, so that no word about a guest can slip into an event.
/// </summary>
[JsonConverter(typeof(IdConverter<Key>))]
public readonly record struct Key(string Value) : IId<Key>
{
    public static Key Of(string value) => new(value);

    public static implicit operator Key(string value) => new(value);

    public static implicit operator string(Key key) => key.Value;

    /// <summary>Whether a text may be a key at all; at most 200 characters.</summary>
    public static bool Fits(string text) =>
        text is { Length: <= 200 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or ':' or ',' or '/' or '-');

    public override string ToString() => Value;
}

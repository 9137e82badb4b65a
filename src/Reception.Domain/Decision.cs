using System.Collections.Immutable;

namespace Reception.Domain;

/// <summary>What a command comes to: events, or a refusal; and the words about guests that are written in the same statement, apart from the events.</summary>
public sealed record Decision(ImmutableArray<Event> Events, Refusal? Refusal, ImmutableArray<CardChange> Cards)
{
    public static Decision Nothing { get; } = new([], null, []);

    public static Decision Of(IEnumerable<Event> events) => new([.. events], null, []);

    public static Decision No(Refusal refusal) => new([], refusal, []);

    public static Decision No(string code, params (string Name, Key Value)[] args) => No(Domain.Refusal.Because(code, args));
}

/// <summary>Words about one guest: fields that are set (empty text clears), at revision <paramref name="Rev"/>; or the end of the card.</summary>
public sealed record CardChange(GuestId Guest, long Rev, ImmutableDictionary<string, string> Fields, bool Erase);

namespace Reception.Hub.Cards;

/// <summary>The words on a guest's card in the clear: only in memory, on the way to or from the vault.</summary>
/// <param name="Guest">The guest's id, or a journey's for a note without a guest.</param>
/// <param name="Rev">The entry that writes it.</param>
/// <param name="Fields">Field id → text; the whole card, not a difference.</param>
/// <param name="Phone">What a return visit is found by; spaces and dashes do not matter.</param>
/// <param name="Plate">As <paramref name="Phone"/>; case, dots and spaces do not matter.</param>
internal sealed record CardText(
    string Guest, long Rev, IReadOnlyDictionary<string, string> Fields, string? Phone = null, string? Plate = null)
{
    /// <summary>Names the guest and never says the words, so that no log line can.</summary>
    public override string ToString() => $"card of {Guest} at {Rev}";
}

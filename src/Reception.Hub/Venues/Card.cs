using System.Collections.Immutable;
using Reception.Domain;

namespace Reception.Hub.Venues;

/// <summary>What the stream may say of a guest. The words themselves stay sealed; nothing here is guarded.</summary>
/// <param name="Rev">The entry that wrote the row it was read from.</param>
/// <param name="Address">Form of address; empty when nobody has given one.</param>
/// <param name="Labels">Other labels by field id, masked.</param>
/// <param name="Initials">Latin initial of the surname, or empty.</param>
internal sealed record Card(GuestId Guest, long Rev, string Address, ImmutableDictionary<string, string> Labels, string Initials)
{
    /// <summary>Names the guest and never says the words, so that no log line can.</summary>
    public override string ToString() => $"card of {Guest} at {Rev}";
}

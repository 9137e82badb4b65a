using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Tests.Builders;

/// <summary>What must hold after every entry, whatever anybody did.</summary>
internal static class Soundness
{
    public static void Check(VenueState before, VenueState after, Entry entry, Library library)
    {
        Holds(entry.Seq == before.Seq + 1 && after.Seq == entry.Seq, "the sequence has no gap");
        _ = library;
    }

    private static void Holds(bool condition, string rule)
    {
        if (!condition)
        {
            throw new SoundnessException(rule);
        }
    }
}

internal sealed class SoundnessException(string rule) : Exception($"unsound: {rule}");

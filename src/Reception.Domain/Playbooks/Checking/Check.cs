using System.Collections.Frozen;
using System.Collections.Immutable;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Playbooks.Checking;

/// <summary>
/// Whether what was read makes sense: a journey can go through it and end, every call reaches somebody, every word can be said and gives nothing away.
/// Reading finds what is wrong in a line; this finds what is wrong in the whole.
/// </summary>
public static class Check
{
    /// <summary>Flaws of reading, or, when it could be read, of sense.</summary>
    public static ImmutableArray<Flaw> Library(LibraryReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Library is not { } library)
        {
            return reading.Flaws;
        }

        var venue = VenueChecks.Of(library.Venue, reading.Marks[LibraryReader.Venue]);
        var playbooks = library.ByHash.Values.SelectMany(playbook => Playbook(playbook, library.Venue, reading.Marks[playbook.Id]));
        return Flaws.Sorted(venue.Concat(playbooks));
    }

    /// <summary>A playbook in its venue.</summary>
    public static ImmutableArray<Flaw> Playbook(Playbook playbook, VenueBook venue, FrozenDictionary<string, Spot> marks)
    {
        var subject = new Subject(playbook, venue, marks);
        return Flaws.Sorted(
        [
            .. StageChecks.Of(subject),
            .. TriggerChecks.Of(subject),
            .. PlaceChecks.Of(subject),
            .. AlertChecks.Of(subject),
            .. ItemChecks.Of(subject),
            .. FieldChecks.Of(subject),
            .. WordChecks.Of(subject),
        ]);
    }
}

/// <summary>What is checked, and where its parts were written.</summary>
internal sealed record Subject(Playbook Playbook, VenueBook Venue, FrozenDictionary<string, Spot> Marks)
{
    public Spot At(string what) => Marks.TryGetValue(what, out var spot) ? spot : Marks.GetValueOrDefault("playbook");

    /// <summary>People who may stand at one of the positions; a venue without staff has not said yet.</summary>
    public bool SomebodyMayBe(IEnumerable<PositionId> positions) =>
        Venue.Staff.IsEmpty || positions.Any(position => Venue.Staff.Any(person => person.Allowed.Contains(position)));

    /// <summary>Triggers that can be pulled in a stage.</summary>
    public IEnumerable<Trigger> From(string stage) => Playbook.Triggers.Where(trigger => trigger.From.Contains(stage));
}

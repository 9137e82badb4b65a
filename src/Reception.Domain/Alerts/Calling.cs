using System.Collections.Immutable;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>A free call in ready words (短语).</summary>
internal static class Calling
{
    /// <summary>Older than this it is refused as stale: nobody wants to hear yesterday's radio. An emergency is never stale.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    public static Refusal? Raise(Work work, Command.Raise raise)
    {
        if (Duty.OnDuty(work) is not { } person)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (!work.Venue.Phrases.TryGetValue(raise.Phrase, out var phrase))
        {
            return Refusal.Because(RefusalCodes.UnknownPhrase, ("what", Key.Fits(raise.Phrase) ? raise.Phrase : ""));
        }

        var template = phrase.Alert;
        if (template.Kind != AlertKind.Emergency && work.Now - work.MadeAt > Fresh)
        {
            return Refusal.Because(RefusalCodes.Stale);
        }

        if (Unknown(work, raise) is { } unknown)
        {
            return unknown;
        }

        var targets = To(raise, template);
        if ((targets.IsEmpty && raise.Staff is null) || raise.Staff == person.Id)
        {
            return Refusal.Because(RefusalCodes.NoReceiver);
        }

        if (phrase.NeedsPlace && raise.Place is null && template.Kind != AlertKind.Emergency)
        {
            return Refusal.Because(RefusalCodes.MissingField, ("field", "place"));
        }

        if (Limits.ForCall(work, template) is { } full)
        {
            return full;
        }

        Raising.Raise(work, new Call(work.Venue.Hash, template)
        {
            Journey = raise.Journey,
            From = person.Id,
            FromPosition = person.Positions.Select(position => (PositionId?)position).FirstOrDefault(),
            Place = raise.Place,
            UndoUntil = work.Time + work.Venue.Settings.Undo,
            To = targets,
            People = raise.Staff is { } named ? [named] : [],
        });
        return null;
    }

    /// <summary>Whom the sender chose; nobody: whom the phrase is for.</summary>
    private static ImmutableArray<Target> To(Command.Raise raise, AlertTemplate template) => raise switch
    {
        { Everyone: true } => [new Target.Everyone()],
        { To.IsDefaultOrEmpty: false } => [.. raise.To.Select(position => new Target.Position(position))],
        { Staff: not null } => [],
        _ => template.To,
    };

    private static Refusal? Unknown(Work work, Command.Raise raise)
    {
        foreach (var position in raise.To.IsDefault ? [] : raise.To)
        {
            if (!work.State.Positions.ContainsKey(position))
            {
                return Refusal.Because(RefusalCodes.UnknownPosition, ("position", position.Value));
            }
        }

        return raise switch
        {
            { Staff: { } staff } when !work.State.Staff.ContainsKey(staff) => Refusal.Because(RefusalCodes.UnknownStaff, ("what", staff.Value)),
            { Journey: { } journey } when !work.State.Journeys.ContainsKey(journey) => Refusal.Because(RefusalCodes.UnknownJourney),
            { Place: { } place } when !work.State.Places.ContainsKey(place) => Refusal.Because(RefusalCodes.UnknownPlace, ("place", place.Value)),
            _ => null,
        };
    }
}

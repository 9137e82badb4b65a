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
        if (targets.IsEmpty && raise.Staff is null)
        {
            return Refusal.Because(RefusalCodes.NoReceiver);
        }

        if (phrase.NeedsPlace && raise.Place is null && template.Kind != AlertKind.Emergency)
        {
            return Refusal.Because(RefusalCodes.MissingField, ("field", "place"));
        }

        if (work.State.Alerts.Values.Count(alert => alert.Open) >= work.Venue.Settings.MaxAlerts && template.Kind != AlertKind.Emergency)
        {
            return Refusal.Because(RefusalCodes.LimitReached);
        }

        var call = new Call(
            work.Venue.Hash, template, raise.Journey, person.Id, person.Positions.Select(position => (PositionId?)position).FirstOrDefault(), raise.Place,
            ImmutableDictionary<Key, Key>.Empty, work.Time + work.Venue.Settings.Undo, targets)
        {
            People = raise.Staff is { } named ? [named] : [],
        };
        Raising.Raise(work, call);
        return null;
    }

    private static ImmutableArray<Target> To(Command.Raise raise, AlertTemplate template)
    {
        if (raise.Everyone)
        {
            return [new Target.Everyone()];
        }

        return raise.To.IsDefaultOrEmpty ? template.To : [.. raise.To.Select(position => new Target.Position(position))];
    }

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

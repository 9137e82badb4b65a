using Reception.Contracts;

namespace Reception.Client;

/// <summary>An answer to an alert that this person sent.</summary>
public sealed record AlertAnswered(AlertView Alert, AlertAnswer By);

/// <summary>Compares two sets of views: what was answered, what is over.</summary>
internal static class AlertWatch
{
    public static IEnumerable<AlertAnswered> Answered(ViewSet before, ViewSet after, Changes changes, string me) =>
        from alert in Touched(after, changes)
        where alert.Staff == me && before.Venue is not null
        let earlier = before.Alerts.GetValueOrDefault(alert.Id)?.Answers ?? []
        from answer in alert.Answers ?? []
        where !earlier.Contains(answer)
        select new AlertAnswered(alert, answer);

    /// <summary>Alerts that this client knew as open: those that closed, and those that went away while it was away.</summary>
    public static IEnumerable<AlertView> Over(ViewSet before, ViewSet after, Changes changes)
    {
        var closed = Touched(after, changes).Where(alert => alert.IsOver() && before.Alerts.TryGetValue(alert.Id, out var earlier) && !earlier.IsOver());
        var touchable = changes.Reset ? before.Alerts.Values : (changes.Gone ?? []).Where(gone => gone.Kind == "alert").Select(gone => before.Alerts.GetValueOrDefault(gone.Id));
        return closed.Concat(touchable.OfType<AlertView>().Where(alert => !alert.IsOver() && !after.Alerts.ContainsKey(alert.Id)));
    }

    private static IEnumerable<AlertView> Touched(ViewSet after, Changes changes) =>
        changes.Reset ? after.Alerts.Values : (changes.Alerts ?? []).Select(alert => after.Alerts.GetValueOrDefault(alert.Id)).OfType<AlertView>();
}

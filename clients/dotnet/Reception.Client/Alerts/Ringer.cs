using Reception.Contracts;

namespace Reception.Client;

/// <summary>
/// Rings what is open, asks this person and was not answered, and again every <see cref="AlertView.AgainSeconds"/>. Runs on the client's event loop:
/// no locks.
/// </summary>
internal sealed class Ringer(TimeProvider time, VenueTime venue, Action<Action> post, Action<AlertView> ring) : IDisposable
{
    // In a demo whose clock runs fast, rings stay apart for a human ear.
    private static readonly TimeSpan Closest = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Ringing> ringing = new(StringComparer.Ordinal);

    public void See(ViewSet views, string me, Func<string, bool> answering)
    {
        foreach (var gone in ringing.Where(one => !Wanted(views, views.Alerts.GetValueOrDefault(one.Key), me, answering)).ToList())
        {
            gone.Value.Dispose();
            ringing.Remove(gone.Key);
        }

        foreach (var alert in views.Alerts.Values)
        {
            if (!Wanted(views, alert, me, answering))
            {
                continue;
            }

            if (ringing.TryGetValue(alert.Id, out var already))
            {
                already.Alert = alert;
                continue;
            }

            var one = new Ringing(alert);
            ringing.Add(alert.Id, one);
            Ring(one);
        }
    }

    public void Dispose()
    {
        foreach (var one in ringing.Values)
        {
            one.Dispose();
        }

        ringing.Clear();
    }

    private void Ring(Ringing one)
    {
        ring(one.Alert);
        if (one.Alert.AgainSeconds > 0 && one.Alert.Answer != "none")
        {
            var again = venue.Host(TimeSpan.FromSeconds(one.Alert.AgainSeconds));
            one.Timer?.Dispose();
            one.Timer = time.CreateTimer(_ => post(() => Again(one)), null, again > Closest ? again : Closest, Timeout.InfiniteTimeSpan);
        }
    }

    private void Again(Ringing one)
    {
        if (ringing.GetValueOrDefault(one.Alert.Id) == one)
        {
            Ring(one);
        }
    }

    private static bool Wanted(ViewSet views, AlertView? alert, string me, Func<string, bool> answering) =>
        alert is { State: "open" } && views.Asks(alert, me) && !alert.AnsweredBy(me) && !answering(alert.Id);

    private sealed class Ringing(AlertView alert) : IDisposable
    {
        public AlertView Alert { get; set; } = alert;

        public ITimer? Timer { get; set; }

        public void Dispose() => Timer?.Dispose();
    }
}

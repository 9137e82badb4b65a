using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Domain.Venues;

namespace Reception.Chaos.Worlds;

/// <summary>P6 and P7 in the log: steps in their order, at their time, once; nobody takes what is taken.</summary>
internal sealed class Calls(World world)
{
    private static readonly TimeSpan LateQuiet = TimeSpan.FromSeconds(2);

    /// <summary>Since the last fault, and since a node runs at all.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    // A clock that is put back by less is waited for; the rest is what a node may be wrong by.
    private static readonly TimeSpan AheadMost = TimeSpan.FromSeconds(3.5);

    private readonly HashSet<VenueEvents.FellDue> _fired = [];

    public void Judge(VenueState before, Entry entry, VenueState after)
    {
        var steps = new Dictionary<AlertId, int>();
        foreach (var happened in entry.Events)
        {
            switch (happened)
            {
                case VenueEvents.ClockMovedBack moved:
                    world.Hold("P6", world.ClockSteps > 0, $"entry {entry.Seq}: the clock went back by {moved.By} though nobody moved it");
                    _fired.Clear();
                    break;
                case VenueEvents.FellDue fell:
                    world.Hold("P6", _fired.Add(fell), $"entry {entry.Seq}: {fell} fires twice");
                    world.Hold("P6", fell.Due <= entry.At, $"entry {entry.Seq}: {fell} fires before its time");
                    InTime(entry, fell);
                    break;
                case AlertEvents.AlertStepped stepped when before.Alerts.TryGetValue(stepped.Alert, out var alert):
                    var at = steps.GetValueOrDefault(stepped.Alert, alert.Step);
                    world.Hold("P6", stepped.Step > at, $"entry {entry.Seq}: {stepped.Alert} steps from {at} to {stepped.Step}");
                    steps[stepped.Alert] = stepped.Step;
                    break;
                case AlertEvents.AlertAcknowledged taken when before.Alerts.TryGetValue(taken.Alert, out var alert):
                    world.Hold(
                        "P7", alert.Open && (alert.Answer != AnswerRule.Any || alert.State != AlertState.Acknowledged || alert.By == taken.By),
                        $"entry {entry.Seq}: {taken.By} takes {taken.Alert}, which {alert.By} has ({alert.State})");
                    break;
            }
        }

        world.Hold("P6", entry.At >= before.At, $"entry {entry.Seq} is dated before {before.At}");
        var ahead = (after.At - world.VenueNow) / world.Pace;
        world.Hold("P6", world.Line.Now < world.IllUntil || ahead < AheadMost, $"entry {entry.Seq} is dated {ahead.TotalSeconds:0.0} s after the store's clock");
    }

    public void End(VenueState state)
    {
        var now = world.VenueNow;
        foreach (var alert in state.Alerts.Values.Where(alert => alert is { Open: true, Exhausted: false } && alert.Answer != AnswerRule.None))
        {
            world.Hold("P6", alert.Next > now - (LateQuiet * world.Pace), $"{alert.Id} is open, its next step was due at {alert.Next}, and it is {now}");
        }

        world.Hold("P6", !(state.NextDue < now - (LateQuiet * world.Pace)), $"something was due at {state.NextDue}, and it is {now}");
    }

    private void InTime(Entry entry, VenueEvents.FellDue fell)
    {
        var late = (entry.At - fell.Due) / world.Pace;
        world.Hold("P6", world.QuietFor < Settled || world.Line.Now - world.UpSince < Settled || late < LateQuiet, $"entry {entry.Seq}: {fell} fires {late.TotalSeconds:0.0} s late while all is quiet");
    }
}

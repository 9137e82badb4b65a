using System.Collections.Immutable;
using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Domain.Venues;
using Reception.Hub.Venues;

namespace Reception.Hub.Realtime;

/// <summary>
/// What devices say of calls that have arrived or were heard, gathered into one entry. Only what is new and of a call that waits for an answer:
/// forty idle devices write nothing.
/// </summary>
internal sealed class ReceiptGatherer : IDisposable
{
    private const int MostIds = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<(AlertId, StaffId), Receiving> _waiting = [];
    private readonly LiveVenue _venue;
    private readonly VenueClock _clock;
    private readonly TimeSpan _window;
    private readonly ITimer _timer;
    private bool _running;

    public ReceiptGatherer(LiveVenue venue, VenueClock clock, TimeProvider host, TimeSpan window)
    {
        (_venue, _clock, _window) = (venue, clock, window);
        _timer = host.CreateTimer(_ => _ = Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(StaffId staff, Report report)
    {
        var state = _venue.Current.State;
        var now = _clock.Now;
        var how = report.How is "voice" or "tone" ? report.How : "screen";
        lock (_gate)
        {
            Note(report.Delivered, staff, state, before => before with { Delivered = before.Delivered ?? now });
            Note(report.Heard, staff, state, before => before with { Delivered = before.Delivered ?? now, Heard = before.Heard ?? now, How = before.How ?? (Key)how });
            if (_waiting.Count > 0 && !_running)
            {
                _running = true;
                _timer.Change(_window, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>What was said before is still entered.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _ = Flush();
    }

    private void Note(IReadOnlyList<string>? alerts, StaffId staff, VenueState state, Func<Receiving, Receiving> change)
    {
        foreach (var id in (alerts ?? []).Take(MostIds).Where(id => id is not null).Select(id => new AlertId(id)))
        {
            if (!Wants(id, staff, state))
            {
                continue;
            }

            var known = state.Receipts.GetValueOrDefault(id)?.People.GetValueOrDefault(staff);
            var before = _waiting.GetValueOrDefault((id, staff)) ?? known ?? new(id, staff, null, null, null);
            var after = change(before);
            if (after != before)
            {
                _waiting[(id, staff)] = after;
            }
        }
    }

    /// <summary>Open, wants an answer, and asks this person.</summary>
    private static bool Wants(AlertId id, StaffId staff, VenueState state) =>
        state.Alerts.TryGetValue(id, out var alert) && alert.Open && alert.Answer != AnswerRule.None
        && (alert.Asks.Staff.Contains(staff) || (state.Staff.TryGetValue(staff, out var person) && alert.Asks.Positions.Any(person.Holds)));

    private async Task Flush()
    {
        ImmutableArray<Receiving> receipts;
        lock (_gate)
        {
            receipts = [.. _waiting.Values.OrderBy(one => one.Alert.Value, StringComparer.Ordinal).ThenBy(one => one.Staff.Value, StringComparer.Ordinal)];
        }

        var taken = receipts.IsEmpty || await _venue.Do(new Domain.Command.Receive(receipts));
        RealtimeTelemetry.Entered(taken ? receipts : []);
        lock (_gate)
        {
            foreach (var receipt in receipts.Where(receipt => taken && _waiting.GetValueOrDefault((receipt.Alert, receipt.Staff)) == receipt))
            {
                _waiting.Remove((receipt.Alert, receipt.Staff));
            }

            // What came meanwhile, or was not taken; of calls that are over meanwhile nobody wants to know.
            var state = _venue.Current.State;
            foreach (var (alert, staff) in _waiting.Keys.Where(key => !Wants(key.Item1, key.Item2, state)).ToList())
            {
                _waiting.Remove((alert, staff));
            }

            // After the end nobody tries again.
            _running = _waiting.Count > 0 && _timer.Change(_window, Timeout.InfiniteTimeSpan);
        }
    }
}

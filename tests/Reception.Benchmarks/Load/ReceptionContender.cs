using System.Globalization;
using Microsoft.AspNetCore.SignalR.Client;
using Reception.Chaos.Running;
using Reception.Contracts;

namespace Reception.Benchmarks.Load;

/// <summary>Our hub, with the demo's centre and its own store on the disk. Its seats call a colleague and take the call back, in turns.</summary>
internal sealed class ReceptionContender(HubProcess process, Uri url, IReadOnlyList<string> staff) : IContender
{
    private int _seats;

    public string Name => "reception";

    public static async Task<ReceptionContender> Start(string folder, CancellationToken stop)
    {
        var seat = new HubSeat(folder, Ports.Free(), 1);
        // One device must be able to send more than a person can.
        var process = await seat.Start(stop, "env", "Realtime__CommandsPerSecond=1000", "Realtime__CommandBurst=1000");
        return new(process, seat.Url, await DemoStaff.Ids(seat.Url, stop));
    }

    public async Task<ISeat> Connect(CancellationToken stop)
    {
        var session = await DemoStaff.SignIn(url, staff[_seats++ % staff.Count], stop);
        var seat = new Seat(Socket.To(new Uri(url, "hub"), session.Token), session.Staff);
        await seat.Start(stop);
        return seat;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private sealed class Seat : ISeat
    {
        private readonly HubConnection _connection;
        private readonly string _staff;
        private readonly TaskCompletionSource<Changes> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly string _id = Guid.NewGuid().ToString("N")[..12];
        private string _to = "";
        private string? _open;
        private long _cursor = -1;
        private long _delivered;
        private int _number;

        public Seat(HubConnection connection, string staff)
        {
            (_connection, _staff) = (connection, staff);
            connection.On<Changes>(nameof(IReceptionClient.Changes), Take);
        }

        public long Delivered => Volatile.Read(ref _delivered);

        public async Task Start(CancellationToken stop)
        {
            await _connection.StartAsync(stop);
            await _connection.InvokeAsync<Joined>(nameof(IReceptionHub.Join), new Join(0, "", 10, "sound"), stop);
            var whole = await _first.Task.WaitAsync(TimeSpan.FromSeconds(30), stop);
            var me = whole.Staff!.Single(person => person.Id == _staff);
            await Do(Kinds.DutyStart, stop, ("positions", me.Allowed[0]));
            _to = whole.Positions!.First(position => position.Id != me.Allowed[0]).Id;
        }

        public async Task Send(CancellationToken stop)
        {
            if (_open is { } alert)
            {
                _open = null;
                await Do(Kinds.AlertCancel, stop, ("alert", alert));
                return;
            }

            _open = (await Do(Kinds.AlertRaise, stop, ("phrase", "guest-asks"), ("to", _to))).Created!["alert"];
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();

        private async Task<Answer> Do(string kind, CancellationToken stop, params (string Name, string Value)[] args)
        {
            var command = new Command(
                string.Create(CultureInfo.InvariantCulture, $"{_id}-{++_number}"), kind, VenueNow(), args.ToDictionary(arg => arg.Name, arg => arg.Value));
            var answer = await _connection.InvokeAsync<Answer>(nameof(IReceptionHub.Do), command, stop);
            return answer.Ok ? answer : throw new InvalidOperationException($"{kind} was refused: {answer}");
        }

        private long _venueNow;
        private long _at;

        private long VenueNow() => Volatile.Read(ref _venueNow) + Environment.TickCount64 - Volatile.Read(ref _at);

        private void Take(Changes changes)
        {
            Volatile.Write(ref _venueNow, changes.Now);
            Volatile.Write(ref _at, Environment.TickCount64);
            if (_cursor >= 0 && changes.To > _cursor)
            {
                Volatile.Write(ref _delivered, _delivered + changes.To - _cursor);
            }

            _cursor = Math.Max(_cursor, changes.To);
            if (changes.Reset)
            {
                _first.TrySetResult(changes);
            }
        }
    }
}

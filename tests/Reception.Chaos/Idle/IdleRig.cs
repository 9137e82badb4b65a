using System.CommandLine;
using System.Globalization;
using Reception.Chaos.Running;
using Reception.Client;

namespace Reception.Chaos.Idle;

/// <summary>A quiet afternoon: devices are connected and on duty, nobody does anything. Heads, reports and vouching go on, and the log does not grow.</summary>
internal static class IdleRig
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public static Command Command()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long nothing happens.", DefaultValueFactory = _ => 10 };
        var devices = new Option<int>("--devices") { Description = "How many devices.", DefaultValueFactory = _ => 40 };
        var command = new Command("idle", "See that an idle venue writes nothing.") { minutes, devices };
        command.SetAction((parsed, stop) => Run(TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(devices), stop));
        return command;
    }

    private static async Task<int> Run(TimeSpan time, int devices, CancellationToken stop)
    {
        var tally = new Tally();
        using var scratch = new Scratch("idle", keep: false);
        var seat = new HubSeat(scratch.Folder, Ports.Free(), 1);
        await using var hub = await seat.Start(stop);
        var clients = await Connect(seat, devices, stop);
        try
        {
            var head = await Settle(seat, stop);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{devices} devices connected, {head} entries so far; now {time.TotalMinutes:0.##} minutes of nothing"));
            await Task.Delay(time, stop);
            var written = StoredLog.Read(seat.Data, head).SelectMany(log => log.Rows).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"entries written in {time.TotalMinutes:0.##} minutes by {devices} devices: {written.Count}"));
            tally.Check("an idle venue writes nothing", written.Count == 0, $"{written.Count} entries: {string.Join(", ", written.SelectMany(row => row.Events).CountBy(kind => kind))}");
            var apart = clients.Count(client => client.Cursor.Seq < head || client.Link != LinkState.Socket || client.Counters.Opened != 1);
            tally.Check("P3 every device is at head and never lost its socket", apart == 0, $"{apart} are not");
        }
        finally
        {
            foreach (var client in clients)
            {
                await client.DisposeAsync();
            }
        }

        return tally.Close();
    }

    private static async Task<IReadOnlyList<ReceptionClient>> Connect(HubSeat seat, int devices, CancellationToken stop)
    {
        var staff = await DemoStaff.Ids(seat.Url, stop);
        var clients = new List<ReceptionClient>();
        for (var i = 0; i < devices; i++)
        {
            var session = await DemoStaff.SignIn(seat.Url, staff[i % staff.Count], stop);
            var client = ReceptionClient.Connect(new() { Hub = seat.Url, Token = session.Token });
            clients.Add(client);
            await client.Ready(stop);
            if (i < staff.Count)
            {
                await client.DutyStart(client.Views.Staff[session.Staff].Allowed[0]).WaitAsync(stop);
            }
        }

        return clients;
    }

    /// <summary>Until the head has stood still for a while: sign-ins, duty and first receipts are entries.</summary>
    private static async Task<long> Settle(HubSeat seat, CancellationToken stop)
    {
        var (head, since, begun) = (-1L, Environment.TickCount64, Environment.TickCount64);
        while (Environment.TickCount64 - since < Settled.TotalMilliseconds)
        {
            var now = StoredLog.Read(seat.Data, long.MaxValue).Max(log => log.Head);
            (head, since) = now == head ? (head, since) : (now, Environment.TickCount64);
            if (Environment.TickCount64 - begun > SettleLimit.TotalMilliseconds)
            {
                throw new TimeoutException($"The venue does not come to rest: entry {head} was still written after {SettleLimit.TotalMinutes} minutes.");
            }

            await Task.Delay(LookEvery, stop);
        }

        return head;
    }
}

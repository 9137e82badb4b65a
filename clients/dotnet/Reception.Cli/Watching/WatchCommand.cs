using System.CommandLine;
using System.Threading.Channels;
using Reception.Cli.Words;
using Reception.Client;
using Reception.Crew;

namespace Reception.Cli.Watching;

/// <summary><c>watch</c>: the venue's log as it happens. At the desk from the log itself, elsewhere told from what the views show.</summary>
internal static class WatchCommand
{
    public static Command Make(HubOptions hub, Terminal terminal, Say say)
    {
        var seconds = new Option<int?>("--seconds") { Description = say.It(CliWords.WatchSeconds) };
        var command = new Command("watch", say.It(CliWords.Watch)) { seconds };
        command.SetAction(async (parsed, stop) =>
        {
            using var limit = parsed.GetValue(seconds) is { } some
                ? new CancellationTokenSource(TimeSpan.FromSeconds(some), terminal.Time)
                : new CancellationTokenSource();
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            await Watch(hub.Client(parsed, terminal), terminal, say, both.Token);
            return 0;
        });
        return command;
    }

    private static async Task Watch(ReceptionClientOptions options, Terminal terminal, Say say, CancellationToken stop)
    {
        var happened = Channel.CreateUnbounded<object>();
        await using var client = ReceptionClient.Connect(options, one =>
        {
            one.Changed += change => happened.Writer.TryWrite(change);
            one.ContactLost += () => happened.Writer.TryWrite(say.It(CliWords.Lost));
            one.ContactBack += () => happened.Writer.TryWrite(say.It(CliWords.Back));
            one.LeftBehind += _ => happened.Writer.TryComplete(new CliException(CliWords.Revoked));
        });
        await client.Ready(stop);
        var words = await WordBook.Load(client.Api, client.Views, stop);
        var narrator = new Narrator(say, words);
        var (clock, seq) = (new VenueClockFace(client), client.Cursor.Seq);
        await terminal.Out.WriteLineAsync(say.It(CliWords.Watching, say.As(client.Views.Venue?.Name), narrator.Snapshot(client.Views)));
        await foreach (var one in happened.Reader.ReadAllAsync(stop))
        {
            if (one is ViewsChanged { Before.Venue: not null } change)
            {
                await words.Learn(client.Api, change.After, stop);
                seq = client.Session is { Stream: "desk" }
                    ? await Log(client, clock, terminal, say, seq, stop)
                    : await Tell(narrator, clock, terminal, change, client.Cursor.Seq);
            }
            else if (one is string line)
            {
                await terminal.Out.WriteLineAsync($"{clock.At(client.Time.Now)}  {line}");
            }
        }
    }

    private static async Task<long> Tell(Narrator narrator, VenueClockFace clock, Terminal terminal, ViewsChanged change, long seq)
    {
        foreach (var line in narrator.Tell(change.Before, change.After))
        {
            await terminal.Out.WriteLineAsync($"{clock.Now}  {line}");
        }

        return seq;
    }

    private static async Task<long> Log(ReceptionClient client, VenueClockFace clock, Terminal terminal, Say say, long seq, CancellationToken stop)
    {
        for (long next = -1; next != 0;)
        {
            var page = await client.Api.Log(seq, 200, stop);
            foreach (var row in page.Rows)
            {
                await terminal.Out.WriteLineAsync($"{clock.At(row.At)}  {row.Seq,6}  {say.As(row.Words)}");
                seq = row.Seq;
            }

            next = page.Next;
        }

        return seq;
    }
}

using System.CommandLine;
using System.Globalization;
using Reception.Chaos.Running;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Chaos.Flush;

/// <summary>
/// P1 as the kernel sees it: a hub under strace gets one command over HTTP and one over the socket. The write of the entry into the
/// write-ahead log, then its flush, then the answer: in this order, for an ok and for a refusal.
/// </summary>
internal static class FlushRig
{
    private const string Wal = "reception.db-wal";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static System.CommandLine.Command Command()
    {
        var keep = new Option<bool>("--keep") { Description = "Keep the trace and the data." };
        var command = new System.CommandLine.Command("flush", "See the flush before the answer, with strace.") { keep };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(keep), stop));
        return command;
    }

    private static async Task<int> Run(bool keep, CancellationToken stop)
    {
        if (!Paths("strace").Any(File.Exists))
        {
            await Console.Error.WriteLineAsync("strace is not installed, and without it nobody sees what the kernel was asked: as root, apt-get install strace.");
            return 1;
        }

        var tally = new Tally();
        using var scratch = new Scratch("flush", keep);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stop);
        bound.CancelAfter(Limit * 2);
        var trace = scratch.In("trace");
        var seat = new HubSeat(scratch.Folder, Ports.Free(), 1);
        var asked = new List<Asked>();
        await using (await seat.Start(
            bound.Token, "strace", "-f", "-qq", "-yy", "-s", "5000", "-e", "trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg", "-o", trace))
        {
            var session = await DemoStaff.SignIn(seat.Url, (await DemoStaff.Ids(seat.Url, bound.Token))[0], bound.Token);
            await using var client = ReceptionClient.Connect(new() { Hub = seat.Url, Token = session.Token });
            await client.Ready(bound.Token);
            var positions = client.Views.Staff[session.Staff].Allowed;
            asked.Add(await Ask("on the socket, ok", client.Make(Kinds.DutyStart, new Dictionary<string, string> { ["positions"] = positions[0] }), c => client.Do(c, bound.Token)));
            asked.Add(await Ask("on the socket, refused", client.Make(Kinds.Undo, new Dictionary<string, string> { ["journey"] = "of-nobody" }), c => client.Do(c, bound.Token)));
            asked.Add(await Ask("over HTTP, ok", client.Make(Kinds.DutyStart, new Dictionary<string, string> { ["positions"] = positions[^1] }), c => client.Api.Do(c, bound.Token)));
        }

        var calls = Trace.Read(await File.ReadAllLinesAsync(trace, stop));
        foreach (var one in asked)
        {
            tally.Check($"P1 {one.How}: the flush comes before the answer", Judge(calls, one));
        }

        return tally.Close();
    }

    private static async Task<Asked> Ask(string how, Contracts.Command command, Func<Contracts.Command, Task<Answer>> send)
    {
        var answer = await send(command).WaitAsync(Limit);
        return new(how, command.CommandId, answer);
    }

    private static string? Judge(IReadOnlyList<Call> calls, Asked asked)
    {
        if (asked.Answer.Seq == 0 || asked.Answer.Ok != asked.How.EndsWith("ok", StringComparison.Ordinal))
        {
            return $"the answer was {asked.Answer}";
        }

        // SQLite writes the page, then perhaps the same page again as it fills; the flush is the first one after the last of these before the answer.
        var answer = calls.FirstOrDefault(call => call.Sends(asked.CommandId));
        var written = calls.FirstOrDefault(call => call.Writes(Wal, asked.CommandId));
        if (written is null || answer is null)
        {
            return written is null ? $"no write of {asked.CommandId} into {Wal} was seen" : "no answer on a socket was seen";
        }

        var flush = calls.FirstOrDefault(call => call.Flushes(Wal) && call.Begun > written.Ended);
        Show(asked.CommandId, written, flush, answer);
        return flush is null ? "no flush followed the write"
            : flush.Ended >= answer.Begun ? string.Create(CultureInfo.InvariantCulture, $"the answer began at line {answer.Begun} of the trace, the flush had ended at line {flush.Ended}")
            : null;
    }

    /// <summary>How each call begins, where it names the command, how it ends.</summary>
    private static void Show(string words, params Call?[] calls)
    {
        foreach (var call in calls.OfType<Call>().OrderBy(call => call.Begun))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {call.Begun,7}  {Short(call.Text, words)}"));
        }
    }

    private static string Short(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? text : $"{text[..Math.Min(at, text.IndexOf(',', StringComparison.Ordinal))]}, … {words} … {text[text.LastIndexOf('"')..]}";
    }

    private static IEnumerable<string> Paths(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program));

    private sealed record Asked(string How, string CommandId, Answer Answer);
}

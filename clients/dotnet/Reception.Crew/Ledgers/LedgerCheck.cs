using Reception.Contracts;

namespace Reception.Crew.Ledgers;

/// <summary>Each person's ledger against the venue's log.</summary>
internal static class LedgerCheck
{
    public static void Run(IReadOnlyList<Ledger> ledgers, IReadOnlyList<LogRow> log, Findings findings)
    {
        var rows = log.ToDictionary(row => row.Seq);
        foreach (var ledger in ledgers)
        {
            foreach (var line in ledger.Lines)
            {
                Entered(ledger, line, rows, findings);
                Same(ledger, line, findings);
            }

            Ordered(ledger, findings);
            foreach (var alert in ledger.WrongRings)
            {
                findings.IsDouble($"{alert} rang at {ledger.Staff}'s after it was over");
            }
        }
    }

    private static void Entered(Ledger ledger, Line line, Dictionary<long, LogRow> rows, Findings findings)
    {
        switch (line.Answer)
        {
            case null:
                findings.IsLost($"{line.Command.Kind} {line.Command.CommandId} of {ledger.Staff} was never answered");
                break;
            case { Ok: false, Seq: 0 }:
                // Malformed, not allowed, over a limit: no entry.
                break;
            case var answer when !rows.TryGetValue(answer.Seq, out var row) || row.CommandId != line.Command.CommandId || row.Outcome != (answer.Ok ? "ok" : "refused"):
                findings.IsLost($"{line.Command.Kind} {line.Command.CommandId} of {ledger.Staff} was answered {(answer.Ok ? "ok" : answer.Code)} as entry {answer.Seq}, which is not it");
                break;
            case { Seq: > 0 } when !line.Seen:
                findings.IsLost($"{ledger.Staff}'s views never came to entry {line.Answer.Seq}");
                break;
        }
    }

    private static void Same(Ledger ledger, Line line, Findings findings)
    {
        var answers = line.Answers.Where(answer => answer.Seq > 0).Select(answer => (answer.Seq, answer.Ok, answer.Code)).Distinct().ToList();
        if (answers.Count > 1)
        {
            findings.IsDouble($"{line.Command.CommandId} of {ledger.Staff} has answers {string.Join(", ", answers)}");
        }
    }

    private static void Ordered(Ledger ledger, Findings findings)
    {
        long last = 0;
        foreach (var line in ledger.Lines.Where(line => line.Answer is { Seq: > 0 }))
        {
            if (line.Answer!.Seq <= last)
            {
                findings.IsOutOfOrder($"{ledger.Staff} did {line.Command.Kind} {line.Command.CommandId} later, and it is entry {line.Answer.Seq}, before {last}");
            }

            last = line.Answer.Seq;
        }
    }
}

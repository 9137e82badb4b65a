using Reception.Chaos.Running;
using Reception.Crew.Ledgers;

namespace Reception.Chaos.Run;

/// <summary>What was found wrong, a sentence each.</summary>
internal sealed record Wrongs(List<string> Lost, List<string> Duplicated, List<string> Gaps, List<string> Late)
{
    public bool None => Lost.Count + Duplicated.Count + Gaps.Count + Late.Count == 0;

    public IEnumerable<string> All => [.. Lost, .. Duplicated, .. Gaps, .. Late];
}

/// <summary>The ledgers on the disk against the store's rows.</summary>
internal static class StoreCheck
{
    public static void Run(IReadOnlyList<LedgerNote> notes, IReadOnlyList<StoredLog> logs, Wrongs wrongs)
    {
        wrongs.Gaps.AddRange(logs.Select(log => log.Gap()).Concat(logs.Select(log => log.BrokenChain())).OfType<string>());
        var entries = logs.SelectMany(log => log.Rows).Where(row => row.CommandId is not null).ToLookup(row => row.CommandId!, StringComparer.Ordinal);
        wrongs.Duplicated.AddRange(entries.Where(rows => rows.Count() > 1).Select(rows => $"{rows.Key} is entries {string.Join(", ", rows.Select(row => row.Seq))}"));

        // `unknown` is legal; `ok`, or a refusal that is an entry, and then missing is not.
        foreach (var note in notes.Where(note => note is { What: "ok" or "refused", Seq: > 0 }).Distinct())
        {
            if (entries[note.Id].FirstOrDefault() is not { } row || row.Seq != note.Seq || row.Refused != (note.What == "refused"))
            {
                wrongs.Lost.Add($"{note.Kind} {note.Id} of {note.Staff} was answered {note.What} as entry {note.Seq}, which is not it");
            }
        }

        var answers = notes.Where(note => note is { What: "ok" or "refused", Seq: > 0 }).GroupBy(note => note.Id, StringComparer.Ordinal);
        wrongs.Duplicated.AddRange(answers.Where(of => of.Select(note => (note.What, note.Seq)).Distinct().Count() > 1).Select(of => $"{of.Key} has several answers"));
        wrongs.Duplicated.AddRange(notes.Where(note => note.What == "rung over").Select(note => $"{note.Id} rang at {note.Staff}'s after it was over"));
    }
}

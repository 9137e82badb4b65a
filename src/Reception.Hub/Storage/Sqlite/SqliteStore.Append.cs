using System.Diagnostics.CodeAnalysis;

namespace Reception.Hub.Storage.Sqlite;

/// <content>Appending. The transaction holds the write lock from its begin, so what was looked up stays true until the commit.</content>
internal sealed partial class SqliteStore
{
    [SuppressMessage("Performance", "CA1849", Justification = "The task is complete when it is not waited for.")]
    public ValueTask<IReadOnlyList<AppendResult>> Append(IReadOnlyList<AppendRequest> requests, CancellationToken stop = default)
    {
        foreach (var request in requests)
        {
            Check(request);
        }

        return new(Write(session => Append(session, requests), stop));
    }

    private IReadOnlyList<AppendResult> Append(SqliteSession session, IReadOnlyList<AppendRequest> requests)
    {
        var results = new AppendResult[requests.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Append(session, requests[i]);
        }

        return results;
    }

    private AppendResult Append(SqliteSession session, AppendRequest request)
    {
        var now = _clock.GetUtcNow();
        var head = session.First(Statements.Head, row => Head(row, now), request.Venue);
        if (head is null)
        {
            return new Behind(-1, []);
        }

        if (head.Head != request.Head || !head.Mark.AsSpan().SequenceEqual(request.Mark))
        {
            return HasWon(session, request) ? new Committed(now) : new Behind(head.Head, head.Mark);
        }

        var repeated = Repeated(session, request);
        if (repeated.Count > 0)
        {
            return new Repeated(repeated);
        }

        Write(session, request);
        return new Committed(now);
    }

    /// <summary>The same append once more, after its outcome had been unknown: its first entry is there under its mark, so all of it is.</summary>
    private static bool HasWon(SqliteSession session, AppendRequest request)
    {
        var first = request.Entries[0];
        var mark = session.First(Statements.MarkAt, row => row.Bytes(0), request.Venue, first.Seq);
        return mark is not null && mark.AsSpan().SequenceEqual(first.Mark);
    }

    private static List<string> Repeated(SqliteSession session, AppendRequest request)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new List<string>();
        foreach (var entry in request.Entries)
        {
            if (entry.CommandId is { } id && (!seen.Add(id) || session.Any(Statements.IsAnswered, request.Venue, id)))
            {
                repeated.Add(id);
            }
        }

        return repeated;
    }

    private static void Write(SqliteSession session, AppendRequest request)
    {
        foreach (var e in request.Entries)
        {
            session.Execute(
                Statements.AddEntry, request.Venue, e.Seq, e.CommandId, e.Digest, Values.Ticks(e.At), Values.Day(e.Day), e.Body, e.Mark);
        }

        foreach (var card in request.Cards)
        {
            if (card.Sealed is null)
            {
                session.Execute(Statements.EraseCard, request.Venue, card.Guest);
            }
            else
            {
                session.Execute(
                    Statements.PutCard, request.Venue, card.Guest, card.Rev, card.Sealed, card.IndexPhone, card.IndexPlate);
            }
        }

        var last = request.Entries[^1];
        session.Execute(Statements.MoveHead, request.Venue, last.Seq, last.Mark, Values.Ticks(request.NextDue));
    }

    private static void Check(AppendRequest request)
    {
        if (request.Entries.Count == 0)
        {
            throw new ArgumentException($"An append to {request.Venue} has no entries.", nameof(request));
        }

        for (var i = 0; i < request.Entries.Count; i++)
        {
            if (request.Entries[i].Seq != request.Head + 1 + i || request.Entries[i].Mark.Length != 32)
            {
                throw new ArgumentException($"Entries to {request.Venue} do not go on from {request.Head}, each with a mark of 32 bytes.", nameof(request));
            }
        }
    }
}

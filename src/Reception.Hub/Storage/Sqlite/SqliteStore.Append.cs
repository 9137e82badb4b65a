namespace Reception.Hub.Storage.Sqlite;

/// <content>Appending. The transaction holds the write lock from its begin, so what was looked up stays true until the commit.</content>
internal sealed partial class SqliteStore
{
    public async ValueTask<IReadOnlyList<AppendResult>> Append(IReadOnlyList<AppendRequest> requests, CancellationToken stop = default)
    {
        foreach (var request in requests)
        {
            request.Check();
        }

        while (true)
        {
            var (results, held) = await Write(
                session => HeldBy(requests) is { } hold ? (null, hold.Over) : (Append(session, requests), Task.CompletedTask), stop);
            if (results is not null)
            {
                return results;
            }

            await held;
        }
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
}

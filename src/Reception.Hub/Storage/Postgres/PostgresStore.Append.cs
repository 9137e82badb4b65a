using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <content>
/// Appending: one statement per request, one round trip and one flush for all of them. A request that does not fit changes nothing, and
/// is looked at once more to say why.
/// </content>
internal sealed partial class PostgresStore
{
    public async ValueTask<IReadOnlyList<AppendResult>> Append(IReadOnlyList<AppendRequest> requests, CancellationToken stop = default)
    {
        foreach (var request in requests)
        {
            request.Check();
        }

        // Once it is sent it cannot be called back: its outcome would be unknown.
        stop.ThrowIfCancellationRequested();
        var told = await pool.Write(Told(requests), ToStatements(requests, ask: requests.Count > 1));
        if (told.Count == 0)
        {
            told = await pool.Write(Told(requests), requests.Select(ToQuestion).ToList());
        }

        var results = new AppendResult[requests.Count];
        Array.Fill(results, new Behind(-1, []));
        foreach (var (index, result) in told)
        {
            results[index] = result;
        }

        return results;
    }

    /// <summary>In the order of venues, so that two nodes that lock several never wait for each other.</summary>
    /// <param name="ask">Each with the question what became of it, before the next one changes the answer.</param>
    private static List<Statement> ToStatements(IReadOnlyList<AppendRequest> requests, bool ask)
    {
        var statements = new List<Statement>();
        foreach (var (index, request) in requests.Index().OrderBy(one => one.Item.Venue, StringComparer.Ordinal))
        {
            if (Twice(request).Count == 0)
            {
                statements.Add(ToStatement(request, index));
            }

            if (ask)
            {
                statements.Add(ToQuestion(request, index));
            }
        }

        return statements;
    }

    private static Statement ToStatement(AppendRequest request, int index)
    {
        var entries = request.Entries;
        var last = entries[^1];
        // Of two writes to one card the last one counts.
        var cards = request.Cards.GroupBy(card => card.Guest, StringComparer.Ordinal).Select(writes => writes.Last()).ToList();
        var kept = cards.Where(card => card.Sealed is not null).ToList();
        return new(
            Statements.Append,
            request.Venue, request.Head, request.Mark, last.Seq, last.Mark, Values.Ticks(request.NextDue),
            entries.Select(entry => entry.Seq).ToArray(),
            entries.Select(entry => entry.CommandId).ToArray(),
            entries.Select(entry => entry.Digest).ToArray(),
            entries.Select(entry => entry.At.UtcTicks).ToArray(),
            entries.Select(entry => entry.Day).ToArray(),
            entries.Select(entry => entry.Body).ToArray(),
            entries.Select(entry => entry.Mark).ToArray(),
            kept.Select(card => card.Guest).ToArray(),
            kept.Select(card => card.Rev).ToArray(),
            kept.Select(card => card.Sealed).ToArray(),
            kept.Select(card => card.IndexPhone).ToArray(),
            kept.Select(card => card.IndexPlate).ToArray(),
            cards.Where(card => card.Sealed is null).Select(card => card.Guest).ToArray(),
            index);
    }

    private static Statement ToQuestion(AppendRequest request, int index) =>
        new(Statements.Outcome, request.Venue, request.Entries[0].Seq, request.Entries.Select(entry => entry.CommandId).ToArray(), index);

    /// <summary>A row of <see cref="Statements.Append"/> says that it was done, one of <see cref="Statements.Outcome"/> what there is.</summary>
    private static Func<NpgsqlDataReader, (int Index, AppendResult Result)> Told(IReadOnlyList<AppendRequest> requests) => row =>
        (row.GetInt32(0), row.FieldCount == 2 ? new Committed(row.Time(1)) : Judge(requests[row.GetInt32(0)], row));

    private static AppendResult Judge(AppendRequest request, NpgsqlDataReader row)
    {
        // Done by the statement before; or the same append once more, after its outcome had been unknown. Its first entry is there under
        // its mark, so all of it is.
        if (row.BytesOrNull(4)?.AsSpan().SequenceEqual(request.Entries[0].Mark) == true)
        {
            return new Committed(row.Time(1));
        }

        var (head, mark) = (row.GetInt64(2), row.Bytes(3));
        List<string> repeated = [.. row.GetFieldValue<string[]>(5).Union(Twice(request))];
        return repeated.Count > 0 && head == request.Head && mark.AsSpan().SequenceEqual(request.Mark) ? new Repeated(repeated) : new Behind(head, mark);
    }

    private static List<string> Twice(AppendRequest request) =>
        [.. request.Entries.Select(entry => entry.CommandId).OfType<string>().GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key)];
}

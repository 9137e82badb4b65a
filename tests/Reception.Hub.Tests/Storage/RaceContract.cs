using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Storage;

/// <summary>What every store promises when many write at once. Bounded by counts; the time limits only end a hang.</summary>
public abstract class RaceContract : StoreContract
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // Fails on P2-number-without-head-check.
    [Fact, Rule("P2")]
    public async Task Readers_never_see_a_gap_while_eight_writers_append_to_four_venues()
    {
        const int PerWriter = 60;
        string[] venues = [Venue, Other, "anji", "xixi"];
        await Store.Register("anji", Append.Genesis);
        await Store.Register("xixi", Append.Genesis);
        using var done = new CancellationTokenSource();

        var readers = venues.Select(venue => OnThread(() => Follow(venue, done.Token))).ToList();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => OnThread(() => Race(venues[w % 4], $"w{w}", PerWriter)))).WaitAsync(Limit);
        await done.CancelAsync();
        var read = await Task.WhenAll(readers).WaitAsync(Limit);

        read.Should().AllBeEquivalentTo(2 * PerWriter);
    }

    // Fails on P7-second-writer-overwrites and P7-postgres-second-writer-overwrites.
    [Fact, Rule("P7")]
    public async Task Of_two_who_append_at_once_one_wins_and_the_other_is_behind()
    {
        var (head, mark) = (0L, Append.Genesis);
        for (var round = 0; round < 100; round++)
        {
            var rivals = new[] { "a", "b" }.Select(who => Append.After(Venue, head, mark, $"{who}-{round}")).ToList();
            var results = await Task.WhenAll(rivals.Select(r => Task.Run(() => Store.Send(r)))).WaitAsync(Limit);

            results.OfType<Committed>().Should().ContainSingle();
            results.OfType<Behind>().Should().ContainSingle().Which.Head.Should().Be(head + 1);
            var winner = rivals[results[0] is Committed ? 0 : 1];
            (head, mark) = (head + 1, winner.Entries[0].Mark);
        }
    }

    private static Task<T> OnThread<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    /// <summary>Appends one by one; whoever loses reads the new head and tries again.</summary>
    private async Task<int> Race(string venue, string who, int count)
    {
        var (head, mark) = (0L, Append.Genesis);
        for (var i = 0; i < count;)
        {
            var request = Append.After(venue, head, mark, $"{who}-{i}");
            switch (await Store.Send(request))
            {
                case Committed:
                    (head, mark) = (head + 1, request.Entries[0].Mark);
                    i++;
                    break;
                case Behind behind:
                    (head, mark) = (behind.Head, behind.Mark);
                    break;
                case var other:
                    throw new InvalidOperationException($"{other}");
            }
        }

        return count;
    }

    /// <summary>Reads on from its cursor until nothing more comes; every number once, each mark the next of the chain.</summary>
    private async Task<int> Follow(string venue, CancellationToken done)
    {
        var (cursor, mark) = (0L, Append.Genesis);
        while (true)
        {
            var last = done.IsCancellationRequested;
            var entries = await Store.Entries(venue, cursor, 50, CancellationToken.None);
            foreach (var entry in entries)
            {
                entry.Seq.Should().Be(cursor + 1);
                entry.Mark.Should().Equal(System.Security.Cryptography.SHA256.HashData([.. mark, .. entry.Body]));
                (cursor, mark) = (entry.Seq, entry.Mark);
            }

            if (last && entries.Count == 0)
            {
                return (int)cursor;
            }
        }
    }
}

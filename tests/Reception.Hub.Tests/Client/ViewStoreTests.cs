using CsCheck;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Hub.Tests.Client;

public sealed class ViewStoreTests
{
    private readonly ViewStore store = new((_, _, _) => { });

    [Fact]
    public void A_message_that_begins_at_or_before_the_cursor_is_applied()
    {
        store.Take(Sample.Guest(0, 3, "g1")).Should().Be(Taken.Applied);
        store.Take(Sample.Guest(1, 5, "g2")).Should().Be(Taken.Applied);

        store.Views.Guests.Keys.Should().BeEquivalentTo("g1", "g2");
        store.Cursor.Should().Be(new Cursor(5, "m5"));
    }

    [Fact]
    public void A_message_that_begins_beyond_the_cursor_is_fetched_and_changes_nothing()
    {
        store.Take(Sample.Guest(0, 3, "g1"));

        store.Take(Sample.Guest(4, 5, "g2")).Should().Be(Taken.Fetch);

        store.Views.Guests.Keys.Should().BeEquivalentTo("g1");
        store.Cursor.Seq.Should().Be(3);
    }

    [Fact]
    public void A_message_that_comes_twice_is_nothing_the_second_time()
    {
        store.Take(Sample.Guest(0, 3, "g1"));

        store.Take(Sample.Guest(0, 3, "g1")).Should().Be(Taken.Nothing);
    }

    [Fact]
    public void An_old_message_does_not_bring_back_what_is_gone()
    {
        store.Take(Sample.Guest(0, 3, "g1"));
        store.Take(Sample.Change(3, 4) with { Gone = [new("guest", "g1")] });

        store.Take(Sample.Guest(0, 3, "g1")).Should().Be(Taken.Nothing);

        store.Views.Guests.Should().BeEmpty();
    }

    [Fact]
    public void A_view_is_not_replaced_by_an_older_one()
    {
        store.Take(Sample.Change(0, 9) with { Guests = [Sample.View("g1", 9, "王女士")] });

        store.Take(Sample.Change(0, 10) with { Guests = [Sample.View("g1", 8, "王先生")] });

        store.Views.Guests["g1"].Address.Zh.Should().Be("王女士");
    }

    [Fact]
    public void Another_mark_at_the_cursor_is_fetched()
    {
        store.Take(Sample.Guest(0, 3, "g1"));

        store.Take(Sample.Change(3, 3, "another")).Should().Be(Taken.Fetch);
    }

    [Fact]
    public void A_head_behind_the_cursor_is_fetched()
    {
        store.Take(Sample.Guest(0, 3, "g1"));

        store.Take(Sample.Change(1, 2)).Should().Be(Taken.Fetch);
        store.Views.Guests.Should().ContainKey("g1", "nothing is cleared before a snapshot is here");
    }

    [Fact]
    public void A_snapshot_replaces_everything_even_with_a_lower_sequence()
    {
        store.Take(Sample.Guest(0, 30, "g1"));

        store.Take(Sample.Guest(0, 7, "g2") with { Reset = true, Mark = "other" }).Should().Be(Taken.Applied);

        store.Views.Guests.Keys.Should().BeEquivalentTo("g2");
        store.Cursor.Should().Be(new Cursor(7, "other"));
    }

    [Fact]
    [Rule("P4")]
    public void Whatever_is_lost_doubled_or_late_the_views_at_the_end_are_those_of_the_log() =>
        Gen.Select(Gen.Int[0, 5].Array[1, 60], Gen.Int[0, 3].Array[120]).Sample((ids, fates) =>
        {
            var log = ids.Select((id, at) => Message(id, at)).ToList();
            var replica = new ViewStore((_, _, _) => { });
            var late = new Queue<Changes>();
            for (var at = 0; at < log.Count; at++)
            {
                Deliver(replica, log, at, fates[at], late);
            }

            var head = log[^1];
            if (replica.Take(Sample.Change(head.To, head.To)) == Taken.Fetch)
            {
                Fetch(replica, log);
            }

            var whole = log.Aggregate(ViewSet.Empty, (views, one) => views.With(one));
            return replica.Cursor.Seq == head.To && replica.Views.Guests.OrderBy(one => one.Key).SequenceEqual(whole.Guests.OrderBy(one => one.Key));
        });

    private static Changes Message(int id, int at) => id == 5
        ? Sample.Change(at, at + 1) with { Gone = [new("guest", "g" + (at % 5))] }
        : Sample.Change(at, at + 1) with { Guests = [Sample.View("g" + id, at + 1)] };

    private static void Deliver(ViewStore replica, List<Changes> log, int at, int fate, Queue<Changes> late)
    {
        var times = fate switch { 0 => 0, 1 => 2, _ => 1 };
        if (fate == 3)
        {
            late.Enqueue(log[at]);
            times = 0;
        }

        for (var time = 0; time < times; time++)
        {
            if (replica.Take(log[at]) == Taken.Fetch)
            {
                Fetch(replica, log[..(at + 1)]);
            }
        }

        if (fate == 2 && late.TryDequeue(out var old))
        {
            replica.Take(old);
        }
    }

    private static void Fetch(ViewStore replica, List<Changes> log)
    {
        var since = replica.Cursor.Seq;
        var later = log.Where(one => one.To > since).ToList();
        var views = later.Aggregate(ViewSet.Empty, (set, one) => set.With(one));
        replica.Take(log[^1] with
        {
            From = since, Guests = [.. views.Guests.Values], Gone = [.. later.SelectMany(one => one.Gone ?? []).Where(gone => !views.Guests.ContainsKey(gone.Id))],
        });
    }
}

using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Storage;

/// <summary>What every store promises about appending.</summary>
public abstract class AppendContract : StoreContract
{
    [Fact, Rule("P2")]
    public async Task What_was_committed_is_read_back_byte_for_byte()
    {
        var request = Append.Empty(Venue, "c-1", null, "c-2") with { NextDue = Append.Noon.AddTicks(7) };

        await Store.Write(request);

        (await Store.Entries(Venue, 0, 10)).Should().BeEquivalentTo(request.Entries, like => like.WithStrictOrdering());
        var head = await Store.Head(Venue);
        head!.Head.Should().Be(3);
        head.Mark.Should().Equal(request.Entries[^1].Mark);
        head.NextDue.Should().Be(Append.Noon.AddTicks(7));
    }

    [Fact]
    public async Task An_append_to_an_old_head_is_behind_and_told_where_the_log_ends()
    {
        var first = Append.Empty(Venue, "c-1");
        await Store.Write(first);

        var late = await Store.Send(Append.Empty(Venue, "c-2"));

        late.Should().BeOfType<Behind>().Which.Head.Should().Be(1);
        ((Behind)late).Mark.Should().Equal(first.Entries[0].Mark);
        (await Store.Entries(Venue, 0, 10)).Should().HaveCount(1);
    }

    // Fails on P2-postgres-append-without-the-mark.
    [Fact, Rule("P2")]
    public async Task The_right_head_with_another_mark_is_behind()
    {
        await Store.Write(Append.Empty(Venue, "c-1"));

        var zombie = await Store.Send(Append.After(Venue, 1, Append.Bytes(32, 9), "c-2"));

        zombie.Should().BeOfType<Behind>().Which.Head.Should().Be(1);
        (await Store.Entries(Venue, 0, 10)).Should().HaveCount(1);
    }

    [Fact]
    public async Task An_append_to_an_unknown_venue_is_behind_at_minus_one()
    {
        (await Store.Send(Append.Empty("nowhere", "c-1"))).Should().BeOfType<Behind>().Which.Head.Should().Be(-1);
    }

    [Fact, Rule("P5")]
    public async Task The_same_append_twice_is_committed_twice_and_there_once()
    {
        var request = Append.Empty(Venue, "c-1", "c-2");
        await Store.Write(request, request);

        (await Store.Entries(Venue, 0, 10)).Should().HaveCount(2);
    }

    [Fact, Rule("P5")]
    public async Task The_same_append_is_recognised_when_others_have_gone_on_since()
    {
        var request = Append.Empty(Venue, "c-1", "c-2");
        var next = request.Then("c-3");

        await Store.Write(request, next, request);

        (await Store.Entries(Venue, 0, 10)).Select(e => e.CommandId).Should().Equal("c-1", "c-2", "c-3");
        (await Store.Head(Venue))!.Mark.Should().Equal(next.Entries[0].Mark);
    }

    // Fails on P5-command-id-not-in-the-statement and P5-postgres-command-id-not-in-the-statement.
    [Fact, Rule("P5")]
    public async Task A_command_id_is_taken_once_per_venue_whatever_batch_it_comes_in()
    {
        var first = Append.Empty(Venue, "c-1", "c-2");
        await Store.Write(first);

        var again = await Store.Send(first.Then("c-3", "c-2", "c-1"));

        again.Should().BeOfType<Repeated>().Which.CommandIds.Should().BeEquivalentTo("c-1", "c-2");
        (await Store.Head(Venue))!.Head.Should().Be(2, "nothing of a repeated request is written");
        await Store.Write(Append.Empty(Other, "c-1"));
    }

    [Fact, Rule("P5")]
    public async Task A_command_id_twice_in_one_request_is_repeated()
    {
        (await Store.Send(Append.Empty(Venue, "c-1", "c-1"))).Should().BeOfType<Repeated>().Which.CommandIds.Should().Equal("c-1");
    }

    [Fact]
    public async Task One_bad_request_in_a_batch_does_not_spoil_its_neighbours()
    {
        await Store.Write(Append.Empty(Other, "o-1"));
        var good = Append.Empty(Venue, "c-1");

        var results = await Store.Append(
        [
            Append.Empty("nowhere", "n-1"),
            good,
            Append.After(Other, 1, Append.Bytes(32, 9), "o-2"),
            good.Then("c-1"),
            good.Then("c-2"),
        ]);

        results.Select(r => r.GetType()).Should().Equal(
            typeof(Behind), typeof(Committed), typeof(Behind), typeof(Repeated), typeof(Committed));
        (await Store.Entries(Venue, 0, 10)).Select(e => e.CommandId).Should().Equal("c-1", "c-2");
        (await Store.Head(Other))!.Head.Should().Be(1);
    }

    [Fact]
    public async Task Entries_that_do_not_go_on_from_the_head_are_the_callers_mistake()
    {
        var gap = Append.After(Venue, 1, Append.Genesis, "c-1") with { Head = 0 };

        await FluentActions.Awaiting(async () => await Store.Append([gap])).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(async () => await Store.Append([gap with { Entries = [] }])).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_card_is_written_with_its_entry_or_not_at_all()
    {
        var card = new CardWrite("g-1", 1, [1, 2, 3], Append.Bytes(32, 1), Append.Bytes(32, 2));
        var first = Append.Empty(Venue, "c-1") with { Cards = [card] };
        await Store.Write(first);

        await Store.Send(Append.Empty(Venue, "c-2") with { Cards = [card with { Sealed = [9] }] });
        await Store.Send(first.Then("c-1") with { Cards = [card with { Sealed = [9] }] });

        (await Store.Card(Venue, "g-1"))!.Sealed.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task An_erased_card_is_gone_with_its_indexes()
    {
        var first = Append.Empty(Venue, "c-1") with { Cards = [new("g-1", 1, [1], Append.Bytes(32, 1), Append.Bytes(32, 2))] };
        await Store.Write(first, first.Then("c-2") with { Cards = [CardWrite.Erase("g-1", 2)] });

        (await Store.Card(Venue, "g-1")).Should().BeNull();
        (await Store.GuestsBy(Venue, Append.Bytes(32, 1), Append.Bytes(32, 2))).Should().BeEmpty();
    }
}

namespace Reception.Hub.Tests.Storage;

/// <summary>What every store promises about reading logs and cards.</summary>
public abstract class ReadContract : StoreContract
{
    [Fact]
    public async Task A_venue_is_registered_once()
    {
        await Store.Write(Append.Empty(Venue, "c-1"));

        (await Store.Register(Venue, Append.Bytes(32, 1))).Should().BeFalse();
        (await Store.Register("anji", Append.Bytes(32, 1))).Should().BeTrue();

        (await Store.Head(Venue))!.Head.Should().Be(1);
        (await Store.Head("anji"))!.Mark.Should().Equal(Append.Bytes(32, 1));
        (await Store.Venues()).Should().Equal("anji", Other, Venue);
    }

    [Fact]
    public async Task Entries_are_read_on_from_a_cursor_in_pages()
    {
        await Store.Write(Append.Empty(Venue, "c-1", "c-2", "c-3", "c-4"), Append.Empty(Other, "o-1"));

        (await Store.Entries(Venue, 1, 2)).Select(e => e.Seq).Should().Equal(2, 3);
        (await Store.Entries(Venue, 3, 2)).Select(e => e.Seq).Should().Equal(4);
        (await Store.Entries(Venue, 4, 2)).Should().BeEmpty();
    }

    [Fact, Rule("P9")]
    public async Task Nothing_of_one_venue_is_read_from_another()
    {
        await Store.Write(Append.Empty(Venue, "c-1") with { Cards = [new("g-1", 1, [1], Append.Bytes(32, 1))] });

        (await Store.Entries(Other, 0, 10)).Should().BeEmpty();
        (await Store.Answered(Other, "c-1")).Should().BeNull();
        (await Store.EntriesOf(Other, Append.Saturday)).Should().BeEmpty();
        (await Store.Marks(Other, 10)).Should().BeEmpty();
        (await Store.Card(Other, "g-1")).Should().BeNull();
        (await Store.Cards(Other, ["g-1"])).Should().BeEmpty();
        (await Store.WithCard(Other, ["g-1"])).Should().BeEmpty();
        (await Store.GuestsBy(Other, Append.Bytes(32, 1), null)).Should().BeEmpty();
    }

    [Fact, Rule("P5")]
    public async Task The_entry_that_answered_a_command_is_found_by_its_id()
    {
        await Store.Write(Append.Empty(Venue, "c-1", null, "c-2"));

        (await Store.Answered(Venue, "c-2"))!.Seq.Should().Be(3);
        (await Store.Answered(Venue, "c-3")).Should().BeNull();
    }

    [Fact]
    public async Task The_entries_of_a_day_are_those_of_the_venues_day()
    {
        var saturday = Append.Empty(Venue, "c-1", "c-2");
        var sunday = saturday.Then("c-3");
        await Store.Write(saturday, sunday with { Entries = [sunday.Entries[0] with { Day = Append.Saturday.AddDays(1) }] });

        (await Store.EntriesOf(Venue, Append.Saturday)).Select(e => e.Seq).Should().Equal(1, 2);
        (await Store.EntriesOf(Venue, Append.Saturday.AddDays(1))).Select(e => e.Seq).Should().Equal(3);
    }

    [Fact]
    public async Task The_last_marks_come_oldest_first()
    {
        var request = Append.Empty(Venue, "c-1", "c-2", "c-3");
        await Store.Write(request);

        var marks = await Store.Marks(Venue, 2);

        marks.Select(m => m.Seq).Should().Equal(2, 3);
        marks[1].Mark.Should().Equal(request.Entries[2].Mark);
    }

    [Fact]
    public async Task The_heads_of_many_venues_come_at_once_without_the_unknown()
    {
        await Store.Write(Append.Empty(Venue, "c-1", "c-2"));

        var heads = await Store.Heads([Venue, Other, "it's \"nowhere\""]);

        heads.ToDictionary(h => h.Venue, h => h.Head).Should().BeEquivalentTo(new Dictionary<string, long> { [Venue] = 2, [Other] = 0 });
        (await Store.Head("nowhere")).Should().BeNull();
        heads[0].StoreTime.Should().BeOnOrBefore(await Store.Now());
    }

    [Fact, Rule("P6")]
    public async Task Overdue_venues_come_the_most_overdue_first_and_leave_when_nothing_is_due()
    {
        var first = Append.Empty(Venue, "c-1") with { NextDue = Append.Noon };
        await Store.Write(first, Append.Empty(Other, "o-1") with { NextDue = Append.Noon.AddSeconds(-1) });

        (await Store.Overdue(Append.Noon.AddSeconds(-2))).Should().BeEmpty();
        (await Store.Overdue(Append.Noon)).Select(h => h.Venue).Should().Equal(Other, Venue);

        await Store.Write(first.Then("c-2"));
        (await Store.Overdue(Append.Noon)).Select(h => h.Venue).Should().Equal(Other);
    }

    [Fact]
    public async Task Cards_are_read_together_and_found_by_phone_or_plate()
    {
        byte[] phone = Append.Bytes(32, 1), plate = Append.Bytes(32, 2);
        await Store.Write(Append.Empty(Venue, "c-1") with
        {
            Cards = [new("g-1", 1, [1], phone), new("g-2", 1, [2], null, plate), new("g-3", 1, [3])],
        });

        (await Store.Cards(Venue, ["g-1", "g-3", "g-4"])).Select(c => c.Guest).Should().BeEquivalentTo("g-1", "g-3");
        (await Store.WithCard(Venue, ["g-2", "g-4"])).Should().BeEquivalentTo("g-2");
        (await Store.GuestsBy(Venue, phone, plate)).Should().Equal("g-1", "g-2");
        (await Store.GuestsBy(Venue, plate, null)).Should().BeEmpty();
        (await Store.GuestsBy(Venue, null, null)).Should().BeEmpty("a null index matches nobody");
    }
}

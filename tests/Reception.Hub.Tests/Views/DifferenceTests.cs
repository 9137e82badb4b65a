using System.Text.Json;
using CsCheck;
using Reception.Contracts;
using Command = Reception.Domain.Command;
using Reception.Hub.Realtime;
using Reception.Hub.Views;

namespace Reception.Hub.Tests.Views;

public sealed class DifferenceTests
{
    private static readonly ViewTime Time = new(DateTimeOffset.UnixEpoch, 1);

    // Fails on P4-removed-view-not-in-gone.
    [Fact]
    [Rule("P4")]
    public void Whatever_happens_and_whatever_is_missed_a_client_ends_with_what_a_fresh_one_sees() =>
        Gen.Int.Sample(seed =>
        {
            var day = new DayOfChance(seed);
            var editions = new Editions(() => Time);
            var chance = new Random(seed);
            var edition = editions.First(day.Day.Moment);
            var fresh = new ViewCache();
            Mirror[] clients = [new(), new(), new(), new()];
            for (var step = 0; step < 120; step++)
            {
                day.Step();
                edition = editions.Next(edition, day.Day.Moment, replaced: false);
                for (var one = 0; one < clients.Length; one++)
                {
                    Hear(clients[one], edition, desk: one % 2 == 0, chance);
                }
            }

            for (var one = 0; one < clients.Length; one++)
            {
                Fetch(clients[one], edition, one % 2 == 0);
                Same(clients[one], Differences.Whole(day.Day.Moment, fresh, one % 2 == 0, Time));
            }
        }, iter: 40, threads: 1);

    [Theory]
    [Rule("P4")]
    [InlineData(false)]
    [InlineData(true)]
    public void Whoever_has_seen_the_venue_as_it_was_set_up_before_gets_it_anew(bool drops)
    {
        var day = new Day().Staffed();
        day.Do(Day.Valet, new Command.Raise("guest-asks", false, [new("customer-manager")], null, null, null)).Refusal.Should().BeNull();
        var editions = new Editions(() => Time);
        var before = editions.First(day.Moment);
        var client = new Mirror();
        client.Apply(before.Whole(forDesk: true).Changes).Should().BeTrue();

        // Other words of a call that is open; and a position, a person and a place less.
        var book = Day.Library.Venue;
        var asks = book.Phrases["guest-asks"];
        book = book with { Hash = "another", Phrases = book.Phrases.SetItem(asks.Id, asks with { Alert = asks.Alert with { Screen = new("换了说法", "other words") } }) };
        var library = Day.Library with { Venue = drops ? book with { Positions = book.Positions[..^1], Staff = book.Staff[1..], Places = book.Places[1..] } : book };
        day.Work(new Command.SetUp(library));
        var after = editions.Next(before, day.Moment with { Library = library }, replaced: false);

        after.From(client.Cursor, forDesk: true).Should().BeNull("no difference says what went, and whose words are others");
        client.Apply(after.Whole(forDesk: true).Changes).Should().BeTrue();
        Same(client, Differences.Whole(after.Moment, new(), desk: true, Time));
        client.Views.Values.OfType<AlertView>().Should().Contain(alert => alert.Screen.Zh == "换了说法");
    }

    [Fact]
    [Rule("P4")]
    public void The_difference_from_any_cursor_leads_to_the_same_views()
    {
        var day = new DayOfChance(7);
        for (var step = 0; step < 300; step++)
        {
            day.Step();
        }

        var last = day.Day.Moment;
        foreach (var moment in day.Day.Moments.Where(moment => Differences.Reaches(last.State, moment.Seq)))
        {
            var client = new Mirror();
            client.Apply(Differences.Whole(moment, new(), desk: true, Time));
            client.Apply(Differences.Since(last, new(), moment.Seq, desk: true, Time)).Should().BeTrue();
            Same(client, Differences.Whole(last, new(), desk: true, Time));
        }
    }

    [Fact]
    public void Sessions_are_for_the_desk_alone()
    {
        var day = new Day().Staffed();
        day.Work(new Domain.Command.OpenSession("session-1", new(Day.Valet), new("device-x"), Desk: false));

        Differences.Whole(day.Moment, new(), desk: false, Time).Sessions.Should().BeNull();
        Differences.Whole(day.Moment, new(), desk: true, Time).Sessions.Should().ContainSingle();
    }

    [Fact]
    public void An_entry_that_changes_no_view_of_a_stream_is_not_sent_there()
    {
        var day = new Day().Staffed();
        var editions = new Editions(() => Time);
        var first = editions.First(day.Moment);
        day.Work(new Domain.Command.OpenSession("session-1", new(Day.Valet), new("device-x"), Desk: false));
        var second = editions.Next(first, day.Moment, replaced: false);

        second.Stream(true).Live!.Changes.Sessions.Should().ContainSingle();
        second.Stream(false).Live.Should().BeNull();
        second.Stream(false).Changed.Should().Be(first.Stream(false).Changed);
    }

    [Fact]
    public void A_message_begins_where_the_last_one_that_changed_something_ended()
    {
        var day = new Day().Staffed();
        var editions = new Editions(() => Time);
        var first = editions.First(day.Moment);
        day.Do(Day.Boss, new Domain.Command.SetWeather("rain"));
        var second = editions.Next(first, day.Moment, replaced: false);
        day.Do(Day.Boss, new Domain.Command.SetWeather("no such weather"));
        var third = editions.Next(second, day.Moment, replaced: false);
        day.Do(Day.Boss, new Domain.Command.SetWeather("clear"));
        var fourth = editions.Next(third, day.Moment, replaced: false);

        third.Stream(false).Live.Should().BeNull("a refusal changes no view");
        fourth.Stream(false).Live!.Changes.From.Should().Be(second.Seq);
        fourth.Stream(false).Live!.Changes.To.Should().Be(fourth.Seq);
        fourth.Stream(true).Live.Should().BeSameAs(fourth.Stream(false).Live, "what both streams say is encoded once");
    }

    [Fact]
    public void What_did_not_change_is_the_same_object()
    {
        var day = new Day().Staffed();
        day.Pull(Day.Valet, "walk-in", null, ("address", "王先生"));
        var views = new ViewCache();
        var before = Differences.Whole(day.Moment, views, desk: true, Time);
        day.Do(Day.Boss, new Domain.Command.SetWeather("hot"));
        var after = Differences.Whole(day.Moment, views, desk: true, Time);

        after.Guests!.Single().Should().BeSameAs(before.Guests!.Single());
        after.Alerts![0].Should().BeSameAs(before.Alerts![0]);
    }

    // As on a bad line: some messages are lost, some come twice, some clients come back and go on from their cursor.
    private static void Hear(Mirror client, Edition edition, bool desk, Random chance)
    {
        var stream = edition.Stream(desk);
        var message = stream.Live?.Changes ?? edition.Head(stream.Changed).Changes;
        for (var times = chance.Next(3); times > 0; times--)
        {
            if (!client.Apply(message))
            {
                Fetch(client, edition, desk);
            }
        }

        if (chance.Next(10) == 0)
        {
            Fetch(client, edition, desk);
        }
    }

    private static void Fetch(Mirror client, Edition edition, bool desk) =>
        client.Apply(client.Cursor == 0 ? edition.Whole(desk).Changes : (edition.From(client.Cursor, desk) ?? edition.Whole(desk)).Changes).Should().BeTrue();

    private static void Same(Mirror client, Changes fresh)
    {
        var expected = Mirror.All(fresh).ToDictionary(one => (one.Kind, one.View.Id), one => Json(one.View));
        client.Views.ToDictionary(one => one.Key, one => Json(one.Value)).Should().BeEquivalentTo(expected);
    }

    // A cache that saw a call unchanged keeps its number; one that begins anew cannot know, and takes the newest it may be.
    private static string Json(IView view)
    {
        var json = JsonSerializer.SerializeToNode(view, view.GetType(), WireJson.Options)!;
        json["seq"] = 0;
        return json.ToJsonString(WireJson.Options);
    }
}

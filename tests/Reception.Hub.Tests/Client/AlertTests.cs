using Microsoft.Extensions.Time.Testing;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Hub.Tests.Client;

public sealed class AlertTests : IAsyncLifetime
{
    private const string Me = ScriptedHub.Staff;

    private readonly FakeTimeProvider time = new();
    private readonly Inbox<AlertView> rings = new();
    private readonly Inbox<AlertView> overs = new();
    private readonly Inbox<AlertAnswered> answers = new();
    private readonly Inbox<string> contact = new();
    private ScriptedHub hub = null!;
    private ReceptionClient client = null!;
    private long head = 1;

    public async Task InitializeAsync()
    {
        hub = await ScriptedHub.Start();
        await hub.Publish(Sample.Opening("p1"));
        client = ReceptionClient.Connect(hub.Options(time: time), one =>
        {
            one.Rings += rings.Add;
            one.Over += overs.Add;
            one.Answered += answers.Add;
            one.ContactLost += () => contact.Add("lost");
            one.ContactBack += () => contact.Add("back");
        });
        await client.Ready().WaitAsync(Limit);
        await hub.Joins.Next();
    }

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task It_rings_for_an_alert_that_asks_the_person_or_a_position_held_and_for_no_other_and_not_for_one_s_own()
    {
        await Publish(Sample.Open("a1", staff: [Me]));
        await Publish(Sample.Open("a2", positions: ["p1"]));
        await Publish(Sample.Open("a3", positions: ["p2"]));
        await Publish(Sample.Open("a4", staff: ["s2"]));
        await Publish(Sample.Open("a5", positions: ["p1"], sender: Me));

        rings.All.Select(alert => alert.Id).Should().Equal("a1", "a2");
    }

    [Fact]
    public async Task It_rings_again_until_the_person_has_answered()
    {
        await Publish(Sample.Open("a1", staff: [Me], again: 5));
        await rings.Next();

        time.Advance(TimeSpan.FromSeconds(4));
        await Settled();
        rings.All.Should().HaveCount(1);
        time.Advance(TimeSpan.FromSeconds(1));
        await rings.Next();

        await Publish(Sample.Open("a1", staff: [Me], again: 5) with { Answers = [Sample.Said(Me, "ack")] });
        time.Advance(TimeSpan.FromSeconds(6));
        await Settled();
        rings.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_answer_under_way_keeps_it_quiet_and_a_refused_one_does_not()
    {
        hub.Respond = command => new(command.CommandId, false, 9, 0, ErrorCodes.NotAsked.Id);
        await Publish(Sample.Open("a1", staff: [Me], again: 5));
        var alert = await rings.Next();

        await client.Acknowledge(alert).WaitAsync(Limit);

        await rings.Next();
    }

    [Fact]
    public async Task A_delay_that_is_over_rings_once_more()
    {
        var alert = Sample.Open("a1", staff: [Me]);
        await Publish(alert);
        await rings.Next();

        await Publish(alert with { State = "delayed", Answers = [Sample.Said(Me, "delay")] });
        await Publish(alert with { Answers = [Sample.Said(Me, "delay")] });

        await rings.Next();
        rings.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task What_was_over_before_the_device_came_back_never_rings()
    {
        client.Offline();
        await Publish(Sample.Open("a1", staff: [Me]), wait: false);
        await Publish(Sample.Open("a2", staff: [Me]), wait: false);
        await Publish(Sample.Open("a1", staff: [Me]) with { State = "done", Closed = 900 }, wait: false);
        client.Online();
        await client.Reached(head).WaitAsync(Limit);

        (await rings.Next()).Id.Should().Be("a2");
        rings.All.Should().ContainSingle();
    }

    [Fact]
    public async Task An_alert_that_is_over_says_so_once_and_stops()
    {
        await Publish(Sample.Open("a1", staff: [Me], again: 30));
        await rings.Next();

        await Publish(Sample.Open("a1", staff: [Me]) with { State = "overtaken", Closed = 900 });
        time.Advance(TimeSpan.FromSeconds(31));
        await Settled();

        overs.All.Should().ContainSingle(alert => alert.State == "overtaken");
        rings.All.Should().ContainSingle();
    }

    [Fact]
    public async Task The_sender_is_told_who_answered()
    {
        var alert = Sample.Open("a1", staff: ["s2"], sender: Me);
        await Publish(alert);
        await Publish(alert with { Answers = [Sample.Said("s2", "decline")] });
        await Publish(alert with { Answers = [Sample.Said("s2", "decline"), Sample.Said("s3", "ack")], State = "done" });

        answers.All.Select(one => (one.By.Staff, one.By.Kind)).Should().Equal(("s2", "decline"), ("s3", "ack"));
    }

    [Fact]
    public async Task What_arrived_is_reported_at_once_and_what_was_heard_when_it_was_said()
    {
        await Publish(Sample.Open("a1", staff: [Me]));
        (await hub.Reports.Next(report => report.Delivered.Count > 0)).Should().BeEquivalentTo(new { Cursor = 2, Delivered = new[] { "a1" }, Heard = Array.Empty<string>() });

        client.Heard(await rings.Next(), "voice");

        (await hub.Reports.Next(report => report.Heard.Count > 0)).Should().BeEquivalentTo(new { Heard = new[] { "a1" }, How = "voice" });
        await Publish(Sample.Open("a1", staff: [Me]) with { Exhausted = true });
        hub.Reports.All.Count(report => report.Delivered.Count + report.Heard.Count > 0).Should().Be(2, "it is said once per step");
    }

    [Fact]
    public async Task The_cursor_is_reported_after_a_head_and_only_when_it_changed()
    {
        await Publish(Sample.Open("a9", staff: ["s2"]));
        await hub.Send(Sample.Change(head, head));
        (await hub.Reports.Next()).Cursor.Should().Be(2);

        await hub.Send(Sample.Change(head, head));
        await hub.Publish(Sample.Change(head, ++head));
        (await hub.Reports.Next()).Cursor.Should().Be(3);
    }

    [Fact]
    [Rule("P11")]
    public async Task Twenty_five_seconds_without_a_message_are_a_loss_of_contact()
    {
        client.Offline();
        time.Advance(TimeSpan.FromSeconds(24));
        await Settled();
        contact.All.Should().BeEmpty();

        time.Advance(TimeSpan.FromSeconds(1));
        (await contact.Next()).Should().Be("lost");
        client.Online();

        (await contact.Next()).Should().Be("back");
    }

    [Fact]
    public async Task A_line_that_is_silent_for_more_than_a_head_is_opened_anew()
    {
        time.Advance(TimeSpan.FromSeconds(16));

        (await Comes(hub.Joins)).Since.Should().Be(1);
    }

    [Fact]
    [Rule("P13")]
    public async Task After_a_day_without_contact_nothing_about_guests_is_left()
    {
        await hub.Publish(Sample.Guest(1, ++head, "g1"));
        await client.Reached(head).WaitAsync(Limit);
        client.Offline();

        time.Advance(TimeSpan.FromSeconds(25));
        time.Advance(TimeSpan.FromHours(24));

        client.Views.Guests.Should().BeEmpty();
        client.Online();
        (await hub.Joins.Next()).Since.Should().Be(0);
    }

    private static TimeSpan Limit => TimeSpan.FromSeconds(10);

    private async Task Publish(AlertView alert, bool wait = true)
    {
        await hub.Publish(Sample.Alert(head, ++head, alert));
        if (wait)
        {
            await client.Reached(head).WaitAsync(Limit);
            await Settled();
        }
    }

    // Lets time pass until it does.
    private async Task<T> Comes<T>(Inbox<T> inbox)
    {
        var next = inbox.Next();
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Settled();
        }

        return await next;
    }

    // What was posted before is done: the loop runs in order.
    private Task Settled() => client.Reached(0).WaitAsync(Limit);
}

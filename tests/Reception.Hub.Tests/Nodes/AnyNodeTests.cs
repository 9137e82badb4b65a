using Microsoft.Extensions.DependencyInjection;
using Reception.Client;
using Reception.Contracts;
using Reception.Domain.Alerts;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Nodes;

/// <summary>Any command on any node, with PostgreSQL alone between them.</summary>
public sealed class AnyNodeTests
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    [Fact, Rule("P5")]
    public async Task One_command_sent_to_both_nodes_at_once_and_again_has_one_entry_and_one_answer()
    {
        await using var nodes = await TwoNodes.Start();
        using var anybody = new HubApi(nodes.A.Url);
        var session = await anybody.SignInToDemo(await Someone(nodes.A, "parking-valet"));
        using HubApi atA = new(nodes.A.Url, session.Token), atB = new(nodes.B.Url, session.Token);

        for (var round = 0; round < 5; round++)
        {
            var command = new Command($"{Guid.NewGuid():N}", round == 0 ? Kinds.DutyStart : Kinds.DutyBack, Now(nodes.A), round == 0 ? Args(("positions", "parking-valet")) : Args());
            var sends = Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? atA : atB).Do(command));
            List<Answer> answers = [.. await Task.WhenAll(sends).WaitAsync(RunningHub.Limit), await atB.Do(command), await atA.Do(command)];

            answers.Should().AllBeEquivalentTo(answers[0]);
            (await nodes.Store.Entries(nodes.B.Venue, 0, 10_000)).Where(entry => entry.CommandId == command.CommandId)
                .Should().ContainSingle().Which.Seq.Should().Be(answers[0].Seq);
        }
    }

    [Fact, Rule("P7")]
    public async Task Of_two_who_answer_a_call_at_two_nodes_one_has_it_and_the_other_is_told_who_and_when()
    {
        await using var nodes = await TwoNodes.Start();
        var valet = await nodes.A.OnDuty("parking-valet");
        var managers = new[] { await nodes.A.OnDuty("customer-manager"), await nodes.B.OnDuty("customer-manager") };
        for (var round = 0; round < 5; round++)
        {
            var raised = await valet.Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit);
            var alert = raised.Created!["alert"];
            await Task.WhenAll(managers.Select(manager => manager.Reached(raised.Seq))).WaitAsync(RunningHub.Limit);

            var answers = await Task.WhenAll(managers.Select(manager => manager.Api.Do(manager.Make(Kinds.AlertAcknowledge, Args(("alert", alert)))))).WaitAsync(RunningHub.Limit);

            var first = Array.FindIndex(answers, answer => answer.Ok);
            var second = answers[1 - first];
            second.Should().Match<Answer>(answer => !answer.Ok && answer.Seq > answers[first].Seq);
            second.Args!["who"].Should().Be(managers[first].Session!.Staff);
            await Task.WhenAll(managers.Append(valet).Select(one => one.Reached(second.Seq))).WaitAsync(RunningHub.Limit);
            managers.Append(valet).Select(one => one.Views.Alerts[alert].Answers.Single().Staff).Should().AllBe(managers[first].Session!.Staff, "all screens say the same");
        }
    }

    [Fact, Rule("P6")]
    public async Task A_call_climbs_once_a_step_on_two_nodes_with_nobody_connected_and_goes_on_when_one_of_them_ends()
    {
        await using var nodes = await TwoNodes.Start(clock: 10);
        var valet = await nodes.A.OnDuty("parking-valet");
        await nodes.B.OnDuty("customer-manager");
        await nodes.A.OnDuty("supervisor");
        var raised = await valet.Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit);
        await nodes.A.LeaveAll();
        await nodes.B.LeaveAll();

        (await Steps(nodes, raised.Created!["alert"], 1)).Should().Equal(1);
        await nodes.A.Stop();
        var steps = await Steps(nodes, raised.Created["alert"], 2);

        steps.Should().Equal(Enumerable.Range(1, steps.Count), "each step once, in order");
    }

    [Fact, Rule("P12")]
    public async Task A_session_is_good_at_every_node_at_once_and_over_at_all_of_them()
    {
        await using var nodes = await TwoNodes.Start();
        using var anybody = new HubApi(nodes.A.Url);
        var session = await anybody.SignInToDemo(await Someone(nodes.A, "parking-valet"));
        using HubApi atA = new(nodes.A.Url, session.Token), atB = new(nodes.B.Url, session.Token);

        (await atB.Me().WaitAsync(RunningHub.Limit)).Staff.Should().Be(session.Staff, "it was opened a moment ago, elsewhere");
        var left = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var phone = nodes.At(nodes.B, session.Token, client => client.LeftBehind += leave => left.TrySetResult(leave.Code));
        await phone.Ready().WaitAsync(RunningHub.Limit);

        await atA.SignOut(session.SessionId).WaitAsync(RunningHub.Limit);

        (await left.Task.WaitAsync(TimeSpan.FromSeconds(10))).Should().Be("revoked");
        await atB.Awaiting(api => api.Me()).Should().ThrowAsync<HubProblemException>();
    }

    [Fact, Rule("P2")]
    public async Task Who_changes_the_node_goes_on_from_the_cursor_and_is_never_sent_back()
    {
        await using var nodes = await TwoNodes.Start();
        var valet = await nodes.A.OnDuty("parking-valet");
        using var anybody = new HubApi(nodes.A.Url);
        var session = await anybody.SignInToDemo(await Someone(nodes.A, "customer-manager"));
        using HubApi atA = new(nodes.A.Url, session.Token), atB = new(nodes.B.Url, session.Token);
        for (var round = 0; round < 5; round++)
        {
            var raised = await valet.Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit);
            raised.Ok.Should().BeTrue();
            var there = await atA.Sync(new(0, ""), TimeSpan.Zero).WaitAsync(RunningHub.Limit);
            there.To.Should().BeGreaterThanOrEqualTo(raised.Seq);

            var here = await atB.Sync(new(there.To, there.Mark), TimeSpan.Zero).WaitAsync(RunningHub.Limit);

            here.Reset.Should().BeFalse();
            here.To.Should().BeGreaterThanOrEqualTo(there.To);
        }
    }

    [Fact]
    public async Task A_card_that_was_changed_at_one_node_is_read_again_at_the_other()
    {
        await using var nodes = await TwoNodes.Start();
        var book = nodes.A.Services.GetRequiredService<VenueStart>().Library.Current("sales-visit")!;
        var address = book.Fields.First(field => field.Use == CardLabels.AddressUse).Id;
        var opens = book.Triggers.First(trigger => trigger.Opens && trigger.By.Any(by => by.Value == "parking-valet") && trigger.Ask.Any(ask => ask.Field == address));
        var valet = await nodes.A.OnDuty("parking-valet");
        var watcher = await nodes.B.OnDuty("customer-manager");
        var fields = opens.Ask.Where(ask => ask.Needed).ToDictionary(ask => ask.Field, ask => book.Field(ask.Field)!.Type == Domain.Playbooks.FieldType.Text ? "浙A·12345" : "1");
        fields[address] = "王先生";
        var opened = await valet.Open(book.Id, opens.Id, fields).WaitAsync(RunningHub.Limit);
        opened.Ok.Should().BeTrue(opened.Words?.En);
        var guest = opened.Created!["guest"];
        await watcher.Reached(opened.Seq).WaitAsync(RunningHub.Limit);
        watcher.Views.Guests[guest].Address.Zh.Should().Be("王先生");

        var changed = await valet.CorrectCard(guest, Args((address, "汪先生"))).WaitAsync(RunningHub.Limit);
        await watcher.Reached(changed.Seq).WaitAsync(RunningHub.Limit);

        watcher.Views.Guests[guest].Address.Zh.Should().Be("汪先生");
    }

    private static async Task<string> Someone(RunningHub hub, string position)
    {
        var venue = await hub.Services.GetRequiredService<LiveVenues>().Get(hub.Venue);
        return venue.Current.State.Staff.Values.First(person => person.Held.IsEmpty && person.Allowed.Any(allowed => allowed.Value == position)).Id.Value;
    }

    private static long Now(RunningHub hub) => hub.Services.GetRequiredService<VenueClock>().Now.ToUnixTimeMilliseconds();

    private static Dictionary<string, string> Args(params (string Name, string Value)[] args) => args.ToDictionary(arg => arg.Name, arg => arg.Value);

    /// <summary>The steps that the log has of this call, as soon as there are so many.</summary>
    private static async Task<List<int>> Steps(TwoNodes nodes, string alert, int atLeast)
    {
        using var limit = new CancellationTokenSource(RunningHub.Limit);
        while (true)
        {
            var steps = (await nodes.Store.Entries(nodes.B.Venue, 0, 10_000, CancellationToken.None))
                .SelectMany(stored => LogJson.ReadEntry(nodes.B.Venue, stored).Events)
                .OfType<AlertEvents.AlertStepped>().Where(step => step.Alert.Value == alert).Select(step => step.Step).ToList();
            if (steps.Count >= atLeast || limit.IsCancellationRequested)
            {
                return steps;
            }

            await Task.Delay(LookEvery, CancellationToken.None);
        }
    }
}

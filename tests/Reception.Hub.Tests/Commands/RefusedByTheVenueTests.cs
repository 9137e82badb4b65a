using System.Net.Http.Json;
using System.Text.Json;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Commands;

/// <summary>What can be read and cannot be done: one entry that says so, no view changes, and words in two languages.</summary>
public sealed class RefusedByTheVenueTests(HubFixture hub) : IClassFixture<HubFixture>
{
    public static TheoryData<string, string, string?, string> Rows => new()
    {
        { "pull", """{"playbook":"sales-visit","trigger":"walk-in"}""", """{"shoe-size":"44"}""", "unknown-field" },
        { "pull", """{"playbook":"no-such-book","trigger":"walk-in"}""", null, "unknown-playbook" },
        { "pull", """{"playbook":"sales-visit","trigger":"fly"}""", null, "unknown-trigger" },
        { "pull", """{"journey":"nobody","trigger":"leave"}""", null, "unknown-journey" },
        { "undo", """{"journey":"nobody"}""", null, "unknown-journey" },
        { "guest.card", """{"guest":"nobody"}""", """{"address":"王先生"}""", "unknown-guest" },
        { "duty.start", """{"positions":"lighthouse"}""", null, "unknown-position" },
        { "duty.start", """{"positions":"manager"}""", null, "position-not-allowed" },
        { "duty.cover", """{"staff":"nobody","position":"water-bar"}""", null, "unknown-staff" },
        { "duty.away", """{"minutes":"5","cover":"nobody"}""", null, "unknown-staff" },
        { "alert.raise", """{"phrase":"no-such-phrase"}""", null, "unknown-phrase" },
        { "alert.raise", """{"phrase":"guest-asks"}""", null, "no-receiver" },
        { "alert.raise", """{"phrase":"guest-asks","to":"lighthouse"}""", null, "unknown-position" },
        { "alert.raise", """{"phrase":"guest-asks","staff":"nobody"}""", null, "unknown-staff" },
        { "alert.ack", """{"alert":"none"}""", null, "unknown-alert" },
        { "alert.delay", """{"alert":"none","minutes":"2"}""", null, "unknown-alert" },
        { "item.tick", """{"item":"none"}""", null, "unknown-item" },
        { "place.open", """{"place":"moon","open":"false"}""", null, "unknown-place" },
        { "venue.weather", """{"weather":"fog"}""", null, "bad-argument" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_is_one_entry_without_any_effect(string kind, string args, string? fields, string code)
    {
        using var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        await Settle(valet);
        var (seq, views) = await Views(valet);

        var answer = await valet.Send(valet.Command(kind) with { Args = Read(args), Fields = fields is null ? null : Read(fields) });

        answer.Should().Match<Answer>(one => !one.Ok && one.Code == code && one.Seq == seq + 1);
        answer.Words!.Zh.Should().NotBeEmpty().And.NotContainAny("{", "}");
        answer.Words.En.Should().NotBeEmpty().And.NotContainAny("{", "}");
        var (after, same) = await Views(valet);
        after.Should().Be(seq + 1, "the refusal itself is all that is entered");
        same.Should().Be(views);
        (await hub.Store.Entries(TestVenue.Id, seq, 10)).Should().ContainSingle().Which.CommandId.Should().Be(answer.CommandId);
    }

    [Fact]
    [Rule("J3")]
    public async Task A_step_that_is_not_possible_now_says_who_did_what_when_and_what_is_possible()
    {
        using var valet = await hub.SignIn("valet");
        using var door = await hub.SignIn("door");
        await valet.TakePosition("parking-valet");
        await door.TakePosition("door-valet");
        await Settle(valet);
        var journey = (await valet.Do(Kinds.Pull, new { playbook = "sales-visit", trigger = "walk-in" }, new { address = "王先生", size = "2" })).Created!["journey"];
        await valet.Ok(Kinds.Pull, new { journey, trigger = "escort" });
        var (seq, views) = await Views(valet);

        var answer = await valet.Do(Kinds.Pull, new { journey, trigger = "escort" });

        answer.Should().Match<Answer>(one => !one.Ok && one.Code == "not-now" && one.Seq == seq + 1);
        answer.Args.Should().Contain("who", "valet").And.ContainKeys("at", "can");
        answer.Words!.Zh.Should().Contain("王先生").And.Contain("陈晨").And.MatchRegex(@"\d\d:\d\d").And.Contain("现在可以");
        answer.Words.En.Should().Contain("Chen").And.MatchRegex(@"\d\d:\d\d").And.Contain("Possible now");
        (await Views(valet)).Views.Should().Be(views);
    }

    /// <summary>That a device which asks can be reached is an entry of its own, and comes a moment after it has asked.</summary>
    private async Task Settle(Person person)
    {
        await Views(person);
        var venue = await hub.Venue();
        var started = TimeProvider.System.GetTimestamp();
        while (!venue.Current.State.Staff[new(person.Session.Staff)].Devices.ContainsKey(new(person.Session.Device)))
        {
            TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(20);
        }
    }

    /// <summary>All that anybody sees, without where the log stands.</summary>
    private static async Task<(long Seq, string Views)> Views(Person person)
    {
        var whole = (await person.Http.GetFromJsonAsync<Changes>("/sync?since=0&reach=sound", WireJson.Options))!;
        var json = JsonSerializer.SerializeToNode(whole with { From = 0, To = 0, Mark = "", Now = 0 }, WireJson.Options)!;
        return (whole.To, json.ToJsonString(WireJson.Options));
    }

    private static Dictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Commands;

/// <summary>Bad input gets a code and words in two languages, and leaves nothing behind.</summary>
public sealed class BadInputTests(HubFixture hub) : IClassFixture<HubFixture>
{
    public static TheoryData<string, string> Bodies => new()
    {
        { """{"commandId":"x-1","kind":"duty.back","madeAt":0,"args":{}}""", "malformed" },
        { """{"commandId":"with space","kind":"duty.back","madeAt":0,"args":{}}""", "malformed" },
        { """{"kind":"duty.back","madeAt":0,"args":{}}""", "malformed" },
        { """{"commandId":"bad-00001","madeAt":0,"args":{}}""", "malformed" },
        { """{"commandId":"bad-00002","kind":"duty.back","madeAt":0}""", "malformed" },
        { """{"commandId":"bad-00003","kind":"duty.back","madeAt":0,"args":{"two words":"x"}}""", "malformed" },
        { """{"commandId":"bad-00004","kind":"duty.dance","madeAt":0,"args":{}}""", "unknown-kind" },
        { """{"commandId":"bad-00005","kind":"duty.back","madeAt":0,"args":{"room":"x"}}""", "unknown-argument" },
        { """{"commandId":"bad-00006","kind":"duty.back","madeAt":0,"args":{},"fields":{"address":"x"}}""", "unknown-argument" },
        { """{"commandId":"bad-00007","kind":"duty.start","madeAt":0,"args":{}}""", "missing-argument" },
        { """{"commandId":"bad-00008","kind":"pull","madeAt":0,"args":{"trigger":"arrive"}}""", "missing-argument" },
        { """{"commandId":"bad-00009","kind":"pull","madeAt":0,"args":{"trigger":"arrive","journey":"j","playbook":"p"}}""", "bad-argument" },
        { """{"commandId":"bad-00010","kind":"duty.away","madeAt":0,"args":{"minutes":"ten"}}""", "bad-argument" },
        { """{"commandId":"bad-00011","kind":"duty.away","madeAt":0,"args":{"minutes":-1}}""", "bad-argument" },
        { """{"commandId":"bad-00012","kind":"place.open","madeAt":0,"args":{"place":"room-a","open":"maybe"}}""", "bad-argument" },
        { """{"commandId":"bad-00013","kind":"alert.ack","madeAt":0,"args":{"alert":"王先生"}}""", "bad-argument" },
        { """{"commandId":"bad-00014","kind":"guest.erase","madeAt":0,"args":{"guest":"g"}}""", "not-allowed" },
        { """{"commandId":"bad-00015","kind":"session.revoke","madeAt":0,"args":{"session":"another"}}""", "not-allowed" },
        { """{"commandId":"bad-00016","kind":"guest.card","madeAt":0,"args":{"guest":"g"},"fields":{"address":"王\u202E先生"}}""", "bad-text" },
        { """{"commandId":"bad-00017","kind":"guest.card","madeAt":0,"args":{"guest":"g"},"fields":{"address":"王\u0007"}}""", "bad-text" },
        { """{"commandId":"bad-00018","kind":"guest.card","madeAt":0,"args":{"guest":"g"},"fields":{"address":"\uD83D"}}""", "malformed" },
        { """{"commandId":"bad-00019","kind":"guest.card","madeAt":0,"args":{"guest":"g"},"fields":{"address":"LONG"}}""".Replace("LONG", new('长', 501), StringComparison.Ordinal), "too-long" },
        { """{"commandId":"bad-00020","kind":"duty.back","madeAt":"yesterday","args":{}}""", "malformed" },
        { """{"commandId":"bad-00021","kind":"duty.back","madeAt":0,"args":{"deep":{"er":1}}}""", "malformed" },
        { """{"commandId":"bad-00022","kind":"duty.back","ma""", "malformed" },
        { "[]", "malformed" },
        { "null", "malformed" },
        { "", "malformed" },
        { new('x', 17 * 1024), "too-large" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task It_is_refused_in_words_and_changes_nothing(string body, string code)
    {
        using var bar = await hub.SignIn("bar");
        var before = (await hub.Venue()).Current;

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await bar.Http.PostAsync("/commands", content);

        var problem = (await response.Content.ReadFromJsonAsync<Problem>(WireJson.Options))!;
        problem.Code.Should().Be(code);
        problem.Status.Should().Be((int)response.StatusCode).And.Be(ErrorCodes.All[code].Status);
        problem.Words.Zh.Should().NotBeEmpty().And.NotContain("{");
        problem.Words.En.Should().NotBeEmpty().And.NotContain("{");
        (await response.Content.ReadAsStringAsync()).Should().NotContain("   at ").And.NotContain("Exception");
        (await hub.Venue()).Current.Should().BeSameAs(before);
    }

    [Fact]
    public async Task A_body_that_is_no_json_at_all_is_refused_too()
    {
        using var bar = await hub.SignIn("bar");
        using var content = new StringContent("hello", Encoding.UTF8, "text/plain");
        using var response = await bar.Http.PostAsync("/commands", content);
        (await response.Content.ReadFromJsonAsync<Problem>(WireJson.Options))!.Code.Should().Be("malformed");
    }

    [Theory]
    [InlineData("""{"positions":["water-bar"]}""")]
    [InlineData("""{"positions":"water-bar"}""")]
    public async Task Lists_may_come_as_lists(string args)
    {
        using var bar = await hub.SignIn("bar");
        var command = bar.Command(Kinds.DutyStart);
        using var content = new StringContent(
            $$"""{"commandId":"{{command.CommandId}}","kind":"duty.start","madeAt":{{command.MadeAt}},"args":{{args}}}""", Encoding.UTF8, "application/json");
        using var response = await bar.Http.PostAsync("/commands", content);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadFromJsonAsync<Answer>(WireJson.Options))!.Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Who_sends_faster_than_anybody_can_press_is_asked_to_wait()
    {
        await using var own = await HubFixture.Start(change: builder => builder.Services.Configure<RealtimeOptions>(limits => (limits.CommandsPerSecond, limits.CommandBurst) = (10, 20)));
        using var bar = await own.SignIn("bar");
        using var door = await own.SignIn("door");

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => bar.Http.PostAsJsonAsync("/commands", bar.Command(Kinds.DutyBack), WireJson.Options)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).Should().BeInRange(20, 40);
        answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).Headers.RetryAfter.Should().NotBeNull();
        (await door.Do(Kinds.DutyStart, new { positions = "door-valet" })).Ok.Should().BeTrue("another session is not concerned");
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task A_device_whose_clock_is_an_hour_wrong_is_served(int seconds)
    {
        using var bar = await hub.SignIn("bar");
        var command = bar.Command(Kinds.DutyStart, new { positions = "water-bar" });
        (await bar.Send(command with { MadeAt = command.MadeAt + (seconds * 1000L) })).Ok.Should().BeTrue();
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public async Task A_time_that_no_calendar_has_is_no_fault(long madeAt)
    {
        using var bar = await hub.SignIn("bar");
        (await bar.Send(bar.Command(Kinds.DutyBack) with { MadeAt = madeAt })).Code.Should().NotBe("fault");
    }
}

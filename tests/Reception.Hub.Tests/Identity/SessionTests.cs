using System.Net;
using System.Net.Http.Json;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Identity;

public sealed class SessionTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Theory]
    [InlineData("", "missing-argument", "缺少：设备名称")]
    [InlineData("手\u202e机", "bad-text", "设备名称 里有看不见的控制字符")]
    [InlineData("一个长得谁也念不完、也不会有人真的这样去叫它、因为四十个字以上的名称没有一块屏幕放得下的设备", "too-long", "设备名称 太长")]
    public async Task What_is_wrong_with_a_device_s_name_is_said(string device, string code, string words)
    {
        await using var own = await HubFixture.Start();
        using var anybody = new HttpClient { BaseAddress = own.Address };
        using var answer = await anybody.PostAsJsonAsync("/enrol", new Enrol("AAAABBBB", device), WireJson.Options);
        var problem = (await answer.Content.ReadFromJsonAsync<Problem>(WireJson.Options))!;
        problem.Code.Should().Be(code);
        problem.Words.Zh.Should().Contain(words);
        problem.Words.En.Should().Contain("the device's name");
    }

    [Fact]
    public async Task A_code_given_out_by_the_desk_becomes_a_session_once()
    {
        await using var own = await HubFixture.Start();
        using var chief = await own.SignIn("chief");
        var code = await Post<EnrolCode>(chief.Http, "/codes", new MakeCode("bar"));
        using var anybody = new HttpClient { BaseAddress = own.Address };

        var typed = code.Value.ToLowerInvariant().Insert(4, " ");
        var session = await Post<Session>(anybody, "/enrol", new Enrol(typed, "水吧的平板"));

        session.Should().Match<Session>(one => one.Staff == "bar" && one.Stream == "floor" && one.Venue == TestVenue.Id);
        (await Refused(anybody, "/enrol", new Enrol(code.Value, "x"))).Should().Be(ErrorCodes.BadCode.Id);
        (await own.Venue()).Current.State.Sessions.Should().ContainKey(session.SessionId);
        using var mine = new HttpClient { BaseAddress = own.Address, DefaultRequestHeaders = { Authorization = new("Bearer", session.Token) } };
        (await mine.GetFromJsonAsync<Joined>("/me", WireJson.Options))!.Staff.Should().Be("bar");
    }

    [Fact]
    public async Task Codes_are_for_the_desk_and_for_people_who_exist()
    {
        using var bar = await hub.SignIn("bar");
        using var chief = await hub.SignIn("chief");
        (await Refused(bar.Http, "/codes", new MakeCode("bar"))).Should().Be(ErrorCodes.NotAllowed.Id);
        (await Refused(chief.Http, "/codes", new MakeCode("nobody"))).Should().Be(ErrorCodes.UnknownStaff.Id);
    }

    [Fact]
    public async Task Guessing_codes_is_slow()
    {
        await using var own = await HubFixture.Start();
        using var anybody = new HttpClient { BaseAddress = own.Address };
        var codes = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            codes.Add(await Refused(anybody, "/enrol", new Enrol("AAAABBBB", "x")));
        }

        codes.Take(10).Should().OnlyContain(code => code == ErrorCodes.BadCode.Id);
        codes.Skip(10).Should().OnlyContain(code => code == ErrorCodes.TooMany.Id);
    }

    [Fact]
    public async Task A_session_that_was_ended_has_no_effect_any_more()
    {
        using var bar = await hub.SignIn("bar");
        using var chief = await hub.SignIn("chief");
        await bar.TakePosition("water-bar");

        using var ended = await chief.Http.DeleteAsync($"/sessions/{bar.Session.SessionId}");

        ended.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await bar.Do(Kinds.DutyBack)).Code.Should().Be(ErrorCodes.NotSignedIn.Id);
        using var me = await bar.Http.GetAsync("/me");
        me.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task One_may_end_ones_own_session_and_nobody_elses()
    {
        using var bar = await hub.SignIn("bar");
        using var door = await hub.SignIn("door");

        using var others = await bar.Http.DeleteAsync($"/sessions/{door.Session.SessionId}");
        using var own = await bar.Http.DeleteAsync($"/sessions/{bar.Session.SessionId}");

        others.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        own.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await door.Do(Kinds.DutyStart, new { positions = "door-valet" })).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_demo_nobody_signs_in_by_name()
    {
        await using var real = await HubFixture.Start(new() { Demo = false });
        using var anybody = new HttpClient { BaseAddress = real.Address };

        (await Refused(anybody, "/demo/sessions", new DemoSession("boss"))).Should().Be(ErrorCodes.NotFound.Id);
        using var staff = await anybody.GetAsync("/demo/staff");
        staff.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await real.Venue()).Current.State.Sessions.Should().BeEmpty();
    }

    [Fact]
    public async Task The_demo_lists_its_staff()
    {
        using var anybody = new HttpClient { BaseAddress = hub.Address };
        (await anybody.GetStringAsync("/demo/staff")).Should().Contain("\"id\":\"valet\"").And.Contain("停车场礼宾");
        (await Refused(anybody, "/demo/sessions", new DemoSession("nobody"))).Should().Be(ErrorCodes.UnknownStaff.Id);
    }

    [Fact]
    public async Task No_token_lies_in_the_store()
    {
        using var bar = await hub.SignIn("bar");
        var rows = await hub.Store.Sessions(TestVenue.Id);
        rows.Should().Contain(row => row.Id == bar.Session.SessionId);
        foreach (var file in Directory.EnumerateFiles(hub.Folder).Where(file => !file.EndsWith(DataFolder.LockFile, StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).Should().NotContain(bar.Session.Token);
        }
    }

    private static async Task<T> Post<T>(HttpClient http, string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body, WireJson.Options);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>(WireJson.Options))!;
    }

    private static async Task<string> Refused(HttpClient http, string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body, WireJson.Options);
        response.IsSuccessStatusCode.Should().BeFalse();
        return (await response.Content.ReadFromJsonAsync<Problem>(WireJson.Options))!.Code;
    }
}

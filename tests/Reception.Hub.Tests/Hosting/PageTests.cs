using System.Net;
using System.Net.Http.Json;
using Reception.Contracts;
using Reception.Hub.Diagnostics;
using Reception.Hub.Realtime;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Hosting;

public sealed class PageTests(HubFixture hub) : IClassFixture<HubFixture>, IDisposable
{
    private readonly HttpClient _anybody = new() { BaseAddress = hub.Address };

    public void Dispose() => _anybody.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/board")]
    public async Task Every_address_without_a_file_is_the_page(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var response = await _anybody.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await response.Content.ReadAsStringAsync()).Should().Contain("<!doctype html>");
    }

    [Theory]
    [InlineData("/comands")]
    [InlineData("/commands")]
    public async Task Who_asks_for_no_page_gets_none_for_a_wrong_address(string address)
    {
        using var response = await _anybody.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadFromJsonAsync<Problem>(WireJson.Options))!.Code.Should().Be(ErrorCodes.NotFound.Id);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_found()
    {
        using var response = await _anybody.GetAsync("/assets/nothing.js");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadFromJsonAsync<Problem>(WireJson.Options))!.Code.Should().Be(ErrorCodes.NotFound.Id);
    }

    [Fact]
    public async Task It_says_that_it_lives_and_is_ready()
    {
        (await _anybody.GetStringAsync("/healthz/live")).Should().Be("alive");
        (await _anybody.GetFromJsonAsync<ReadyAnswer>("/healthz/ready", WireJson.Options))!.Should().BeEquivalentTo(new ReadyAnswer(true, [], []));
    }

    [Fact]
    public async Task Words_are_answered_inside_their_venue_only()
    {
        using var bar = await hub.SignIn("bar");
        var library = (await hub.Venue()).Current.Library;
        foreach (var hash in library.ByHash.Keys.Append(library.Venue.Hash))
        {
            (await bar.Http.GetFromJsonAsync<WordsDocument>($"/words/{hash}", WireJson.Options))!.Hash.Should().Be(hash);
        }

        using var other = await bar.Http.GetAsync("/words/0000");
        other.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    [Rule("P2")]
    public async Task The_log_is_read_page_by_page_without_a_hole()
    {
        using var boss = await hub.SignIn("boss");
        using var bar = await hub.SignIn("bar");
        for (var i = 0; i < 7; i++)
        {
            await bar.TakePosition("water-bar");
            await bar.Do(Kinds.DutyEnd);
        }

        var rows = new List<LogRow>();
        for (LogPage? page = null; page is null || page.Next > 0;)
        {
            page = (await boss.Http.GetFromJsonAsync<LogPage>($"/log?since={page?.Next ?? 0}&take=5", WireJson.Options))!;
            rows.AddRange(page.Rows);
        }

        rows.Select(row => row.Seq).Should().Equal(Enumerable.Range(1, rows.Count).Select(seq => (long)seq));
        rows[^1].Mark.Should().Be((await hub.Venue()).Current.Mark.Value);
        rows.Should().OnlyContain(row => row.Words.Zh.Length > 0 && row.Words.En.Length > 0 && row.Day == "2026-11-28");
        rows.Should().Contain(row => row.Outcome == "ok" && row.Staff == "bar" && row.Words.Zh == "何燕 上岗：水吧");
    }

    [Fact]
    public async Task A_fault_is_answered_without_saying_where_it_happened()
    {
        await using var own = await HubFixture.Start();
        own.Expect("An unhandled exception");
        using var boss = await own.SignIn("boss");
        own.Switch.Fails = nameof(IVenueStore.Entries);

        using var response = await boss.Http.GetAsync("/log");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        var body = await response.Content.ReadAsStringAsync();
        body.Should().Contain("\"code\":\"fault\"").And.NotContain("Exception").And.NotContain("   at ");
    }
}

using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Hub.Diagnostics;
using Reception.Hub.Proxies;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Hosting;

/// <summary><c>/metrics</c>: what an operator watches, near by only, and never a word about people.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task What_happens_at_a_venue_is_counted()
    {
        await using var hub = await HubFixture.Start();
        using var operatorsCurl = new HttpClient { BaseAddress = hub.Address };
        // Counting begins with the first look.
        await operatorsCurl.GetStringAsync("/metrics");
        using var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        (await valet.Do(Kinds.DutyCover, new { staff = "bar", position = "water-bar" })).Ok.Should().BeFalse();
        await valet.Ok(Kinds.AlertRaise, new { phrase = "guest-asks", to = "customer-manager" });
        await hub.FastForward(TimeSpan.FromSeconds(20));

        var page = await operatorsCurl.GetStringAsync("/metrics");

        // Others of this process count on the same counters.
        Value(page, "reception_commands_total", """kind="duty.start",""", """outcome="ok""").Should().BePositive();
        Value(page, "reception_commands_total", """kind="duty.cover",""").Should().BePositive();
        Value(page, "reception_commit_duration_seconds_count").Should().BePositive();
        Value(page, "reception_append_size_bytes_sum").Should().BePositive();
        Value(page, "reception_ladder_climbs_total").Should().BePositive("nobody is at that position");
        Value(page, "reception_alert_unanswered_age_seconds", "test-centre").Should().BeGreaterThanOrEqualTo(19);
        Value(page, "reception_step_overdue_seconds", "test-centre").Should().BeLessThan(5);
        Value(page, "reception_cursor_lag", "test-centre").Should().Be(0);
        Value(page, "reception_ready").Should().Be(1);
        Value(page, "reception_store_healthy").Should().Be(1);
        Value(page, "reception_amber", "store-failing").Should().Be(0);
        Value(page, "reception_venues_awake").Should().Be(1);
        page.Should().NotContainAny("陈晨", "Chen", "valet", valet.Session.Token, valet.Session.SessionId);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    public async Task What_comes_through_a_proxy_finds_no_such_page(string header, string value)
    {
        await using var hub = await HubFixture.Start(change: builder => builder.Services.Configure<ProxyOptions>(proxy => proxy.Networks.Add("127.0.0.1")));
        using var guest = new HttpClient { BaseAddress = hub.Address, DefaultRequestHeaders = { { header, value } } };
        using var answer = await guest.GetAsync("/metrics");
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.200.3.4", true)]
    [InlineData("10.0.0.0/8", "::ffff:10.200.3.4", true)]
    [InlineData("10.0.0.7", "10.0.0.7", true)]
    [InlineData("10.0.0.7", "10.0.0.8", false)]
    [InlineData("fd00::/8", "fd12::1", true)]
    [InlineData("fd00::/8", "10.0.0.7", false)]
    public void A_network_is_an_address_or_a_prefix(string network, string peer, bool inside) =>
        Networks.Parse([network]).Contain(IPAddress.Parse(peer)).Should().Be(inside);

    [Fact]
    public async Task A_network_that_is_none_refuses_the_start()
    {
        var start = () => HubFixture.Start(change: builder => builder.Services.Configure<MetricsOptions>(metrics => metrics.Networks.Add("10.0.0.0/99")));
        (await start.Should().ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>()).Which.Message.Should().Contain("Metrics:Networks");
    }

    /// <summary>Of the first line of this name with these parts.</summary>
    private static double Value(string page, string name, params string[] parts)
    {
        var line = page.Split('\n').FirstOrDefault(one => one.StartsWith(name, StringComparison.Ordinal) && parts.All(part => one.Contains(part, StringComparison.Ordinal)));
        line.Should().NotBeNull("{0} {1} is on the page:\n{2}", name, string.Join(' ', parts), page);
        return double.Parse(line!.Split("} ")[^1].Split(' ')[line.Contains('{', StringComparison.Ordinal) ? 0 : 1], CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Hub.Proxies;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Hosting;

/// <summary>Who a request is from, when a proxy stands in front: told by the site's own proxy it is believed, by anybody else it is not.</summary>
public sealed class ProxyTests
{
    private const int Allowed = 10;

    [Fact]
    public async Task Behind_the_named_proxy_guesses_are_counted_per_guesser()
    {
        await using var hub = await HubFixture.Start(change: builder => builder.Services.Configure<ProxyOptions>(proxy => proxy.Networks.Add("127.0.0.0/8")));
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < Allowed + 1; guess++)
        {
            answers.Add(await Guess(hub, string.Create(CultureInfo.InvariantCulture, $"203.0.113.{guess}")));
        }

        answers.Should().NotContain(HttpStatusCode.TooManyRequests);
        for (var guess = 1; guess < Allowed; guess++)
        {
            (await Guess(hub, "203.0.113.0")).Should().NotBe(HttpStatusCode.TooManyRequests);
        }

        (await Guess(hub, "203.0.113.0")).Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task What_nobody_named_says_about_itself_is_not_believed()
    {
        await using var hub = await HubFixture.Start();
        for (var guess = 0; guess < Allowed; guess++)
        {
            (await Guess(hub, string.Create(CultureInfo.InvariantCulture, $"203.0.113.{guess}"))).Should().NotBe(HttpStatusCode.TooManyRequests);
        }

        (await Guess(hub, "203.0.113.99")).Should().Be(HttpStatusCode.TooManyRequests, "another name each time is still the same guesser");
    }

    private static async Task<HttpStatusCode> Guess(HubFixture hub, string from)
    {
        using var guesser = new HttpClient { BaseAddress = hub.Address, DefaultRequestHeaders = { { "X-Forwarded-For", from }, { "X-Forwarded-Proto", "https" } } };
        using var answer = await guesser.PostAsJsonAsync("/enrol", new Enrol("AAAA-AAAA", "a phone"));
        return answer.StatusCode;
    }
}

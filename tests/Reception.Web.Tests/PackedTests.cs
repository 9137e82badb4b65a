using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Reception.Web.Tests.Infrastructure;

namespace Reception.Web.Tests;

/// <summary>What a phone fetches in a garage comes packed, and is small.</summary>
public sealed partial class PackedTests
{
    [Theory]
    [InlineData("js", 60)]
    [InlineData("css", 12)]
    public async Task The_first_page_comes_packed_within_its_budget_and_unpacked_to_who_cannot(string kind, int kilobytes)
    {
        await using var hub = await DemoHub.Start();
        using var http = new HttpClient { BaseAddress = hub.Address };
        var entry = Entry().Matches(await http.GetStringAsync("/")).Select(match => match.Value).Single(name => name.EndsWith($".{kind}", StringComparison.Ordinal));
        var plain = await http.GetStringAsync(entry);

        using var wish = new HttpRequestMessage(HttpMethod.Get, entry);
        wish.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var answer = await http.SendAsync(wish);

        answer.Content.Headers.ContentEncoding.Should().Equal("gzip");
        answer.Content.Headers.ContentType!.MediaType.Should().Be(kind == "js" ? "text/javascript" : "text/css");
        answer.Headers.Vary.Should().Contain("Accept-Encoding");
        answer.Headers.CacheControl!.ToString().Should().Contain("immutable");
        var packed = await answer.Content.ReadAsByteArrayAsync();
        packed.Length.Should().BeLessThan(kilobytes * 1024);
        using var unpacked = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        (await unpacked.ReadToEndAsync()).Should().Be(plain);
    }

    [GeneratedRegex(@"/assets/[\w.-]+\.(?:js|css)")]
    private static partial Regex Entry();
}

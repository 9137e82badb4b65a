using Reception.Hub.Diagnostics;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Hosting;

/// <summary><c>health</c>, by which a container asks its own hub.</summary>
public sealed class HealthCommandTests
{
    [Fact]
    public async Task It_ends_well_while_the_hub_is_ready_and_badly_when_it_is_gone()
    {
        await using var hub = await HubFixture.Start();
        var url = hub.Address.AbsoluteUri;
        var words = new StringWriter();

        (await HealthCommand.Run(url, words, CancellationToken.None)).Should().Be(0);
        await hub.Stop();
        (await HealthCommand.Run(url, words, CancellationToken.None)).Should().Be(1);

        words.ToString().Should().Contain("\"ready\":true").And.Contain("does not answer");
    }
}

using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Hub.Commands;
using Reception.Hub.Identity;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Identity;

/// <summary>Every endpoint, hub method and kind of command has a row in the one table of rights, and is judged by it.</summary>
public sealed class RightsTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public void Every_endpoint_has_its_row_and_the_check_that_the_row_names()
    {
        foreach (var endpoint in Endpoints())
        {
            var needed = endpoint.Metadata.GetMetadata<RightNeeded>();
            needed.Should().NotBeNull("{0} is mapped without a right", endpoint.DisplayName);
            Rights.Endpoints.Should().Contain(needed!.What, needed.Right);
            var open = needed.Right is Right.Open or Right.Demo;
            (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Should().Be(open, endpoint.DisplayName);
            (endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null).Should().Be(!open, endpoint.DisplayName);
        }
    }

    [Fact]
    public void Every_row_of_an_endpoint_is_mapped() =>
        Endpoints().Select(endpoint => endpoint.Metadata.GetMetadata<RightNeeded>()!.What).Distinct().Should().BeEquivalentTo(Rights.Endpoints.Keys);

    [Fact]
    public void Every_method_of_the_hub_has_its_row() =>
        Rights.HubMethods.Keys.Should().BeEquivalentTo(typeof(IReceptionHub).GetMethods().Select(method => method.Name));

    [Fact]
    public void Every_kind_of_command_has_its_row_and_its_reader()
    {
        Rights.Commands.Keys.Should().BeEquivalentTo(Kinds.All);
        CommandKinds.All.Keys.Should().BeEquivalentTo(Kinds.All);
    }

    [Fact]
    public async Task Whoever_has_no_session_gets_in_nowhere_else()
    {
        using var anybody = new HttpClient { BaseAddress = hub.Address };
        foreach (var (what, right) in Rights.Endpoints.Where(row => row.Value is Right.Session or Right.Desk && row.Key.Contains(' ', StringComparison.Ordinal)))
        {
            var status = await Ask(anybody, what);
            status.Should().Be(HttpStatusCode.Unauthorized, "{0} needs {1}", what, right);
        }
    }

    [Fact]
    public async Task Whoever_is_not_of_the_desk_does_not_see_the_desks_pages()
    {
        using var bar = await hub.SignIn("bar");
        foreach (var (what, _) in Rights.Endpoints.Where(row => row.Value == Right.Desk))
        {
            (await Ask(bar.Http, what)).Should().Be(HttpStatusCode.Forbidden, what);
        }
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("own", HttpStatusCode.Unauthorized)]
    public async Task A_page_of_another_site_changes_nothing(string? origin, HttpStatusCode status)
    {
        using var anybody = new HttpClient { BaseAddress = hub.Address };
        if (origin is not null)
        {
            anybody.DefaultRequestHeaders.Add("Origin", origin == "own" ? hub.Address.GetLeftPart(UriPartial.Authority) : origin);
        }

        using var response = await anybody.PostAsJsonAsync("/commands", new Command("origin-0001", Kinds.DutyBack, 0, new Dictionary<string, string>()), WireJson.Options);
        response.StatusCode.Should().Be(status);
        using var socket = await anybody.GetAsync("/hub");
        socket.StatusCode.Should().Be(status);
    }

    private static async Task<HttpStatusCode> Ask(HttpClient http, string what)
    {
        var (method, route) = (what.Split(' ')[0], what.Split(' ')[1]);
        using var request = new HttpRequestMessage(new(method), route.Replace("{id}", "x", StringComparison.Ordinal).Replace("{hash}", "x", StringComparison.Ordinal));
        request.Content = method is "POST" ? JsonContent.Create(new { }) : null;
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        hub.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
}

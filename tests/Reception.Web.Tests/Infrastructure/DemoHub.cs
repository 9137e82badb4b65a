using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Reception.Client;
using Reception.Hub;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Web.Tests.Infrastructure;

/// <summary>A whole demo hub on a free port of loopback with the built pages. It fails when it is put away after an error was logged.</summary>
[SuppressMessage("Usage", "CA2213", Justification = "The hub is stopped and disposed of by Stop; the log holds nothing.")]
internal sealed class DemoHub : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reception-web-").FullName;
    private readonly ErrorLog _errors = new();
    private readonly bool _crew;
    private readonly double? _clock;
    private WebApplication? _app;

    private DemoHub(bool crew, double? clock) => (_crew, _clock) = (crew, clock);

    public Uri Address { get; private set; } = new("http://127.0.0.1:1");

    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The hub is not running.");

    /// <param name="crew">Whether everybody else is played.</param>
    /// <param name="clock">Venue seconds per second.</param>
    public static async Task<DemoHub> Start(bool crew = false, double? clock = null)
    {
        var hub = new DemoHub(crew, clock);
        await hub.Run();
        return hub;
    }

    /// <summary>Starts on the same folder and port, after <see cref="Stop"/>.</summary>
    public async Task Run()
    {
        var urls = Address.Port == 1 ? "http://127.0.0.1:0" : Address.AbsoluteUri.TrimEnd('/');
        _app = HubHost.Build(
            new() { Demo = true, Crew = _crew, Clock = _clock, Data = _folder, Urls = urls },
            builder => builder.Logging.ClearProviders().AddProvider(_errors));
        await HubStart.Run(_app, CancellationToken.None);
        Address = new(_app.Urls.First());
    }

    public async Task Stop()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    /// <summary>One of the staff by the SDK, on duty at these positions.</summary>
    public async Task<ReceptionClient> Person(string staff, string? positions = null)
    {
        using var api = new HubApi(Address);
        var session = await api.SignInToDemo(staff);
        var client = ReceptionClient.Connect(new() { Hub = Address, Token = session.Token });
        await client.Ready();
        if (positions is not null)
        {
            (await client.DutyStart(positions)).Ok.Should().BeTrue();
        }

        return client;
    }

    /// <summary>Waits until the crew stands at its posts, without this person: before, calls go past people who are not there yet.</summary>
    public async Task CrewStands(string without)
    {
        await using var person = await Person(without);
        await person.Sees(views => views.Positions.Values.Count(position => !position.Unmanned) >= views.Positions.Count - 1 ? views.Venue : null);
    }

    /// <summary>The crew of this position does nothing any more.</summary>
    public async Task Silence(string position)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/demo/silent", new { position, silent = true });
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
        _errors.Unexpected.Should().BeEmpty("no error may be logged");
    }
}

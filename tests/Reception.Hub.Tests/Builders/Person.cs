using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Infrastructure;
using ContractCommand = Reception.Contracts.Command;

namespace Reception.Hub.Tests.Builders;

/// <summary>A signed-in member of the staff who speaks plain HTTP: for tests of the hub itself. Scenarios use the SDK.</summary>
internal sealed class Person : IDisposable
{
    private static int _commands;

    private readonly HubFixture _hub;

    private Person(HubFixture hub, Session session)
    {
        _hub = hub;
        Session = session;
        Http = new() { BaseAddress = hub.Address, DefaultRequestHeaders = { Authorization = new("Bearer", session.Token) } };
    }

    public Session Session { get; }

    public HttpClient Http { get; }

    public static async Task<Person> SignIn(HubFixture hub, string staff)
    {
        using var anybody = new HttpClient { BaseAddress = hub.Address };
        using var answer = await anybody.PostAsJsonAsync("/demo/sessions", new DemoSession(staff));
        answer.EnsureSuccessStatusCode();
        return new(hub, (await answer.Content.ReadFromJsonAsync<Session>(WireJson.Options))!);
    }

    /// <summary>A command with an id of its own, made now.</summary>
    public ContractCommand Command(string kind, object? args = null, object? fields = null, string? id = null) => new(
        id ?? string.Create(CultureInfo.InvariantCulture, $"{Session.Staff}-{Interlocked.Increment(ref _commands):D6}"),
        kind,
        _hub.Clock.Now.ToUnixTimeMilliseconds(),
        Pairs(args),
        fields is null ? null : Pairs(fields));

    public Task<Answer> Do(string kind, object? args = null, object? fields = null) => Send(Command(kind, args, fields));

    /// <summary>Sends it once over HTTP. A refusal is an answer, whatever its status.</summary>
    public async Task<Answer> Send(ContractCommand command, CancellationToken stop = default)
    {
        using var response = await Http.PostAsJsonAsync("/commands", command, WireJson.Options, stop);
        return (await response.Content.ReadFromJsonAsync<Answer>(WireJson.Options, stop))!;
    }

    public async Task Ok(string kind, object? args = null, object? fields = null) =>
        (await Do(kind, args, fields)).Should().Match<Answer>(answer => answer.Ok);

    public Task TakePosition(string positions) => Ok(Kinds.DutyStart, new { positions });

    public void Dispose() => Http.Dispose();

    private static Dictionary<string, string> Pairs(object? names) => names is null
        ? []
        : JsonSerializer.SerializeToElement(names).EnumerateObject()
            .Where(pair => pair.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(pair => pair.Name, pair => pair.Value.ToString());
}

using System.Net.Http.Json;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Chaos.Running;

/// <summary>Signs in people of the demo's centre.</summary>
internal static class DemoStaff
{
    public static async Task<IReadOnlyList<string>> Ids(Uri hub, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = hub };
        var people = await http.GetFromJsonAsync<List<Person>>(new Uri("demo/staff", UriKind.Relative), stop);
        return [.. people!.Select(person => person.Id)];
    }

    public static async Task<Session> SignIn(Uri hub, string staff, CancellationToken stop)
    {
        using var api = new HubApi(hub);
        return await api.SignInToDemo(staff, stop);
    }

    private sealed record Person(string Id);
}

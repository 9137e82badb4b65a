using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>
/// The hub's HTTP side. Every method throws <see cref="HubProblemException"/> when the hub refuses (with its code), and
/// <see cref="HttpRequestException"/> when it cannot be reached.
/// </summary>
public sealed class HubApi : IDisposable
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient http;

    /// <param name="hub">Address of the hub.</param>
    /// <param name="token">Session token; null for what needs none (enrolment, health).</param>
    /// <param name="certificate">Accepts a certificate that the system does not trust.</param>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client disposes its handler.")]
    public HubApi(Uri hub, string? token = null, RemoteCertificateValidationCallback? certificate = null)
    {
        http = new(Handler(certificate), disposeHandler: true) { BaseAddress = Root(hub), Timeout = TimeSpan.FromSeconds(30) };
        if (token is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    /// <summary>A one-time code becomes a session. Refused: <c>bad-code</c>, <c>too-many</c>.</summary>
    public Task<Session> Enrol(Enrol enrol, CancellationToken stop = default) => Post<Enrol, Session>("enrol", enrol, stop);

    /// <summary>Signs in one of the demo's staff. Refused: <c>not-found</c> unless the hub runs with <c>--demo</c>.</summary>
    public Task<Session> SignInToDemo(string staff, CancellationToken stop = default) => Post<DemoSession, Session>("demo/sessions", new(staff), stop);

    /// <summary>Whom anybody may be in a demo. Refused: <c>not-found</c> unless the hub runs with <c>--demo</c>.</summary>
    public Task<IReadOnlyList<DemoPerson>> DemoStaff(CancellationToken stop = default) => Get<IReadOnlyList<DemoPerson>>("demo/staff", stop);

    /// <summary>A code for one person, good once. Refused: <c>not-allowed</c> outside the desk.</summary>
    public Task<EnrolCode> MakeCode(string staff, CancellationToken stop = default) => Post<MakeCode, EnrolCode>("codes", new(staff), stop);

    /// <summary>Sends one command once. A refusal is an <see cref="Answer"/> too, not an exception.</summary>
    public async Task<Answer> Do(Command command, CancellationToken stop = default)
    {
        using var response = await http.PostAsJsonAsync("commands", command, Json, stop).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
        return Read<Answer>(body) is { CommandId: not null } answer ? answer : throw Problem(response, body);
    }

    /// <summary>What changed since a cursor; waits up to <paramref name="wait"/> (10 s at most) when nothing did. A cursor of another history gets a snapshot.</summary>
    /// <param name="reach">How this device alerts its holder, <c>sound</c> or <c>screen</c>, if it has no socket; null: as before.</param>
    public Task<Changes> Sync(Cursor since, TimeSpan wait, string? reach = null, CancellationToken stop = default) => Get<Changes>(
        string.Create(CultureInfo.InvariantCulture, $"sync?since={since.Seq}&mark={Uri.EscapeDataString(since.Mark)}&wait={(int)wait.TotalSeconds}{(reach is null ? "" : "&reach=" + reach)}"), stop);

    /// <summary>What has arrived and was heard, from a device without a socket.</summary>
    public async Task Report(Report report, CancellationToken stop = default)
    {
        using var response = await http.PostAsJsonAsync("report", report, Json, stop).ConfigureAwait(false);
        await Check(response, stop).ConfigureAwait(false);
    }

    /// <summary>Who the session is: what <c>Join</c> answers on a socket.</summary>
    public Task<Joined> Me(CancellationToken stop = default) => Get<Joined>("me", stop);

    /// <summary>Words of a playbook or of the venue. Immutable: may be kept for ever.</summary>
    public Task<WordsDocument> Words(string hash, CancellationToken stop = default) => Get<WordsDocument>("words/" + Uri.EscapeDataString(hash), stop);

    /// <summary>Which triggers of a journey the session's person may pull now, and what stands against the others.</summary>
    public Task<Next> Next(string journey, CancellationToken stop = default) => Get<Next>($"journeys/{Uri.EscapeDataString(journey)}/next", stop);

    /// <summary>A page of the venue's log after <paramref name="since"/>, oldest first. Refused: <c>not-allowed</c> outside the desk.</summary>
    public Task<LogPage> Log(long since, int take, CancellationToken stop = default) =>
        Get<LogPage>(string.Create(CultureInfo.InvariantCulture, $"log?since={since}&take={take}"), stop);

    /// <summary>Ends a session.</summary>
    public async Task SignOut(string session, CancellationToken stop = default)
    {
        using var response = await http.DeleteAsync(new Uri("sessions/" + Uri.EscapeDataString(session), UriKind.Relative), stop).ConfigureAwait(false);
        await Check(response, stop).ConfigureAwait(false);
    }

    /// <summary>Whether the hub takes traffic; false with its reasons.</summary>
    public async Task<(bool Ready, string Body)> Ready(CancellationToken stop = default)
    {
        using var response = await http.GetAsync(new Uri("healthz/ready", UriKind.Relative), stop).ConfigureAwait(false);
        return (response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(stop).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    internal static Uri Root(Uri hub) => hub.AbsoluteUri.EndsWith('/') ? hub : new(hub.AbsoluteUri + "/");

    internal async Task<T> Get<T>(string path, CancellationToken stop)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), stop).ConfigureAwait(false);
        return await Body<T>(response, stop).ConfigureAwait(false);
    }

    private static SocketsHttpHandler Handler(RemoteCertificateValidationCallback? certificate) => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = certificate },
    };

    private async Task<TOut> Post<TIn, TOut>(string path, TIn body, CancellationToken stop)
    {
        using var response = await http.PostAsJsonAsync(path, body, Json, stop).ConfigureAwait(false);
        return await Body<TOut>(response, stop).ConfigureAwait(false);
    }

    private static async Task<T> Body<T>(HttpResponseMessage response, CancellationToken stop)
    {
        await Check(response, stop).ConfigureAwait(false);
        return await response.Content.ReadFromJsonAsync<T>(Json, stop).ConfigureAwait(false)
            ?? throw new HubProblemException(response.StatusCode, null, "The hub answered with nothing.");
    }

    private static async Task Check(HttpResponseMessage response, CancellationToken stop)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw Problem(response, await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false));
        }
    }

    private static HubProblemException Problem(HttpResponseMessage response, byte[] body)
    {
        var problem = Read<Problem>(body);
        var status = response.StatusCode;
        return new(status, problem?.Code ?? CodeOf(status), problem?.Words?.En ?? problem?.Title ?? $"The hub answered {(int)status} to {response.RequestMessage?.RequestUri?.AbsolutePath}.")
        {
            Words = problem?.Words,
        };
    }

    private static string? CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ErrorCodes.NotSignedIn.Id,
        HttpStatusCode.Forbidden => ErrorCodes.NotAllowed.Id,
        HttpStatusCode.NotFound => ErrorCodes.NotFound.Id,
        HttpStatusCode.TooManyRequests => ErrorCodes.TooMany.Id,
        HttpStatusCode.RequestEntityTooLarge => ErrorCodes.TooLarge.Id,
        HttpStatusCode.ServiceUnavailable => ErrorCodes.Busy.Id,
        _ => null,
    };

    private static T? Read<T>(byte[] body)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize<T>(body, Json);
        }
        catch (JsonException)
        {
            // A proxy's page, not the hub's words.
            return null;
        }
    }
}

/// <summary>One of a demo's staff, and their first position.</summary>
public sealed record DemoPerson(string Id, Text Name, Text? Position);

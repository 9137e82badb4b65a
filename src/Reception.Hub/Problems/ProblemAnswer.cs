using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Reception.Contracts;
using Reception.Domain.Playbooks;

namespace Reception.Hub.Problems;

/// <summary>A refusal over HTTP (RFC 9457) with our code and words in both languages; never a trace of where it happened.</summary>
/// <param name="with">Its fields are added: a refused command is an <see cref="Answer"/> as well.</param>
internal sealed class ProblemAnswer(ErrorCode code, Text? words = null, Answer? with = null) : IResult
{
    private const string ContentType = "application/problem+json";

    /// <summary>What a browser or a proxy may wait before it asks a busy hub again.</summary>
    private const string RetryAfterSeconds = "1";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = code.Status;
        if (code.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var problem = new Problem($"urn:reception:{code.Id}", Plain(code.En), code.Status, code.Id, words ?? new(Plain(code.Zh), Plain(code.En)));
        var body = System.Text.Json.JsonSerializer.SerializeToNode(problem, json)!.AsObject();
        foreach (var (name, value) in with is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(with, json)!.AsObject().ToArray())
        {
            body.TryAdd(name, value?.DeepClone());
        }

        return httpContext.Response.WriteAsJsonAsync<JsonNode>(body, json, ContentType, httpContext.RequestAborted);
    }

    /// <summary>The words without what they would mention.</summary>
    private static string Plain(string words) => Wording.Fill(words, _ => null).TrimEnd('：', ':', ' ');
}

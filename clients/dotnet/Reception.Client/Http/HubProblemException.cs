using System.Net;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>The hub refused a request over HTTP.</summary>
public sealed class HubProblemException(HttpStatusCode status, string? code, string message) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>One of <see cref="ErrorCodes"/>, or null when something between us and the hub answered.</summary>
    public string? Code { get; } = code;

    /// <summary>The refusal as a person reads it, if the hub gave words.</summary>
    public Text? Words { get; init; }
}

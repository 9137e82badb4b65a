namespace Reception.Hub.Proxies;

/// <summary>Section <c>Proxy</c>.</summary>
internal sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>
    /// The proxies in front of the hub: addresses and networks. Only from them are <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> believed; without
    /// any they are not. Anybody could write them.
    /// </summary>
    public IList<string> Networks { get; init; } = [];
}

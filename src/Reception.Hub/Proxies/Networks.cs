using System.Net;

namespace Reception.Hub.Proxies;

/// <summary>Addresses and networks as they stand in settings: <c>10.0.0.7</c>, <c>10.0.0.0/8</c>, <c>fd00::/8</c>.</summary>
internal static class Networks
{
    public static string Expected(string section) => $"{section}:Networks has something that is neither an address nor a network. Write for example 10.0.0.7 or 10.0.0.0/8, one to each number: {section}__Networks__0=10.0.0.0/8.";

    public static bool AreValid(IEnumerable<string> networks) => networks.All(network => Parse(network) is not null);

    public static IReadOnlyList<IPNetwork> Parse(IEnumerable<string> networks) => [.. networks.Select(Parse).OfType<IPNetwork>()];

    /// <summary>An IPv4 peer of a socket that takes both kinds looks like an IPv6 one.</summary>
    public static bool Contain(this IEnumerable<IPNetwork> networks, IPAddress peer)
    {
        var plain = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        return networks.Any(network => network.Contains(plain));
    }

    private static IPNetwork? Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : null;
}

namespace Reception.Hub.Storage;

/// <summary>A session of one person on one device.</summary>
/// <param name="TokenHash">SHA-256 of the token; the token itself is nowhere.</param>
/// <param name="Device">The device's id; <paramref name="DeviceName"/> what its holder calls it.</param>
/// <param name="Stream"><c>floor</c> or <c>desk</c>.</param>
internal sealed record SessionRow(
    string Id, byte[] TokenHash, string Venue, string Staff, string Device, string DeviceName, string Stream,
    DateTimeOffset Opened, DateTimeOffset LastSeen, DateTimeOffset? Revoked = null);

/// <summary>A one-time code for one person. <paramref name="Hash"/> is SHA-256 of what is read out.</summary>
internal sealed record CodeRow(byte[] Hash, string Venue, string Staff, DateTimeOffset Expires, DateTimeOffset? Used = null);

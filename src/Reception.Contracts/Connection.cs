namespace Reception.Contracts;

/// <summary>Where a client goes on. <paramref name="Since"/> 0 and an empty <paramref name="Mark"/> ask for the whole snapshot.</summary>
/// <param name="Since">Cursor: the last <c>to</c> that was applied.</param>
/// <param name="Mark">The <c>mark</c> that came with it.</param>
/// <param name="HeadSeconds">How often a head is wanted, 1 to 30 s (a board asks for 3, others for 10).</param>
/// <param name="Reach">How this device can alert its holder: <c>sound</c> or <c>screen</c>.</param>
public sealed record Join(long Since, string Mark, int HeadSeconds, string Reach);

/// <summary>Who the session is, where the venue stands. <paramref name="Stream"/> is <c>floor</c> or <c>desk</c>.</summary>
public sealed record Joined(string Venue, string Staff, string Device, string Stream, long Head, long Now, double Pace);

/// <summary>What a device has. Alerts are named once per step, when they arrived and when they were heard or shown.</summary>
/// <param name="Cursor">The last <c>to</c> that was applied.</param>
/// <param name="Delivered">Ids of open alerts that ask this person and have arrived.</param>
/// <param name="Heard">Ids of open alerts that were played or shown to this person.</param>
/// <param name="How">How they were heard: <c>voice</c>, <c>tone</c> or <c>screen</c>.</param>
public sealed record Report(long Cursor, IReadOnlyList<string> Delivered, IReadOnlyList<string> Heard, string How);

/// <summary><paramref name="Code"/>: <c>moving</c> (the node goes down: come back elsewhere), <c>revoked</c> (the session is over: sign in again),
/// <c>replaced</c> (another connection of this session took over: do not come back by yourself).</summary>
/// <param name="AfterMs">How long to wait before the next try.</param>
public sealed record Leave(string Code, int AfterMs);

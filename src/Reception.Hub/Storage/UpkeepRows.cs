namespace Reception.Hub.Storage;

/// <summary>State up to <paramref name="Seq"/>. <paramref name="Shape"/> says how to read <paramref name="Content"/>.</summary>
internal sealed record SnapshotRow(string Venue, int Shape, long Seq, byte[] Mark, byte[] Content);

/// <summary>Where venue time is tied to store time: venue = <paramref name="VenueTime"/> + (store − <paramref name="StoreTime"/>) · <paramref name="Pace"/>.</summary>
internal sealed record ClockAnchor(DateTimeOffset StoreTime, DateTimeOffset VenueTime, double Pace);

/// <summary>A device of a venue.</summary>
internal readonly record struct DeviceAt(string Venue, string Device);

/// <summary>When and by which node a device was last vouched for (store time).</summary>
internal sealed record Vouched(string Venue, string Device, string Node, DateTimeOffset At);

/// <summary>The state of vouching after a call: since <paramref name="WholeSince"/> it has run without a hole.</summary>
/// <param name="SweptBefore">The vouching before this one, by any node; null for the first ever.</param>
internal sealed record Sweep(DateTimeOffset StoreTime, DateTimeOffset WholeSince, DateTimeOffset? SweptBefore);

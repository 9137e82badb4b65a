using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <content>Snapshots, documents, vouching, the clock's anchor.</content>
internal sealed partial class PostgresStore
{
    public async ValueTask<bool> SaveSnapshot(SnapshotRow snapshot, CancellationToken stop = default) =>
        await pool.Execute(Statements.SaveSnapshot, snapshot.Venue, snapshot.Shape, snapshot.Seq, snapshot.Mark, snapshot.Content) > 0;

    public ValueTask<SnapshotRow?> Snapshot(string venue, int oldestShape, int newestShape, CancellationToken stop = default) =>
        pool.First(Statements.Snapshot, Snapshot, stop, venue, oldestShape, newestShape);

    public async ValueTask PutDocument(string hash, byte[] content, CancellationToken stop = default) =>
        await pool.Execute(Statements.PutDocument, hash, content);

    public ValueTask<byte[]?> Document(string hash, CancellationToken stop = default) =>
        pool.First(Statements.Document, row => row.Bytes(0), stop, hash);

    public async ValueTask<Sweep> Vouch(string node, IReadOnlyCollection<DeviceAt> devices, TimeSpan hole, CancellationToken stop = default) =>
        (await pool.Write(
            row => new Sweep(row.Time(0), row.Time(1), row.TimeOrNull(2)),
            new(Statements.LockSweep),
            new(Statements.MoveSweep, hole.Ticks),
            new(Statements.PullBackVouches),
            new(Statements.Vouch, devices.Select(device => device.Venue).ToArray(), devices.Select(device => device.Device).ToArray(), node),
            new(Statements.Swept)))[0];

    public async ValueTask<IReadOnlyList<Vouched>> Unvouched(DateTimeOffset before, CancellationToken stop = default) => await pool.All(
        Statements.Unvouched, row => new Vouched(row.GetString(0), row.GetString(1), row.GetString(2), row.Time(3)), stop, Values.Ticks(before));

    public async ValueTask ForgetDevice(DeviceAt device, CancellationToken stop = default) =>
        await pool.Execute(Statements.ForgetDevice, device.Venue, device.Device);

    public ValueTask<ClockAnchor?> Anchor(CancellationToken stop = default) => pool.First(Statements.Anchor, Anchor, stop);

    public async ValueTask<ClockAnchor> Anchor(ClockAnchor anchor, CancellationToken stop = default) => (await pool.Write(
        Anchor,
        new(Statements.SetAnchor, Values.Ticks(anchor.StoreTime), Values.Ticks(anchor.VenueTime), anchor.Pace),
        new(Statements.Anchor)))[0];

    private static SnapshotRow Snapshot(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.Bytes(3), row.Bytes(4));

    private static ClockAnchor Anchor(NpgsqlDataReader row) => new(row.Time(0), row.Time(1), row.GetDouble(2));
}

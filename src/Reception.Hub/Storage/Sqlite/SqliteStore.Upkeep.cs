using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <content>Snapshots, documents, vouching, the clock's anchor.</content>
internal sealed partial class SqliteStore
{
    public async ValueTask<bool> SaveSnapshot(SnapshotRow snapshot, CancellationToken stop = default) => await Write(
        db => db.Execute(
            Statements.SaveSnapshot, snapshot.Venue, snapshot.Shape, snapshot.Seq, snapshot.Mark, snapshot.Content) > 0,
        stop);

    public ValueTask<SnapshotRow?> Snapshot(string venue, int oldestShape, int newestShape, CancellationToken stop = default) =>
        Read(db => db.First(Statements.Snapshot, Snapshot, venue, oldestShape, newestShape), stop);

    public async ValueTask PutDocument(string hash, byte[] content, CancellationToken stop = default) =>
        await Write(db => db.Execute(Statements.PutDocument, hash, content), stop);

    public ValueTask<byte[]?> Document(string hash, CancellationToken stop = default) =>
        Read(db => db.First(Statements.Document, row => row.Bytes(0), hash), stop);

    public async ValueTask<Sweep> Vouch(string node, IReadOnlyCollection<DeviceAt> devices, TimeSpan hole, CancellationToken stop = default)
    {
        var list = Values.List(devices.Select(d => new[] { d.Venue, d.Device }).ToList());
        return await Write(db => Vouch(db, node, list, hole), stop);
    }

    public async ValueTask<IReadOnlyList<Vouched>> Unvouched(DateTimeOffset before, CancellationToken stop = default) => await Read(
        db => db.All(
            Statements.Unvouched, row => new Vouched(row.GetString(0), row.GetString(1), row.GetString(2), row.Time(3)), Values.Ticks(before)),
        stop);

    public async ValueTask ForgetDevice(DeviceAt device, CancellationToken stop = default) =>
        await Write(db => db.Execute(Statements.ForgetDevice, device.Venue, device.Device), stop);

    public ValueTask<ClockAnchor?> Anchor(CancellationToken stop = default) => Read(db => db.First(Statements.Anchor, Anchor), stop);

    public async ValueTask<ClockAnchor> Anchor(ClockAnchor anchor, CancellationToken stop = default) => await Write(
        db =>
        {
            db.Execute(Statements.SetAnchor, Values.Ticks(anchor.StoreTime), Values.Ticks(anchor.VenueTime), anchor.Pace);
            return db.First(Statements.Anchor, Anchor)!;
        },
        stop);

    private Sweep Vouch(SqliteSession db, string node, string devices, TimeSpan hole)
    {
        var now = _clock.GetUtcNow();
        var last = db.First(Statements.Swept, row => new Sweep(now, row.Time(1), row.Time(0)));
        var back = last?.SweptBefore > now;

        // A clock that went back leaves signs of life from the future, which would hide a lost device until then.
        var whole = last is null || back || now - last.SweptBefore > hole ? now : last.WholeSince;
        if (back)
        {
            db.Execute(Statements.PullBackVouches, Values.Ticks(now));
        }

        db.Execute(Statements.Vouch, devices, node, Values.Ticks(now));
        db.Execute(Statements.SetSwept, Values.Ticks(now), Values.Ticks(whole));
        return new Sweep(now, whole, last?.SweptBefore);
    }

    private static SnapshotRow Snapshot(SqliteDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.Bytes(3), row.Bytes(4));

    private static ClockAnchor Anchor(SqliteDataReader row) => new(row.Time(0), row.Time(1), row.GetDouble(2));
}

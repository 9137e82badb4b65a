namespace Reception.Hub.Storage;

/// <summary>What is kept beside the logs: snapshots, documents, signs of life, the clock's anchor.</summary>
internal partial interface IVenueStore
{
    /// <summary>
    /// Keeps a snapshot, one per venue and shape. False, and nothing happens, when an equal or newer one is there or the log
    /// does not have this mark at this number (a node whose memory belongs to another history).
    /// </summary>
    ValueTask<bool> SaveSnapshot(SnapshotRow snapshot, CancellationToken stop = default);

    /// <summary>The one with the highest number among those of a shape from <paramref name="oldestShape"/> to <paramref name="newestShape"/>.</summary>
    ValueTask<SnapshotRow?> Snapshot(string venue, int oldestShape, int newestShape, CancellationToken stop = default);

    /// <summary>Keeps a document under its hash. Documents never change: a second one under the same hash is ignored.</summary>
    ValueTask PutDocument(string hash, byte[] content, CancellationToken stop = default);

    ValueTask<byte[]?> Document(string hash, CancellationToken stop = default);

    /// <summary>
    /// A node says which devices it holds, in one transaction; the store's clock is the time. Also moves the sweep on:
    /// when the last vouching of any node is more than <paramref name="hole"/> ago, "whole since" begins anew, so that a
    /// restart makes nobody lost. To be called without devices too.
    /// </summary>
    ValueTask<Sweep> Vouch(string node, IReadOnlyCollection<DeviceAt> devices, TimeSpan hole, CancellationToken stop = default);

    /// <summary>Devices last vouched for before <paramref name="before"/> (store time), the longest ago first.</summary>
    ValueTask<IReadOnlyList<Vouched>> Unvouched(DateTimeOffset before, CancellationToken stop = default);

    /// <summary>Takes a device off the list: signed out, or its loss has been entered in the log.</summary>
    ValueTask ForgetDevice(DeviceAt device, CancellationToken stop = default);

    /// <summary>Where venue time is tied to store time; null before the first start.</summary>
    ValueTask<ClockAnchor?> Anchor(CancellationToken stop = default);

    /// <summary>Written once; answers the one that is in force, ours or an earlier one.</summary>
    ValueTask<ClockAnchor> Anchor(ClockAnchor anchor, CancellationToken stop = default);
}

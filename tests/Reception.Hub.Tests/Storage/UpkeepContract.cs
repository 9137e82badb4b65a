using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Storage;

/// <summary>What every store promises about snapshots, documents, vouching and the clock's anchor.</summary>
public abstract class UpkeepContract : StoreContract
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);
    private static readonly TimeSpan Always = TimeSpan.FromTicks(-1);

    [Fact]
    public async Task The_newest_snapshot_of_a_readable_shape_is_loaded()
    {
        var log = Append.Empty(Venue, "c-1", "c-2", "c-3");
        await Store.Write(log);
        await Save(log, shape: 1, seq: 2);
        await Save(log, shape: 2, seq: 3);

        (await Store.Snapshot(Venue, 1, 1))!.Seq.Should().Be(2);
        (await Store.Snapshot(Venue, 1, 2))!.Should().BeEquivalentTo(new { Shape = 2, Seq = 3L, Content = new byte[] { 2, 3 } });
        (await Store.Snapshot(Venue, 3, 9)).Should().BeNull();
        (await Store.Snapshot(Other, 1, 9)).Should().BeNull();
    }

    [Fact]
    public async Task A_snapshot_is_replaced_by_a_newer_one_only()
    {
        var log = Append.Empty(Venue, "c-1", "c-2", "c-3");
        await Store.Write(log);

        (await Save(log, 1, 2)).Should().BeTrue();
        (await Save(log, 1, 1)).Should().BeFalse();
        (await Save(log, 1, 2)).Should().BeFalse();
        (await Save(log, 1, 3)).Should().BeTrue();

        (await Store.Snapshot(Venue, 1, 1))!.Seq.Should().Be(3);
    }

    [Fact]
    public async Task A_snapshot_of_another_history_is_not_kept()
    {
        await Store.Write(Append.Empty(Venue, "c-1"));

        (await Store.SaveSnapshot(new(Venue, 1, 1, Append.Bytes(32, 9), [1]))).Should().BeFalse();
        (await Store.SaveSnapshot(new(Venue, 1, 2, Append.Genesis, [1]))).Should().BeFalse();
        (await Store.Snapshot(Venue, 1, 1)).Should().BeNull();
    }

    [Fact]
    public async Task A_document_never_changes()
    {
        await Store.PutDocument("abc", [1]);
        await Store.PutDocument("abc", [2]);

        (await Store.Document("abc")).Should().Equal(1);
        (await Store.Document("abd")).Should().BeNull();
    }

    [Fact, Rule("P11")]
    public async Task A_device_is_unvouched_from_the_last_time_any_node_held_it()
    {
        DeviceAt first = new(Venue, "d-1"), second = new(Other, "d-1");
        var sweep = await Store.Vouch("n-1", [first, second], Never);
        var later = await Store.Vouch("n-2", [first], Never);

        var lost = await Store.Unvouched(later.StoreTime.AddSeconds(1));
        lost.Select(v => (v.Venue, v.Node)).Should().BeEquivalentTo([(Venue, "n-2"), (Other, "n-1")]);
        (await Store.Unvouched(sweep.StoreTime)).Should().BeEmpty();

        await Store.ForgetDevice(first);
        (await Store.Unvouched(later.StoreTime.AddSeconds(1))).Select(v => v.Venue).Should().Equal(Other);
    }

    [Fact, Rule("P11")]
    public async Task Vouching_is_whole_since_the_last_hole()
    {
        var first = await Store.Vouch("n-1", [], Never);
        var second = await Store.Vouch("n-2", [], Never);
        var third = await Store.Vouch("n-1", [], Always);

        first.SweptBefore.Should().BeNull();
        first.WholeSince.Should().Be(first.StoreTime);
        second.WholeSince.Should().Be(first.StoreTime);
        second.SweptBefore.Should().Be(first.StoreTime);
        third.WholeSince.Should().Be(third.StoreTime);
    }

    [Fact]
    public async Task The_clocks_anchor_is_written_once()
    {
        var ours = new ClockAnchor(Append.Noon, Append.Noon.AddDays(1).AddTicks(3), 600);
        (await Store.Anchor()).Should().BeNull();

        (await Store.Anchor(ours)).Should().Be(ours);
        (await Store.Anchor(new ClockAnchor(Append.Noon, Append.Noon, 1))).Should().Be(ours);
        (await Store.Anchor()).Should().Be(ours);
    }

    [Fact]
    public async Task The_level_of_the_store_only_rises()
    {
        (await Store.Level()).Should().Be(1);

        (await Store.RaiseLevel(3)).Should().Be(3);
        (await Store.RaiseLevel(2)).Should().Be(3);

        (await Store.Level()).Should().Be(3);
    }

    private async Task<bool> Save(AppendRequest log, int shape, long seq) =>
        await Store.SaveSnapshot(new(Venue, shape, seq, log.Entries[(int)seq - 1].Mark, [(byte)shape, (byte)seq]));
}

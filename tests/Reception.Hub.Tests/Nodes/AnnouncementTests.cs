using Reception.Hub.Backplane;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Storage;

namespace Reception.Hub.Tests.Nodes;

/// <summary>What nodes tell each other.</summary>
public sealed class AnnouncementTests
{
    private static readonly IReadOnlyList<StoredEntry> Entries = Append.Empty("yunqi", "c-1", null, "c-2").Entries;

    [Fact]
    public void What_was_told_is_read_as_it_was()
    {
        var told = Announcement.Read(Announcement.Of("yunqi", Entries).ToBytes())!;

        told.Should().BeEquivalentTo(new { Venue = "yunqi", From = 1L, To = 3L, Entries[2].Mark });
        told.Entries.Should().BeEquivalentTo(Entries, like => like.WithStrictOrdering());
    }

    [Fact]
    public void Long_entries_are_left_out_and_only_the_end_of_the_log_is_told()
    {
        var told = Announcement.Read(Announcement.Of("yunqi", [Entries[0] with { Body = new byte[100_000] }]).ToBytes())!;

        told.Entries.Should().BeNull();
        told.To.Should().Be(1);
        Announcement.Of("yunqi", [Entries[0] with { Body = new byte[100_000] }]).ToBytes().Length.Should().BeLessThan(200);
    }

    [Fact]
    public void Anything_else_on_the_channel_is_left_alone()
    {
        var good = Announcement.Of("yunqi", Entries).ToBytes();
        Announcement.Read(Array.Empty<byte>()).Should().BeNull();
        Announcement.Read("hello"u8.ToArray()).Should().BeNull();
        for (var cut = 1; cut < good.Length; cut++)
        {
            Announcement.Read(good.AsMemory(0, cut)).Should().BeNull();
        }

        var chance = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var bent = good.ToArray();
            bent[chance.Next(bent.Length)] = (byte)chance.Next(256);
            FluentActions.Invoking(() => Announcement.Read(bent)).Should().NotThrow();
        }
    }
}

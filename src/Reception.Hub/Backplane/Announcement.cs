using System.Buffers;
using MessagePack;
using Reception.Hub.Storage;

namespace Reception.Hub.Backplane;

/// <summary>
/// What one node tells the others of a commit: where the venue's log ends now, and the entries when they are small. Never the truth: whoever
/// hears of it looks whether it fits, and asks the store when it does not. Entries have no words about guests, so neither has this.
/// </summary>
internal sealed record Announcement(string Venue, long From, long To, byte[] Mark, IReadOnlyList<StoredEntry>? Entries)
{
    // Fits into a few packets; a longer one would hold up what comes after it.
    private const int Small = 16 * 1024;
    private const int Form = 1;
    private const int Fields = 6;
    private const int EntryFields = 7;

    public static Announcement Of(string venue, IReadOnlyList<StoredEntry> entries) =>
        new(venue, entries[0].Seq, entries[^1].Seq, entries[^1].Mark, entries.Sum(entry => entry.Body.Length) <= Small ? entries : null);

    public byte[] ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(bytes);
        writer.WriteArrayHeader(Fields);
        writer.Write(Form);
        writer.Write(Venue);
        writer.Write(From);
        writer.Write(To);
        writer.Write(Mark);
        writer.WriteArrayHeader(Entries?.Count ?? 0);
        foreach (var entry in Entries ?? [])
        {
            writer.WriteArrayHeader(EntryFields);
            writer.Write(entry.Seq);
            writer.Write(entry.CommandId);
            writer.Write(entry.Digest);
            writer.Write(entry.At.UtcTicks);
            writer.Write(entry.Day.DayNumber);
            writer.Write(entry.Body);
            writer.Write(entry.Mark);
        }

        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Null for what is not one of ours, or of a later form.</summary>
    public static Announcement? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new MessagePackReader(bytes);
            if (reader.ReadArrayHeader() != Fields || reader.ReadInt32() != Form)
            {
                return null;
            }

            var (venue, from, to, mark) = (reader.ReadString() ?? "", reader.ReadInt64(), reader.ReadInt64(), Bytes(ref reader) ?? []);
            var entries = new List<StoredEntry>();
            for (var left = reader.ReadArrayHeader(); left > 0; left--)
            {
                if (reader.ReadArrayHeader() != EntryFields)
                {
                    return null;
                }

                entries.Add(new(
                    reader.ReadInt64(), reader.ReadString(), Bytes(ref reader), new(reader.ReadInt64(), TimeSpan.Zero), DateOnly.FromDayNumber(reader.ReadInt32()),
                    Bytes(ref reader) ?? [], Bytes(ref reader) ?? []));
            }

            return mark.Length == 32 ? new(venue, from, to, mark, entries.Count == 0 ? null : entries) : null;
        }
        catch (Exception cause) when (cause is MessagePackSerializationException or EndOfStreamException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(ref MessagePackReader reader) => reader.ReadBytes()?.ToArray();
}

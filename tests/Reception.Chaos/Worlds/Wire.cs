using Reception.Hub.Backplane;
using Reception.Hub.Venues;

namespace Reception.Chaos.Worlds;

/// <summary>
/// What nodes tell each other beside the store: what one has written. It is never the truth, so it may be lost, doubled, late and out of order.
/// </summary>
internal sealed class Wire(World world)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(300);

    /// <summary>Share of messages that do not arrive; all of them while it is cut.</summary>
    public double Lost { get; set; }

    public double Doubled { get; set; }

    public TimeSpan Longest { get; set; } = TimeSpan.FromMilliseconds(20);

    public void Tell(Node from, Announcement told)
    {
        if (from.Time.IsDead)
        {
            return;
        }

        var bytes = told.ToBytes();
        foreach (var node in world.Nodes.Where(node => node.Number != from.Number && node.IsUp))
        {
            for (var copies = world.Chance.Happens(Lost) ? 0 : world.Chance.Happens(Doubled) ? 2 : 1; copies > 0; copies--)
            {
                node.Time.Enter(world.Chance.Within(Shortest, Longest), () => Arrive(node, bytes));
            }
        }
    }

    // What Redis does with it on both sides, without Redis.
    private static void Arrive(Node node, ReadOnlyMemory<byte> bytes)
    {
        var told = Announcement.Read(bytes) ?? throw new InvalidOperationException("An announcement of ours that nobody can read.");
        node.Venues.IfAwake(told.Venue)?.EndsAt(told.To, Mark.Of(told.Mark), told.Entries);
    }
}

namespace Reception.Chaos.Run;

/// <summary>One way to break something. It begins, lasts, and is mended; whatever it was, everything is whole again afterwards.</summary>
/// <param name="On">What it breaks: never two faults on the same thing at once.</param>
internal sealed record Fault(string Name, string On, double Shortest, double Longest, Func<CancellationToken, Task> Begin, Func<CancellationToken, Task> Mend);

/// <summary>All that may befall a site.</summary>
internal static class Faults
{
    private static readonly LineState Slow = new(TimeSpan.FromMilliseconds(400), false, false);
    private static readonly LineState Deaf = new(TimeSpan.Zero, false, NothingBack: true);
    private static readonly LineState Mute = new(TimeSpan.Zero, NothingThere: true, false);

    public static IReadOnlyList<Fault> Of(Site site) =>
    [
        .. site.Nodes.SelectMany(OfNode),
        .. site.Postgres is null ? Array.Empty<Fault>() : OfServers(site),
    ];

    private static IEnumerable<Fault> OfNode(Node node)
    {
        // Twice: it is what happens most.
        var killed = new Fault("killed", node.Name, 0.1, 2, _ => node.Kill(), node.Start);
        yield return killed;
        yield return killed;
        yield return new("paused", node.Name, 0.5, 8, node.Pause, node.GoOn);
        foreach (var fault in OfLine(node.Front, $"devices to {node.Name}", _ => { }))
        {
            yield return fault;
        }

        foreach (var fault in node.ToStore is { } store ? OfLine(store, $"{node.Name} to the store", whole => node.LineWhole = whole) : [])
        {
            yield return fault;
        }

        foreach (var fault in node.ToRedis is { } redis ? OfLine(redis, $"{node.Name} to Redis", _ => { }) : [])
        {
            yield return fault;
        }
    }

    private static IEnumerable<Fault> OfLine(TcpLine line, string name, Action<bool> whole)
    {
        Fault While(string how, LineState state) => new(
            how, name, 0.5, 6,
            _ => Do(() =>
            {
                whole(false);
                line.Be(state);
            }),
            _ => Do(() =>
            {
                line.Be(LineState.Good);
                whole(true);
            }));
        yield return While("slow", Slow);
        yield return While("nothing comes back", Deaf);
        yield return While("nothing gets there", Mute);
        yield return new("reset", name, 0, 0, _ => Do(line.Reset), _ => Task.CompletedTask);
        // Whoever hangs on such a connection has to notice by itself; until then it is as good as cut off.
        yield return new(
            "half open", name, 8, 12,
            _ => Do(() =>
            {
                whole(false);
                line.HalfOpen();
            }),
            _ => Do(() => whole(true)));
    }

    private static IEnumerable<Fault> OfServers(Site site)
    {
        yield return new("killed", "Redis", 0.5, 8, _ => site.KillRedis(), _ => site.Redis!.StartAgain());
        yield return new("paused", "Redis", 0.5, 8, _ => site.Redis!.Signal("STOP"), _ => site.Redis!.Signal("CONT"));
        yield return new("flushed", "Redis", 0, 0, site.FlushRedis, _ => Task.CompletedTask);
        yield return new("stopped at once", "PostgreSQL", 0.5, 6, _ => site.CrashStore(), _ => site.StartStore());
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}

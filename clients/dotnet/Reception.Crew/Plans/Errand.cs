using Reception.Crew.Worlds;

namespace Reception.Crew.Plans;

/// <summary>Something that happens to one person once, at a time after the beginning of the day.</summary>
public abstract record Errand(TimeSpan At, string Staff)
{
    /// <summary>Writes down a party that is expected.</summary>
    public sealed record WriteDown(TimeSpan At, string Staff, Party Party) : Errand(At, Staff);

    /// <summary>Calls a colleague in ready words, who takes it as agreed.</summary>
    public sealed record Call(TimeSpan At, string Staff, string To, Reaction Reaction) : Errand(At, Staff);

    /// <summary>点名: everybody answers.</summary>
    public sealed record RadioCheck(TimeSpan At, string Staff) : Errand(At, Staff);

    /// <summary>The weather turns, and somebody says so.</summary>
    public sealed record Weather(TimeSpan At, string Staff, string Is) : Errand(At, Staff);

    /// <summary>临时离岗.</summary>
    public sealed record Away(TimeSpan At, string Staff, int Minutes, string? Cover) : Errand(At, Staff);

    /// <summary>Goes off duty, so that a post is unmanned, and comes back.</summary>
    public sealed record OffDuty(TimeSpan At, string Staff, TimeSpan For) : Errand(At, Staff);

    /// <summary>A dead spot. <paramref name="For"/> is host time. <paramref name="Calls"/>: calls somebody in it, who would hear of it too late.</summary>
    public sealed record DeadSpot(TimeSpan At, string Staff, TimeSpan For, string? Calls) : Errand(At, Staff);

    /// <summary>The device restarts: what waits is kept, everything else is asked for anew.</summary>
    public sealed record Restart(TimeSpan At, string Staff) : Errand(At, Staff);
}

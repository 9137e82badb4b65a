using CsCheck;

namespace Reception.Domain.Tests.Properties;

/// <summary>
/// One thing that somebody does on a random day: who, what, and a few numbers that pick among what there is at that moment. Kept as numbers, so that a shrunk
/// day still means something; it prints as what it is.
/// </summary>
internal readonly record struct Act(What What, int Who, int Which, int Other, int Wait)
{
    /// <summary>Small numbers are the usual case, so shrinking leads to the plain day.</summary>
    public static Gen<Act> Any { get; } =
        Gen.Select(Gen.Frequency((3, Gen.Enum<What>()), (2, Gen.OneOf(Gen.Const(What.Open), Gen.Const(What.PullLegal), Gen.Const(What.PullLegal), Gen.Const(What.Answer)))), Gen.Int[0, 10], Gen.Int[0, 30], Gen.Int[0, 15], Gen.Frequency((8, Gen.Int[0, 20]), (3, Gen.Int[21, 200]), (1, Gen.Int[201, 3000])))
            .Select((what, who, which, other, wait) => new Act(what, who, which, other, wait));

    public static Gen<Act[]> Day(int length) => Any.Array[1, length];

    public override string ToString() => $"new(What.{What}, {Who}, {Which}, {Other}, {Wait})";
}

internal enum What
{
    Open,
    Pull,
    PullLegal,
    Answer,
    Acknowledge,
    Delay,
    Decline,
    Complete,
    Call,
    Undo,
    Cancel,
    Tick,
    Start,
    End,
    Away,
    Back,
    Cover,
    Lose,
    Reach,
    Hear,
    Place,
    Weather,
    Card,
    Erase,
    Late,
    Session,
}

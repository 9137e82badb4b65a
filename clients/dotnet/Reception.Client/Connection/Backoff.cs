using System.Diagnostics.CodeAnalysis;

namespace Reception.Client;

/// <summary>
/// Delay before the n-th try: random(0, min(15 s, 0.5 s · 2ⁿ)), the first one random too, for ever: after a restart of the hub all devices come back at once.
/// </summary>
internal sealed class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(15);

    private int tries;

    public static TimeSpan Limit(int tries) => tries >= 5 ? Most : First * (1 << tries);

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Spreads reconnects; nobody gains by guessing it.")]
    public TimeSpan Next() => Limit(tries++) * Random.Shared.NextDouble();

    public void Reset() => tries = 0;

    public void Longest() => tries = 5;
}

using Reception.Client;
using Reception.Crew.Actors;

namespace Reception.Crew.Ledgers;

/// <summary>Notes when no device at all reached the hub: then it was down, and what fell due was taken after its start.</summary>
internal sealed class Outages(IReadOnlyList<Actor> actors)
{
    private readonly List<Outage> all = [];
    private long? since;

    public IReadOnlyList<Outage> All => since is { } open ? [.. all, new(open, actors[0].Client.Time.Now)] : all;

    public void Look()
    {
        var now = actors[0].Client.Time.Now;
        var down = actors.All(actor => actor.Client.Link == LinkState.None);
        if (down)
        {
            since ??= now;
        }
        else if (since is { } began)
        {
            all.Add(new(began, now));
            since = null;
        }
    }
}

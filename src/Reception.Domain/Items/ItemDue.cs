using System.Collections.Immutable;
using System.Globalization;
using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Items;

/// <summary>A thing to do falls due, or is late: its call is raised.</summary>
internal static class ItemDue
{
    public static void Take(Work work, Item item, DateTimeOffset due, Digest digest)
    {
        work.Emit(new ItemEvents.ItemFellDue(item.Id, due));
        Call(work, item, template => template.Call, due, digest);
    }

    public static void TakeLate(Work work, Item item, DateTimeOffset due, Digest digest)
    {
        work.Emit(new ItemEvents.ItemBecameLate(item.Id, due));
        Call(work, item, template => template.Late, due, digest);
    }

    private static void Call(Work work, Item item, Func<ItemTemplate, string?> which, DateTimeOffset due, Digest digest)
    {
        if (item.Journey is not { } id || !work.State.Journeys.TryGetValue(id, out var journey) || work.BookOf(journey) is not { } book
            || !book.Items.TryGetValue(item.Template.Value, out var template) || which(template) is not { } call
            || digest.Takes(work, due, item.Positions))
        {
            return;
        }

        var facts = ImmutableDictionary<Key, Key>.Empty.Add("item", item.Template);
        facts = item.Tag is { } tag ? facts.Add("tag", tag.ToString(CultureInfo.InvariantCulture)) : facts;
        var own = book.Alerts.GetValueOrDefault(call);
        if ((own ?? work.Venue.Calls.GetValueOrDefault(call)) is { } words)
        {
            Raising.Raise(work, new Call(own is null ? work.Venue.Hash : book.Hash, words)
            {
                Journey = id, Item = item.Id, Facts = facts,
                To = [.. words.To.SelectMany(target => target is Target.ItsPosition ? item.Positions.Select(position => new Target.Position(position)) : (IEnumerable<Target>)[target])],
            });
        }
    }
}

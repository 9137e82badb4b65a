using System.Collections.Immutable;
using System.Globalization;
using Reception.Domain.Alerts;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Items;

/// <summary>Things to do: made by a stage or a trigger, ticked by a person or taken along by a trigger, over with their stage.</summary>
internal static class Ticking
{
    public static Refusal? Tick(Work work, ItemId id, bool done)
    {
        if (Duty.OnDuty(work) is not { } person)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (!work.State.Items.TryGetValue(id, out var item))
        {
            return Refusal.Because(RefusalCodes.UnknownItem);
        }

        if (item.State != ItemState.Open)
        {
            return Refusal.Because(
                RefusalCodes.ItemOver,
                ("item", item.Template), ("who", item.By?.Value ?? ""),
                ("at", (item.Ticked ?? item.Closed ?? item.Created).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        }

        if (!item.Positions.Any(person.Holds) && !person.Positions.Any(position => work.State.Positions.GetValueOrDefault(position) is { Desk: true }))
        {
            return Refusal.Because(RefusalCodes.NotYourPosition, ("positions", string.Join(',', item.Positions)));
        }

        Over(work, item, done ? new ItemEvents.ItemTicked(id, person.Id) : new ItemEvents.ItemSkipped(id, person.Id), person.Id);
        Renew(work, item);
        return null;
    }

    /// <summary>Done, skipped or expired: whoever is still called for it need not come.</summary>
    public static void Over(Work work, Item item, Event how, StaffId? person)
    {
        work.Emit(how);
        foreach (var alert in Raising.Open(work, alert => alert.Item == item.Id))
        {
            Raising.Overtake(work, alert, item.Template, person);
        }
    }

    /// <summary>A trigger takes along the items it names, unless they were marked as not done; a stage that is left takes its others with it.</summary>
    public static void Take(Work work, JourneyId journey, Trigger trigger, StaffId? person, bool leaves)
    {
        foreach (var item in Open(work.State, journey))
        {
            if (trigger.Ticks.Contains(item.Template.Value))
            {
                Over(work, item, new ItemEvents.ItemTicked(item.Id, person), person);
                if (!leaves || item.Stays)
                {
                    Renew(work, item);
                }
            }
            else if (leaves && !item.Stays)
            {
                Over(work, item, new ItemEvents.ItemExpired(item.Id), person);
            }
        }
    }

    /// <summary>The journey is over: also what stayed on is over with it.</summary>
    public static void Expire(Work work, JourneyId journey)
    {
        foreach (var item in Of(work.State, journey, item => item.Lasts))
        {
            Over(work, item, new ItemEvents.ItemExpired(item.Id), null);
        }
    }

    /// <summary>In the order in which they are due.</summary>
    public static void Add(Work work, Playbook book, JourneyId journey, IEnumerable<string> templates)
    {
        foreach (var item in templates.Distinct().Select(id => book.Items.GetValueOrDefault(id)).OfType<ItemTemplate>()
            .OrderByDescending(item => (item.Due as DueRule.BeforeEta)?.Time).ToList())
        {
            Add(work, journey, item);
        }
    }

    /// <summary>
    /// The weather changed: what a stage asks for in such weather is added for the guests who stand in it, what it no longer asks for is over.
    /// An umbrella is due for whoever is expected, also when the rain began after the visit was planned.
    /// </summary>
    public static void FollowWeather(Work work)
    {
        foreach (var journey in work.State.Journeys.Values.Where(journey => journey.Open).OrderBy(journey => journey.Id.Value, StringComparer.Ordinal))
        {
            var book = work.BookOf(journey);
            foreach (var id in book?.Stage(journey.Stage.Value)?.Items ?? [])
            {
                if (book!.Items.TryGetValue(id, out var item) && item.If.Any(condition => condition is Condition.WeatherIs))
                {
                    FollowWeather(work, journey.Id, item);
                }
            }
        }
    }

    private static void FollowWeather(Work work, JourneyId journey, ItemTemplate template)
    {
        var wanted = Conditions.Hold(work.State, journey, template.If);
        var known = work.State.Items.Values.Where(item => item.Journey == journey && item.Template.Value == template.Id).ToList();
        if (wanted && known.TrueForAll(item => item.State == ItemState.Expired))
        {
            Add(work, journey, template);
        }

        foreach (var item in known.Where(item => !wanted && item.State == ItemState.Open))
        {
            Over(work, item, new ItemEvents.ItemExpired(item.Id), null);
        }
    }

    private static void Add(Work work, JourneyId id, ItemTemplate item, DateTimeOffset? at = null)
    {
        if (!Conditions.Hold(work.State, id, item.If))
        {
            return;
        }

        if (Limits.TooManyItems(work))
        {
            Limits.TellOfItems(work);
            return;
        }

        var (due, call, late) = Timing.Of(work, work.State.Journeys[id], item, at);
        work.Emit(new ItemEvents.ItemAdded(
            new ItemId(work.NewId("i")), item.Id, id, item.Who, due, call, late, (item.Due as DueRule.BeforeEta)?.Time,
            item.Stays, item.Keep, item.Tag ? NextTag(work.State) : null));
        Limits.TellOfItems(work);
    }

    /// <summary>What is done every so often comes up again.</summary>
    private static void Renew(Work work, Item item)
    {
        if (item.Journey is { } id && work.State.Journeys.TryGetValue(id, out var journey) && journey.Open
            && work.BookOf(journey)?.Items.GetValueOrDefault(item.Template.Value) is { Every: { } every } template)
        {
            Add(work, id, template, work.Time + every);
        }
    }

    /// <summary>The lowest tag number that nothing stored has now.</summary>
    private static int NextTag(VenueState state)
    {
        var taken = state.Items.Values.Where(item => item.State == ItemState.Open).Select(item => item.Tag).OfType<int>().ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).First(tag => !taken.Contains(tag));
    }

    public static List<Item> Open(VenueState state, JourneyId journey) => Of(state, journey, item => item.State == ItemState.Open);

    private static List<Item> Of(VenueState state, JourneyId journey, Func<Item, bool> which) =>
        [.. state.Items.Values.Where(item => item.Journey == journey && which(item)).OrderBy(item => item.Created).ThenBy(item => item.Id.Value, StringComparer.Ordinal)];
}

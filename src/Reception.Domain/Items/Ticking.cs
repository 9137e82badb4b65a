using System.Collections.Immutable;
using System.Globalization;
using Reception.Domain.Alerts;
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
                ("at", (item.Closed ?? item.Created).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        }

        if (!item.Positions.Any(person.Holds) && !person.Positions.Any(position => work.State.Positions.GetValueOrDefault(position) is { Desk: true }))
        {
            return Refusal.Because(RefusalCodes.NotYourPosition, ("positions", string.Join(',', item.Positions)));
        }

        Over(work, item, done ? new ItemEvents.ItemTicked(id, person.Id) : new ItemEvents.ItemSkipped(id, person.Id), person.Id);
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
            }
            else if (leaves && !item.Stays)
            {
                Over(work, item, new ItemEvents.ItemExpired(item.Id), person);
            }
        }
    }

    public static void Expire(Work work, JourneyId journey)
    {
        foreach (var item in Open(work.State, journey))
        {
            Over(work, item, new ItemEvents.ItemExpired(item.Id), null);
        }
    }

    public static void Add(Work work, Playbook book, JourneyId journey, string template)
    {
        if (!book.Items.TryGetValue(template, out var item) || !item.If.All(condition => Holds(work.State, journey, condition)))
        {
            return;
        }

        if (Limits.TooManyItems(work))
        {
            Limits.TellOfItems(work);
            return;
        }

        var due = Due(work, journey, item);
        work.Emit(new ItemEvents.ItemAdded(
            new ItemId(work.NewId("i")), template, journey, item.Who, due, due + item.LateAfter, (item.Due as DueRule.BeforeEta)?.Time,
            item.Stays, item.Keep, item.Tag ? NextTag(work.State) : null));
        Limits.TellOfItems(work);
    }

    /// <summary>What counts back from the ETA moves with it; what is done stays done, and what was called and is still due is not called again.</summary>
    public static void MoveWithEta(Work work, Playbook book, JourneyId journey, DateTimeOffset eta)
    {
        foreach (var item in Open(work.State, journey))
        {
            if (item.BeforeEta is { } before && !(item.Called && eta - before <= work.Time))
            {
                var due = eta - before < work.Time ? work.Time : eta - before;
                var late = book.Items.TryGetValue(item.Template.Value, out var template) ? template.LateAfter : TimeSpan.Zero;
                foreach (var alert in Raising.Open(work, alert => alert.Item == item.Id))
                {
                    Raising.Overtake(work, alert, item.Template, null);
                }

                work.Emit(new ItemEvents.ItemMoved(item.Id, due, due + late));
            }
        }
    }

    /// <summary>The stage for which open items waited: a stored thing is due when its guest leaves.</summary>
    public static void Reach(Work work, Playbook book, JourneyId journey, string stage)
    {
        foreach (var item in Open(work.State, journey))
        {
            if (book.Items.TryGetValue(item.Template.Value, out var template) && template.Due is DueRule.AtStage at && at.Stage == stage)
            {
                work.Emit(new ItemEvents.ItemMoved(item.Id, work.Time, work.Time + template.LateAfter));
            }
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
                    FollowWeather(work, book, journey.Id, item);
                }
            }
        }
    }

    private static void FollowWeather(Work work, Playbook book, JourneyId journey, ItemTemplate template)
    {
        var wanted = template.If.All(condition => Holds(work.State, journey, condition));
        var known = work.State.Items.Values.Where(item => item.Journey == journey && item.Template.Value == template.Id).ToList();
        if (wanted && known.TrueForAll(item => item.State == ItemState.Expired))
        {
            Add(work, book, journey, template.Id);
        }

        foreach (var item in known.Where(item => !wanted && item.State == ItemState.Open))
        {
            Over(work, item, new ItemEvents.ItemExpired(item.Id), null);
        }
    }

    private static DateTimeOffset? Due(Work work, JourneyId journey, ItemTemplate item) => item.Due switch
    {
        DueRule.In within => work.Time + within.Time,
        // Past is now: what is overdue when it is planned is due at once.
        DueRule.BeforeEta before when work.State.Journeys[journey].Eta is { } eta => eta - before.Time < work.Time ? work.Time : eta - before.Time,
        _ => null,
    };

    private static bool Holds(VenueState state, JourneyId journey, Condition condition) => condition switch
    {
        Condition.WeatherIs weather => weather.Weather.Contains(state.Weather.Value) != weather.Not,
        Condition.FactIs fact => Has(state.Journeys[journey].Facts.GetValueOrDefault(fact.Field), fact.Values) != fact.Not,
        _ => false,
    };

    private static bool Has(Key value, ImmutableArray<string> wanted) =>
        value.Value is { Length: > 0 } text && (wanted.IsEmpty || text.Split(',').Any(one => wanted.Contains(one)));

    /// <summary>The lowest tag number that nothing stored has now.</summary>
    private static int NextTag(VenueState state)
    {
        var taken = state.Items.Values.Where(item => item.State == ItemState.Open).Select(item => item.Tag).OfType<int>().ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).First(tag => !taken.Contains(tag));
    }

    private static List<Item> Open(VenueState state, JourneyId journey) =>
        [.. state.Items.Values.Where(item => item.State == ItemState.Open && item.Journey == journey).OrderBy(item => item.Created).ThenBy(item => item.Id.Value, StringComparer.Ordinal)];
}

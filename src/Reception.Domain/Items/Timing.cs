using Reception.Domain.Alerts;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Items;

/// <summary>When a thing to do is due, when its position is called and when it is late. What is past is now, one after the other in the order in which it was due.</summary>
internal static class Timing
{
    public static (DateTimeOffset? Due, DateTimeOffset? CallAt, DateTimeOffset? LateAt) Of(Work work, Journey journey, ItemTemplate item, DateTimeOffset? due = null)
    {
        due ??= item.Due switch
        {
            DueRule.In within => work.Time + within.Time,
            DueRule.BeforeEta before => journey.Eta - before.Time,
            _ => null,
        };
        if (due is not { } at)
        {
            return (null, null, null);
        }

        var call = NotPast(work, at - (item.Ahead ?? TimeSpan.Zero));
        at = at < call ? call : at;
        return (at, call, at + item.LateAfter);
    }

    /// <summary>What counts back from the ETA moves with it; what is done stays done, and what was called and would be by now is not called again.</summary>
    public static void MoveWithEta(Work work, Playbook book, JourneyId journey)
    {
        var counted = Ticking.Open(work.State, journey).Where(item => item.BeforeEta is not null).OrderByDescending(item => item.BeforeEta);
        foreach (var item in counted)
        {
            if (book.Items.TryGetValue(item.Template.Value, out var template))
            {
                Move(work, item, template, work.State.Journeys[journey].Eta - item.BeforeEta);
            }
        }
    }

    /// <summary>The stage for which open items waited: a stored thing is due when its guest leaves.</summary>
    public static void Reach(Work work, Playbook book, JourneyId journey, string stage)
    {
        foreach (var item in Ticking.Open(work.State, journey))
        {
            if (book.Items.TryGetValue(item.Template.Value, out var template) && template.Due is DueRule.AtStage at && at.Stage == stage)
            {
                work.Emit(new ItemEvents.ItemMoved(item.Id, work.Time, work.Time, work.Time + template.LateAfter, Called: false, Late: false));
            }
        }
    }

    private static void Move(Work work, Item item, ItemTemplate template, DateTimeOffset? moved)
    {
        if (moved is not { } wanted)
        {
            return;
        }

        var (due, call, late) = Of(work, work.State.Journeys[item.Journey!.Value], template, wanted);
        var called = item.Called && wanted - (template.Ahead ?? TimeSpan.Zero) <= work.Time;
        if (called)
        {
            // As long as it is not done it is due since it was.
            due = wanted > work.Time ? wanted : item.Due <= work.Time ? item.Due : work.Time;
            (call, late) = (item.CallAt, due + template.LateAfter);
        }

        if (due == item.Due && call == item.CallAt)
        {
            return;
        }

        foreach (var alert in called ? [] : Raising.Open(work, alert => alert.Item == item.Id))
        {
            Raising.Overtake(work, alert, item.Template, null);
        }

        work.Emit(new ItemEvents.ItemMoved(item.Id, due, call, late, called, item.Late && late <= work.Time));
    }

    /// <summary>Now, if it is past; where something is called at that moment already, just after it.</summary>
    private static DateTimeOffset NotPast(Work work, DateTimeOffset at)
    {
        if (at > work.Time)
        {
            return at;
        }

        var taken = work.State.Items.Values.Where(item => item is { State: ItemState.Open, Called: false } && item.CallAt >= work.Time).Select(item => item.CallAt!.Value).ToHashSet();
        for (at = work.Time; taken.Contains(at);)
        {
            at += TimeSpan.FromMilliseconds(1);
        }

        return at;
    }
}

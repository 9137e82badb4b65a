using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Playbooks.Checking;

/// <summary>The gaps that the words of one call of a playbook may have.</summary>
internal sealed class Gaps(Subject subject, AlertTemplate alert)
{
    private readonly Playbook playbook = subject.Playbook;

    /// <summary>Triggers and items that raise it.</summary>
    private readonly IReadOnlyList<Trigger> triggers = [.. subject.Playbook.Triggers.Where(trigger => trigger.Alerts.Contains(alert.Id))];

    private readonly IReadOnlyList<ItemTemplate> items = [.. subject.Playbook.Items.Values.Where(item => item.Call == alert.Id || item.Late == alert.Id)];

    public IEnumerable<Flaw> Judge(string gap, bool optional, string part, Spot at)
    {
        switch (gap)
        {
            // Said in a neutral word when nobody has given one.
            case "address" or "who":
                yield break;
            case "minutes" when part == "say":
                yield break;
            case "item" or "tag" when triggers.Count == 0 && items.Count > 0 && (gap == "item" || items.All(item => item.Tag)):
                yield break;
            case "plate" when playbook.Fields.Any(field => field.Use == "plate"):
                break;
            case "place" when alert.PlaceField is not null:
                break;
            default:
                foreach (var flaw in Field(gap, part, at))
                {
                    yield return flaw;
                }

                if (playbook.Field(gap) is null)
                {
                    yield break;
                }

                break;
        }

        if (!optional && !Sure(gap == "place" ? alert.PlaceField! : gap))
        {
            yield return Flaws.MayBeEmpty(at, gap);
        }
    }

    private IEnumerable<Flaw> Field(string gap, string part, Spot at)
    {
        if (playbook.Field(gap) is not { } field)
        {
            yield return Flaws.CannotBeFilled(at, gap);
        }
        else if (field is { Type: FieldType.Text } and ({ Class: not CardClass.Label } or { Use: "phone" or "plate" }))
        {
            yield return part == "ear" ? Flaws.GivesAway(at, gap) : Flaws.NotInTheStream(at, gap);
        }
    }

    /// <summary>Whoever raises it has just asked for the field, set it, or required it.</summary>
    private bool Sure(string field) => items.Count == 0 && playbook.NoShow?.Alerts.Contains(alert.Id) != true && triggers.All(trigger =>
        trigger.Ask.Any(ask => ask.Needed && ask.Field == field)
        || (trigger.Set.TryGetValue(field, out var value) && value.Length > 0)
        || trigger.Require.Any(guard => Names(guard) == field));

    private static string? Names(Guard guard) => guard.Override.IsEmpty
        ? guard switch
        {
            Guard.Filled filled => filled.Field,
            Guard.Holds holds => holds.Field,
            Guard.OnDutyAs duty => duty.Field,
            _ => null,
        }
        : null;
}

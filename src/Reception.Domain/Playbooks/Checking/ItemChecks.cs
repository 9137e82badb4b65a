using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Playbooks.Checking;

/// <summary>Every item falls to somebody, and comes up somewhere.</summary>
internal static class ItemChecks
{
    public static IEnumerable<Flaw> Of(Subject subject)
    {
        var made = subject.Playbook.Stages.SelectMany(stage => stage.Items).Concat(subject.Playbook.Triggers.SelectMany(trigger => trigger.Items))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var item in subject.Playbook.Items.Values)
        {
            var at = subject.At("item:" + item.Id);
            if (item.Who.IsEmpty || !subject.SomebodyMayBe(item.Who))
            {
                yield return Flaws.NobodysItem(at, item.Id);
            }

            if (!made.Contains(item.Id))
            {
                yield return Flaws.NeverMade(at, item.Id);
            }

            if (item.Due is null && (item.Call ?? item.Late) is not null)
            {
                yield return Flaws.CallsWithoutDue(at, item.Id);
            }

            if (item.Due is DueRule.BeforeEta && subject.Playbook.Fields.All(field => field.Use != FieldChecks.EtaUse))
            {
                yield return Flaws.NoEta(at, item.Id);
            }
        }
    }
}

/// <summary>Fields that the hub reads by their use stand there once, and in the type it expects.</summary>
internal static class FieldChecks
{
    public const string EtaUse = "eta";

    private static readonly Dictionary<string, FieldType> Types = new(StringComparer.Ordinal)
    {
        ["address"] = FieldType.Text,
        ["name"] = FieldType.Text,
        ["plate"] = FieldType.Text,
        ["phone"] = FieldType.Text,
        ["note"] = FieldType.Text,
        ["size"] = FieldType.Number,
        [EtaUse] = FieldType.Time,
        ["place"] = FieldType.Place,
        ["table"] = FieldType.Place,
        ["room"] = FieldType.Place,
        ["host"] = FieldType.Staff,
        ["guide"] = FieldType.Staff,
        ["companion"] = FieldType.Staff,
    };

    public static IEnumerable<Flaw> Of(Subject subject)
    {
        var playbook = subject.Playbook;
        foreach (var same in playbook.Fields.Where(field => field.Use is not null).GroupBy(field => field.Use!, StringComparer.Ordinal))
        {
            foreach (var twice in same.Skip(1))
            {
                yield return Flaws.UseTwice(subject.At("field:" + twice.Id), twice.Id, same.Key, same.First().Id);
            }

            if (Types.TryGetValue(same.Key, out var type) && same.First() is var field && field.Type != type)
            {
                yield return Flaws.WrongFieldType(subject.At("field:" + field.Id), field.Id, FieldReader.NameOf(type), FieldReader.NameOf(field.Type));
            }
        }

        foreach (var field in playbook.Fields.Where(field => field is { Use: "phone" or "name", Class: not CardClass.Guarded }))
        {
            yield return Flaws.NotGuarded(subject.At("field:" + field.Id), field.Id);
        }

        var needsEta = playbook.Triggers.Where(trigger => trigger.Opens && trigger.To is { } to && playbook.Stage(to) is { Expected: true });
        foreach (var trigger in needsEta.Where(trigger => playbook.NoShow is not null && !trigger.Ask.Any(ask => ask.Needed && playbook.Field(ask.Field)?.Use == EtaUse)))
        {
            yield return Flaws.NoEta(subject.At("trigger:" + trigger.Id), trigger.Id);
        }
    }
}

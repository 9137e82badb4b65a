using System.Text.RegularExpressions;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Playbooks.Checking;

/// <summary>Every gap in words can be filled, both languages are there, and what is spoken gives nothing away.</summary>
internal static partial class WordChecks
{
    public static IEnumerable<Flaw> Of(Subject subject)
    {
        var playbook = subject.Playbook;
        foreach (var alert in playbook.Alerts.Values)
        {
            var gaps = new Gaps(subject, alert);
            foreach (var (part, words) in Parts(alert))
            {
                var at = subject.At($"alert:{alert.Id}.{part}");
                foreach (var flaw in new[] { words.Zh, words.En }.SelectMany(Wording.Gaps).Distinct().SelectMany(gap => gaps.Judge(gap.Id, gap.Optional, part, at)))
                {
                    yield return flaw;
                }

                foreach (var flaw in Translated(words, at).Concat(Spoken(words, part, at)))
                {
                    yield return flaw;
                }
            }
        }

        foreach (var flaw in Names(playbook).SelectMany(name => Fixed(name.Words, subject.At(name.What), name.ToTheGuest)))
        {
            yield return flaw;
        }
    }

    /// <summary>Words that stand as they are; what is said to the guest's face may name the guest.</summary>
    private static IEnumerable<(string What, Text Words, bool ToTheGuest)> Names(Playbook playbook) =>
    [
        .. playbook.Stages.Select(stage => ("stage:" + stage.Id, stage.Name, false)),
        .. playbook.Triggers.SelectMany(trigger => new[] { ("trigger:" + trigger.Id, trigger.Name, false), ("trigger:" + trigger.Id, trigger.Done, false) }),
        .. playbook.Triggers.Where(trigger => trigger.Say is not null).Select(trigger => ("trigger:" + trigger.Id, trigger.Say!, true)),
        .. playbook.Items.Values.Select(item => ("item:" + item.Id, item.Name, false)),
        .. playbook.Refusals.Select(refusal => ("refusal:" + refusal.Key, refusal.Value, true)),
        .. playbook.Reasons.Select(reason => ("reason:" + reason.Key, reason.Value, false)),
    ];

    public static IEnumerable<(string Part, Text Words)> Parts(AlertTemplate alert)
    {
        yield return ("screen", alert.Screen);
        yield return ("ear", alert.Ear);
        foreach (var line in alert.Lines.Values)
        {
            yield return ("ear", line);
        }

        if (alert.Say is { } say)
        {
            yield return ("say", say);
        }
    }

    /// <summary>English with Chinese letters in it was not translated.</summary>
    public static IEnumerable<Flaw> Translated(Text words, Spot at)
    {
        if (Han().IsMatch(words.En))
        {
            yield return Flaws.NotTranslated(at, words.En);
        }
    }

    /// <summary>A number that could be dialled is never spoken.</summary>
    public static IEnumerable<Flaw> Spoken(Text words, string part, Spot at)
    {
        if (part == "ear" && (Dialled().IsMatch(words.Zh) || Dialled().IsMatch(words.En)))
        {
            yield return Flaws.GivesAway(at, "number");
        }
    }

    private static IEnumerable<Flaw> Fixed(Text words, Spot at, bool toTheGuest)
    {
        var gaps = Wording.Gaps(words.Zh).Concat(Wording.Gaps(words.En));
        foreach (var (gap, _) in gaps.Where(gap => !(toTheGuest && gap.Id == "address")).Take(1))
        {
            yield return Flaws.CannotBeFilled(at, gap);
        }

        foreach (var flaw in Translated(words, at))
        {
            yield return flaw;
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant)]
    private static partial Regex Han();

    [GeneratedRegex("[0-9][0-9 -]{5,}[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Dialled();
}

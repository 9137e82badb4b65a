using System.Collections.Frozen;
using System.Collections.Immutable;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Playbooks.Checking;

/// <summary>A venue's own words and people: every ladder ends in somebody, every phrase can be said, nothing discreet says what it means.</summary>
internal static class VenueChecks
{
    /// <summary>Which gaps each of the hub's own calls can fill.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<string>> CallGaps = new Dictionary<string, ImmutableArray<string>>
    {
        [EngineCall.Correction] = ["address", "who"],
        [EngineCall.Reminder] = ["address", "place"],
        [EngineCall.ItemLate] = ["item", "address"],
        [EngineCall.AwayBegan] = ["who", "minutes"],
        [EngineCall.AwayOverdue] = ["who"],
        [EngineCall.Fault] = ["what"],
        [EngineCall.Limit] = ["what"],
        [EngineCall.Digest] = ["count"],
        [EngineCall.PlaceFree] = ["place", "address"],
        [EngineCall.Restored] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> PhraseGaps = ["who", "address", "place"];

    /// <summary>Whom these reach, the engine knows.</summary>
    private static readonly ImmutableArray<string> AddressedByTheHub = [EngineCall.Correction, EngineCall.Reminder, EngineCall.Digest, EngineCall.PlaceFree];

    public static IEnumerable<Flaw> Of(VenueBook venue, FrozenDictionary<string, Spot> marks)
    {
        Spot At(string what) => marks.TryGetValue(what, out var spot) ? spot : marks.GetValueOrDefault("venue");

        foreach (var (kind, ladder) in venue.Ladders)
        {
            var name = kind.ToString().ToLowerInvariant();
            if (!AlertChecks.EndsInSomebody(ladder, venue))
            {
                yield return Flaws.LadderEndsInNobody(At("ladder:" + name), name);
            }
        }

        foreach (var call in venue.Calls.Values)
        {
            var asks = AddressedByTheHub.Contains(call.Id) ? [] : AlertChecks.Asks(call, venue, At("alert:" + call.Id));
            foreach (var flaw in asks.Concat(Words(call, CallGaps[call.Id], At)))
            {
                yield return flaw;
            }
        }

        foreach (var flaw in venue.Phrases.Values.SelectMany(phrase => Phrased(phrase, venue, At)).Concat(People(venue, At)))
        {
            yield return flaw;
        }
    }

    private static IEnumerable<Flaw> Phrased(Phrase phrase, VenueBook venue, Func<string, Spot> at)
    {
        var asks = phrase.Alert.To.IsEmpty ? [] : AlertChecks.Asks(phrase.Alert, venue, at("alert:" + phrase.Id));
        foreach (var flaw in asks.Concat(Words(phrase.Alert, PhraseGaps, at)))
        {
            yield return flaw;
        }

        var said = new[] { phrase.Name.Zh, phrase.Alert.Screen.Zh, phrase.Alert.Ear.Zh, phrase.Name.En, phrase.Alert.Screen.En, phrase.Alert.Ear.En };
        if (phrase is { Discreet: true, Meaning: { } meaning }
            && said.Any(words => words.Contains(meaning.Zh, StringComparison.OrdinalIgnoreCase) || words.Contains(meaning.En, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Flaws.GivesAway(at("alert:" + phrase.Id), phrase.Id);
        }
    }

    private static IEnumerable<Flaw> Words(AlertTemplate alert, ImmutableArray<string> gaps, Func<string, Spot> at) =>
        WordChecks.Parts(alert).SelectMany(part =>
        {
            var spot = at($"alert:{alert.Id}.{part.Part}");
            return Wording.Gaps(part.Words.Zh).Concat(Wording.Gaps(part.Words.En)).Select(gap => gap.Id).Distinct()
                .Where(gap => !gaps.Contains(gap) && !(gap == "minutes" && part.Part == "say"))
                .Select(gap => Flaws.CannotBeFilled(spot, gap))
                .Concat(WordChecks.Translated(part.Words, spot))
                .Concat(WordChecks.Spoken(part.Words, part.Part, spot));
        });

    private static IEnumerable<Flaw> People(VenueBook venue, Func<string, Spot> at)
    {
        if (!venue.Positions.Any(position => position.Desk))
        {
            yield return Flaws.NoDesk(at("venue"));
        }

        foreach (var person in venue.Staff.Where(person => person.Allowed.IsEmpty))
        {
            yield return Flaws.NoPosition(at("staff:" + person.Id), person.Id.Value);
        }

        foreach (var position in venue.Positions.Where(position => !venue.Staff.IsEmpty && !venue.Staff.Any(person => person.Allowed.Contains(position.Id))))
        {
            yield return Flaws.NobodyThere(at("position:" + position.Id), position.Id.Value);
        }
    }
}

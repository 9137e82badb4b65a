using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Reception.Client;
using Reception.Domain;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Promises;

/// <summary>P8: every journey's history is a path of its playbook, whatever people tap; an undone step was not taken.</summary>
public sealed class PathTests
{
    private const int Taps = 250;

    // Fails on P8-a-trigger-from-any-stage.
    [Fact, Rule("P8")]
    public async Task Whatever_is_tapped_in_whatever_order_the_log_holds_paths_only()
    {
        await using var hub = await RunningHub.Start(clock: 60);
        var book = hub.Services.GetRequiredService<VenueStart>().Library.Current("sales-visit")!;
        var people = new Dictionary<PositionId, ReceptionClient>();
        foreach (var position in book.Triggers.SelectMany(trigger => trigger.By).Distinct())
        {
            people[position] = await hub.OnDuty(position.Value);
        }

        var chance = new Random(20261128);
        var (journeys, taken) = (new List<string>(), 0);
        for (var i = 0; i < Taps; i++)
        {
            var trigger = book.Triggers[chance.Next(book.Triggers.Length)];
            var person = people[trigger.By[chance.Next(trigger.By.Length)]];
            var fields = trigger.Ask.Where(ask => ask.Needed).ToDictionary(ask => ask.Field, ask => Some(book.Field(ask.Field)!, hub, chance));
            if (trigger.Opens)
            {
                var opened = await person.Open(book.Id, trigger.Id, fields).WaitAsync(RunningHub.Limit);
                journeys.AddRange(opened.Created is { } created && created.TryGetValue("journey", out var id) ? [id] : Array.Empty<string>());
            }
            else if (journeys.Count > 0)
            {
                var journey = journeys[chance.Next(journeys.Count)];
                taken += (await person.Pull(journey, trigger.Id, fields).WaitAsync(RunningHub.Limit)).Ok ? 1 : 0;
                _ = chance.Next(6) == 0 ? await person.Undo(journey).WaitAsync(RunningHub.Limit) : null;
            }
        }

        taken.Should().BeGreaterThan(20, "the walk must get somewhere");
        var entries = (await hub.Store.Entries(hub.Venue, 0, 10_000)).Select(stored => LogJson.ReadEntry(hub.Venue, stored));
        Strays(entries, book).Should().BeEmpty();
    }

    /// <summary>Steps that their playbook does not have where they were taken.</summary>
    private static List<string> Strays(IEnumerable<Entry> entries, Playbook book)
    {
        var stages = new Dictionary<JourneyId, ImmutableStack<string?>>();
        var strays = new List<string>();
        foreach (var (seq, happened) in entries.SelectMany(entry => entry.Events.Select(happened => (entry.Seq, happened))))
        {
            switch (happened)
            {
                case JourneyEvents.JourneyOpened opened:
                    stages[opened.Journey] = [null];
                    break;
                case JourneyEvents.TriggerPulled pulled when book.Trigger(pulled.Trigger) is { } trigger:
                    var here = stages[pulled.Journey].Peek();
                    if (here is null ? !trigger.Opens : !trigger.From.Contains(here))
                    {
                        strays.Add($"entry {seq}: {pulled.Trigger} from {here ?? "nowhere"}");
                    }

                    stages[pulled.Journey] = stages[pulled.Journey].Push(pulled.To?.Stage.Value ?? here);
                    break;
                case JourneyEvents.TriggerPulled pulled:
                    // A step of the clock (no-show) is no trigger of the playbook.
                    stages[pulled.Journey] = stages[pulled.Journey].Push(pulled.To?.Stage.Value);
                    break;
                case JourneyEvents.TriggerUndone undone:
                    stages[undone.Journey] = stages[undone.Journey].Pop();
                    break;
                default:
                    break;
            }
        }

        return strays;
    }

    private static string Some(Field field, RunningHub hub, Random chance)
    {
        var venue = hub.Services.GetRequiredService<VenueStart>().Library.Venue;
        return field.Type switch
        {
            FieldType.Text => "王女士",
            FieldType.Number => "2",
            FieldType.Time => hub.Services.GetRequiredService<VenueClock>().Now.AddHours(2).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            FieldType.Choice or FieldType.Choices => field.Choices[0].Id,
            FieldType.Staff => Pick(venue.Staff.Where(person => field.Positions.IsEmpty || person.Allowed.Any(field.Positions.Contains)).Select(person => person.Id.Value), chance),
            FieldType.Place => Pick(venue.Places.Where(place => place.Kind == field.PlaceKind).Select(place => place.Id.Value), chance),
            _ => "",
        };
    }

    private static string Pick(IEnumerable<string> ids, Random chance) => ids.ToList() is { Count: > 0 } list ? list[chance.Next(list.Count)] : "";
}

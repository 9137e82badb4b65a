using System.Collections.Concurrent;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Crew;

/// <summary>The words documents that the views speak of: what a stage or trigger is for, whatever the venue calls it.</summary>
public sealed class WordBook
{
    private readonly ConcurrentDictionary<string, WordsDocument> documents = new(StringComparer.Ordinal);

    public IEnumerable<WordsDocument> All => documents.Values;

    public static async Task<WordBook> Load(HubApi api, ViewSet views, CancellationToken stop)
    {
        var book = new WordBook();
        await book.Learn(api, views, stop);
        return book;
    }

    /// <summary>Fetches what is not here yet. Words are immutable.</summary>
    public async Task Learn(HubApi api, ViewSet views, CancellationToken stop)
    {
        foreach (var hash in Unknown(views).ToList())
        {
            documents[hash] = await api.Words(hash, stop);
        }
    }

    /// <summary>Words that are here already.</summary>
    public void Learn(WordsDocument document) => documents[document.Hash] = document;

    public bool Knows(ViewSet views) => !Unknown(views).Any();

    /// <summary>The playbooks in force, by id.</summary>
    public IEnumerable<WordsDocument> InForce(ViewSet views) =>
        (views.Venue?.Words.Values ?? []).Select(documents.GetValueOrDefault).OfType<WordsDocument>().Where(document => document.Triggers.Count > 0);

    /// <summary>Ready calls of the venue.</summary>
    public IEnumerable<PhraseWords> Phrases(ViewSet views) =>
        (views.Venue?.Words.Values ?? []).Select(documents.GetValueOrDefault).OfType<WordsDocument>().SelectMany(document => document.Phrases);

    public WordsDocument? Of(JourneyView journey) => documents.GetValueOrDefault(journey.Words);

    public Text Stage(JourneyView journey) => Of(journey)?.Stages.FirstOrDefault(stage => stage.Id == journey.Stage)?.Name ?? new(journey.Stage, journey.Stage);

    /// <summary>What was done: the trigger's fact.</summary>
    public Text Done(JourneyView journey, string trigger) => Of(journey)?.Triggers.FirstOrDefault(one => one.Id == trigger)?.Done ?? new(trigger, trigger);

    /// <summary>A label of the guest by its use: the field's id is the playbook's business.</summary>
    public string Label(JourneyView journey, GuestView? guest, string use) =>
        Of(journey)?.Fields.FirstOrDefault(field => field.Use == use) is { } field ? guest?.Labels.GetValueOrDefault(field.Id) ?? "" : "";

    private IEnumerable<string> Unknown(ViewSet views) =>
        (views.Venue?.Words.Values ?? []).Concat(views.Journeys.Values.Select(journey => journey.Words)).Distinct().Where(hash => !documents.ContainsKey(hash));
}

/// <summary>Looking things up in a words document by what they are for.</summary>
internal static class WordsLookup
{
    public static StageWords? Stage(this WordsDocument words, string id) => words.Stages.FirstOrDefault(stage => stage.Id == id);

    public static string? UseOf(this WordsDocument words, string stage) => words.Stage(stage)?.Use;

    public static int IndexOf(this WordsDocument words, string? stage)
    {
        for (var at = 0; at < words.Stages.Count; at++)
        {
            if (words.Stages[at].Id == stage)
            {
                return at;
            }
        }

        return -1;
    }

    public static TriggerWords? Trigger(this WordsDocument words, string id) => words.Triggers.FirstOrDefault(trigger => trigger.Id == id);

    public static string? UseOfTrigger(this WordsDocument words, string id) => words.Trigger(id)?.Use;

    public static FieldWords? Field(this WordsDocument words, string id) => words.Fields.FirstOrDefault(field => field.Id == id);

    /// <summary>The first field of a trigger that names a place to be had.</summary>
    public static FieldWords? PlaceAsked(this WordsDocument words, TriggerWords? trigger) =>
        trigger?.Ask.Select(words.Field).FirstOrDefault(field => field is { Type: "place" });
}

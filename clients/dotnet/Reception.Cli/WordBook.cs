using Reception.Client;
using Reception.Contracts;

namespace Reception.Cli;

/// <summary>The words documents that the views speak of.</summary>
internal sealed class WordBook
{
    private readonly Dictionary<string, WordsDocument> documents = new(StringComparer.Ordinal);

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
        var hashes = (views.Venue?.Words.Values ?? []).Concat(views.Journeys.Values.Select(journey => journey.Words));
        foreach (var hash in hashes.Distinct().Where(hash => !documents.ContainsKey(hash)).ToList())
        {
            documents[hash] = await api.Words(hash, stop);
        }
    }

    public Text Stage(JourneyView journey) =>
        documents.GetValueOrDefault(journey.Words)?.Stages.FirstOrDefault(stage => stage.Id == journey.Stage)?.Name ?? new(journey.Stage, journey.Stage);

    /// <summary>What was done: the trigger's fact.</summary>
    public Text Done(JourneyView journey, string trigger) =>
        documents.GetValueOrDefault(journey.Words)?.Triggers.FirstOrDefault(one => one.Id == trigger)?.Done ?? new(trigger, trigger);

    /// <summary>A label of the guest by its use: the field's id is the playbook's business.</summary>
    public string Label(JourneyView journey, GuestView? guest, string use) =>
        documents.GetValueOrDefault(journey.Words)?.Fields.FirstOrDefault(field => field.Use == use) is { } field
            ? guest?.Labels.GetValueOrDefault(field.Id) ?? ""
            : "";
}

using System.Collections.Immutable;
using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Domain.Journeys;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>What a command was answered, without what it did.</summary>
/// <param name="Digest">HMAC of what was asked then.</param>
internal sealed record FirstAnswer(string CommandId, byte[]? Digest, long Seq, DateTimeOffset At, Refusal? Refusal, ImmutableDictionary<string, string> Created)
{
    public static FirstAnswer Of(Entry entry, StoredEntry stored) =>
        new(stored.CommandId ?? "", stored.Digest, entry.Seq, entry.At, entry.Refusal, CreatedBy(entry));

    private static ImmutableDictionary<string, string> CreatedBy(Entry entry)
    {
        var created = ImmutableDictionary<string, string>.Empty;
        foreach (var happened in entry.Events)
        {
            created = happened switch
            {
                JourneyEvents.JourneyOpened opened => created.SetItem("journey", opened.Journey.Value).SetItem("guest", opened.Guest.Value),
                AlertEvents.AlertRaised raised when !created.ContainsKey("alert") => created.SetItem("alert", raised.Alert.Value),
                _ => created,
            };
        }

        return created;
    }
}

/// <summary>The newest answers of a venue. What is older is asked of the store, which has them all. For the writer alone.</summary>
internal sealed class FirstAnswers
{
    private const int Kept = 4096;

    private readonly Dictionary<string, FirstAnswer> _byId = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = new();

    public FirstAnswer? Find(string commandId) => _byId.GetValueOrDefault(commandId);

    public void Add(FirstAnswer answer)
    {
        if (answer.CommandId.Length == 0 || !_byId.TryAdd(answer.CommandId, answer))
        {
            return;
        }

        _oldest.Enqueue(answer.CommandId);
        if (_oldest.Count > Kept)
        {
            _byId.Remove(_oldest.Dequeue());
        }
    }

    public void Clear()
    {
        _byId.Clear();
        _oldest.Clear();
    }
}

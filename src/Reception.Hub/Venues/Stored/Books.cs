using Reception.Domain.Playbooks;
using Reception.Domain.Venues;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues.Stored;

/// <summary>Playbooks by hash, kept beside the log: a journey goes on with the one it began with, also when the file has changed since.</summary>
internal sealed class Books(IVenueStore store)
{
    public async Task Keep(Library library, CancellationToken stop)
    {
        foreach (var playbook in library.ByHash.Values)
        {
            await store.PutDocument(playbook.Hash, LogJson.Write(playbook), stop);
        }
    }

    /// <summary>The library with the playbooks of earlier days that the state still uses.</summary>
    /// <exception cref="VenueParkedException">One of them is not there any more, or this hub has no files for this venue.</exception>
    public async ValueTask<Library> Complete(Library library, VenueState state, CancellationToken stop)
    {
        if (library.Venue.Id != state.Venue)
        {
            throw new VenueParkedException($"this hub was started for venue {library.Venue.Id} and has no files of venue {state.Venue}, which is in its store too");
        }

        var missing = state.Journeys.Values.Select(journey => journey.Hash.Value).Distinct().Where(hash => library.Get(hash) is null).ToList();
        foreach (var hash in missing)
        {
            var body = await store.Document(hash, stop)
                ?? throw new VenueParkedException($"venue {state.Venue} has journeys of playbook {hash}, and that playbook is not in the store");
            library = library with { ByHash = library.ByHash.SetItem(hash, LogJson.ReadPlaybook(hash, body)) };
        }

        return library;
    }
}

using System.Collections.Frozen;
using Reception.Contracts;
using Reception.Domain.Playbooks;

namespace Reception.Hub.Playbooks;

/// <summary>All documents behind <c>GET /words/{hash}</c> of one venue: its own, and one for each playbook, also those that only older journeys still use.</summary>
internal static class WordsShelf
{
    public static FrozenDictionary<string, WordsDocument> Of(Library library) =>
        library.ByHash.Values.Select(playbook => PlaybookWords.Of(playbook, library.Venue))
            .Append(VenueWords.Of(library.Venue))
            .ToFrozenDictionary(document => document.Hash, StringComparer.Ordinal);
}

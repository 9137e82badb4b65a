using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Reception.Contracts;
using Reception.Domain.Playbooks;
using Reception.Hub.Identity;
using Reception.Hub.Problems;
using Reception.Hub.Venues;

namespace Reception.Hub.Playbooks;

internal static class PlaybooksSetup
{
    // Made once per library: a venue's hundred devices ask for the same few documents.
    private static readonly ConditionalWeakTable<Library, FrozenDictionary<string, WordsDocument>> Shelves = [];

    public static void MapPlaybooks(this IEndpointRouteBuilder endpoints) => endpoints.MapWithRight("GET", "/words/{hash}", Words);

    /// <summary>A document that never changes, only to those of the venue that has it.</summary>
    private static async Task<IResult> Words(string hash, LiveVenues venues, HttpContext context)
    {
        var library = (await venues.Get(context.Session().Venue, context.RequestAborted)).Current.Library;
        if (!Shelves.GetValue(library, WordsShelf.Of).TryGetValue(hash, out var document))
        {
            return new ProblemAnswer(ErrorCodes.NotFound);
        }

        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Ok(document);
    }
}

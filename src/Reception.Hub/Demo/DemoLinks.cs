using Reception.Domain.Playbooks;
using Reception.Hub.Identity;
using Reception.Hub.Venues;

namespace Reception.Hub.Demo;

/// <summary>What a demo prints when it is ready: the address, and for each position a link that signs in somebody who may stand there.</summary>
internal static class DemoLinks
{
    private static readonly TimeSpan Live = TimeSpan.FromHours(12);

    public static async Task Print(IServiceProvider hub, IReadOnlyList<string> addresses, TextWriter output, CancellationToken stop)
    {
        var start = hub.GetRequiredService<VenueStart>();
        var address = addresses[0].TrimEnd('/');
        await output.WriteLineAsync($"\n{start.Library.Venue.Name.Zh} · {start.Library.Venue.Name.En}: {string.Join(' ', addresses)}\n");
        foreach (var (position, person) in People(start.Library.Venue))
        {
            if (await hub.GetRequiredService<SignIn>().MakeCode(start.Venue, person.Id, Live, stop) is { } code)
            {
                await output.WriteLineAsync($"  {address}/#code={code.Value}  {position.Name.Zh} {position.Name.En} · {person.Name.Zh} {person.Name.En}");
            }
        }

        await output.WriteLineAsync();
    }

    /// <summary>Each position with somebody of its own, as far as there are enough people.</summary>
    private static IEnumerable<(PositionEntry Position, StaffEntry Person)> People(VenueBook book)
    {
        var taken = new HashSet<StaffEntry>();
        foreach (var position in book.Positions)
        {
            var able = book.Staff.Where(person => person.Allowed.Contains(position.Id)).ToList();
            if ((able.Find(person => !taken.Contains(person)) ?? able.FirstOrDefault()) is { } person)
            {
                taken.Add(person);
                yield return (position, person);
            }
        }
    }
}

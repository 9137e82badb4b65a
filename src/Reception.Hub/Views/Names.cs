using System.Runtime.CompilerServices;
using Reception.Domain;
using Reception.Domain.Items;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Hub.Views;

/// <summary>The words of a library by id. Made once per library.</summary>
internal sealed class Names
{
    private static readonly ConditionalWeakTable<Library, Names> Made = [];

    private readonly Library _library;
    private readonly Dictionary<PositionId, PositionEntry> _positions;
    private readonly Dictionary<PlaceId, PlaceEntry> _places;
    private readonly Dictionary<StaffId, StaffEntry> _staff;

    private Names(Library library)
    {
        _library = library;
        _positions = library.Venue.Positions.ToDictionary(position => position.Id);
        _places = library.Venue.Places.ToDictionary(place => place.Id);
        _staff = library.Venue.Staff.ToDictionary(person => person.Id);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(library.Venue.Zone);
        // Those in force first: a newer word wins over one that only old journeys know.
        Playbooks = [.. library.Venue.Playbooks.Select(library.Current).OfType<Playbook>().Concat(library.ByHash.Values).Distinct()];
    }

    public TimeZoneInfo Zone { get; }

    public IReadOnlyList<Playbook> Playbooks { get; }

    public static Names Of(Library library) => Made.GetValue(library, static one => new(one));

    public PositionEntry? Position(PositionId id) => _positions.GetValueOrDefault(id);

    public PlaceEntry? Place(PlaceId id) => _places.GetValueOrDefault(id);

    public StaffEntry? Person(StaffId id) => _staff.GetValueOrDefault(id);

    /// <summary>The template of an item: its journey's playbook knows it, or whichever does.</summary>
    public ItemTemplate? Item(Item item, VenueState state)
    {
        var own = item.Journey is { } id && state.Journeys.TryGetValue(id, out var journey) ? _library.Get(journey.Hash) : null;
        return own?.Items.GetValueOrDefault(item.Template) ?? Item(item.Template);
    }

    public ItemTemplate? Item(Key template) =>
        Playbooks.Select(playbook => playbook.Items.GetValueOrDefault(template)).FirstOrDefault(found => found is not null);
}

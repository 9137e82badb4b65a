using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>What every venue's writer works with.</summary>
internal sealed record VenueParts(
    IVenueStore Store, StoreHealth Health, VenueClock Clock, TimeProvider Host, VenueReader Reader, CardBook Cards, Snapshots Snapshots, LibrarySource Libraries, ILoggerFactory Logs);

using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Venues;

internal static class VenuesSetup
{
    /// <summary>Venues in memory, their writers, clock and pump. Where the playbooks come from (<see cref="LibrarySource"/>) is registered by others.</summary>
    public static IServiceCollection AddVenues(this IServiceCollection services) => services
        .AddSingleton<VenueClock>()
        .AddSingleton<StoreHealth>()
        .AddSingleton<Books>()
        .AddSingleton<CardBook>()
        .AddSingleton<VenueReader>()
        .AddSingleton<Snapshots>()
        .AddSingleton<VenueParts>()
        .AddSingleton<LiveVenues>()
        .AddHostedService<VenuePump>();
}

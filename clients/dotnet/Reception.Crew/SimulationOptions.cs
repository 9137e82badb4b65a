using System.Net.Security;

namespace Reception.Crew;

/// <summary>Which day is played, and where.</summary>
public sealed record SimulationOptions
{
    /// <summary>Address of a hub that runs with <c>--demo --crew off</c>.</summary>
    public required Uri Hub { get; init; }

    /// <summary>How many parties come.</summary>
    public int Guests { get; init; } = 40;

    /// <summary>The same seed draws the same day.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Accepts a certificate that the system does not trust.</summary>
    public RemoteCertificateValidationCallback? Certificate { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told now and then how far the day is.</summary>
    public Action<Progress> Progress { get; init; } = _ => { };
}

/// <summary>How far a day is.</summary>
/// <param name="Day">Venue time since it began.</param>
/// <param name="Gone">Parties that have gone, or did not come.</param>
public sealed record Progress(TimeSpan Day, int Gone, int Guests, int Commands);

using System.Net.Security;
using Reception.Crew.Ledgers;

namespace Reception.Crew;

/// <summary>Which day is played, and where.</summary>
public sealed record SimulationOptions
{
    /// <summary>Address of a hub that runs with <c>--demo --crew off</c>.</summary>
    public required Uri Hub { get; init; }

    /// <summary>The node each person's device talks to, where there are many; all to <see cref="Hub"/> when nothing is said.</summary>
    public Func<string, Uri>? NodeOf { get; init; }

    /// <summary>Whether anybody could take a step of a ladder at this moment, as whoever breaks nodes and stores knows. Without it: whether any device reaches its hub.</summary>
    public Func<bool>? Serves { get; init; }

    /// <summary>Told of each line of a ledger as it is written, on any thread: for a ledger that outlives the program.</summary>
    public Action<LedgerNote> Noted { get; init; } = _ => { };

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

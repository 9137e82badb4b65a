using System.Net.Security;
using Reception.Crew.Worlds;

namespace Reception.Crew;

/// <summary>Which day a <see cref="Company"/> plays, and where.</summary>
public sealed record CompanyOptions
{
    /// <summary>Address of a hub that runs with <c>--demo</c>.</summary>
    public required Uri Hub { get; init; }

    /// <summary>Who comes, with times counted from the moment the crew assembles.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>When the weather turns, counted likewise: clear, cloudy, rain, snow or hot.</summary>
    public IReadOnlyList<(TimeSpan At, string Is)> Weather { get; init; } = [];

    /// <summary>How long before the ETA an appointment is on the list.</summary>
    public TimeSpan WrittenAhead { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The same seed gives the same thoughts.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Accepts a certificate that the system does not trust.</summary>
    public RemoteCertificateValidationCallback? Certificate { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

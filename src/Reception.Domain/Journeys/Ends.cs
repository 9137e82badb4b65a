namespace Reception.Domain.Journeys;

/// <summary>How a journey is over when no trigger of its playbook ended it.</summary>
public static class Ends
{
    /// <summary>Its opening was taken back: it never was.</summary>
    public const string Undone = "undone";

    /// <summary>The guest did not come.</summary>
    public const string NoShow = "no-show";

    /// <summary>The day turned over it.</summary>
    public const string Expired = "expired";
}

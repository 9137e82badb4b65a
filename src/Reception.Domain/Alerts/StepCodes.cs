namespace Reception.Domain.Alerts;

/// <summary>Why a rung was left, or who is asked changed.</summary>
public static class StepCodes
{
    public const string Silent = "silent";
    public const string Declined = "declined";
    public const string Unmanned = "unmanned";
    public const string Passed = "passed";

    /// <summary>Somebody can be reached again.</summary>
    public const string Manned = "manned";
}

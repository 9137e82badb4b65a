using Reception.Contracts;

namespace Reception.Client;

/// <summary>What a client may ask about an alert, without any rule of the venue.</summary>
public static class AlertStates
{
    /// <summary>Whether it is over: never rings again.</summary>
    public static bool IsOver(this AlertView alert) => alert.State is "done" or "cancelled" or "overtaken" or "expired";

    /// <summary>Whether this person has answered as long as it is open; a delay that is over (no end any more) asks again.</summary>
    public static bool AnsweredBy(this AlertView alert, string staff) =>
        (alert.Answers ?? []).Any(answer => answer.Staff == staff && (answer.Kind is not "delay" || answer.Until is not null));
}

using System.Collections.Immutable;

namespace Reception.Domain;

/// <summary>A no with a code of the closed list below, and what its words mention (who was first, when, what can be done).</summary>
public sealed record Refusal(Key Code, ImmutableDictionary<Key, Key> Args)
{
    public static Refusal Because(string code, params (string Name, Key Value)[] args) =>
        new(code, args.ToImmutableDictionary(arg => (Key)arg.Name, arg => arg.Value));
}

/// <summary>The codes a decision may refuse with. Their words stand in the hub's table; a test compares the two.</summary>
public static class RefusalCodes
{
    public const string TooOld = "too-old";
    public const string Stale = "stale";
    public const string UnknownPosition = "unknown-position";
    public const string UnknownStaff = "unknown-staff";
    public const string UnknownGuest = "unknown-guest";
    public const string UnknownJourney = "unknown-journey";
    public const string UnknownPlaybook = "unknown-playbook";
    public const string UnknownTrigger = "unknown-trigger";
    public const string UnknownField = "unknown-field";
    public const string UnknownAlert = "unknown-alert";
    public const string UnknownItem = "unknown-item";
    public const string UnknownPlace = "unknown-place";
    public const string UnknownPhrase = "unknown-phrase";
    public const string UnknownSession = "unknown-session";
    public const string BadArgument = "bad-argument";
    public const string NotOnDuty = "not-on-duty";
    public const string NotYourPosition = "not-your-position";
    public const string PositionNotAllowed = "position-not-allowed";
    public const string NotNow = "not-now";
    public const string MissingField = "missing-field";
    public const string ItemOpen = "item-open";
    public const string NotCompanion = "not-companion";
    public const string NotHeld = "not-held";
    public const string NotEnough = "not-enough";
    public const string VenueExclusive = "venue-exclusive";
    public const string PlaceTaken = "place-taken";
    public const string PlaceClosed = "place-closed";
    public const string NothingToUndo = "nothing-to-undo";
    public const string AlertOver = "alert-over";
    public const string NotAsked = "not-asked";
    public const string OwnCall = "own-call";
    public const string AlreadyAnswered = "already-answered";
    public const string AlreadyDelayed = "already-delayed";
    public const string NotYours = "not-yours";
    public const string ItemOver = "item-over";
    public const string LimitReached = "limit-reached";
    public const string NoReceiver = "no-receiver";
    public const string NeedsReason = "needs-reason";
    public const string CoverNotPossible = "cover-not-possible";
    public const string HeirNotPossible = "heir-not-possible";

    /// <summary>Not decided: something failed while deciding this one command.</summary>
    public const string Fault = "fault";
}

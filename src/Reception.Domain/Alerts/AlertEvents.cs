using System.Collections.Immutable;

namespace Reception.Domain.Alerts;

/// <summary>Calls.</summary>
public static class AlertEvents
{
    /// <summary>Raised, with its whole ladder resolved to absolute times. Rung 0 is who is asked first.</summary>
    /// <param name="Item">The thing to do that it calls for.</param>
    /// <param name="TurnField">It offers a turn on the rota for this field, to <paramref name="Turn"/>.</param>
    /// <param name="Made">When whoever sent it acted, if it had to wait for contact; <paramref name="At"/> when it was raised.</param>
    /// <param name="Next">When something of it falls due first; a call that wants no answer is over then.</param>
    public sealed record AlertRaised(
        AlertId Alert,
        Key Book,
        Key Template,
        AlertKind Kind,
        AnswerRule Answer,
        StaffId? From,
        PositionId? FromPosition,
        JourneyId? Journey,
        PlaceId? Place,
        ItemId? Item,
        ImmutableDictionary<Key, Key> Facts,
        DateTimeOffset? Made,
        DateTimeOffset At,
        DateTimeOffset? UndoUntil,
        TimeSpan Again,
        TimeSpan? DoneWithin,
        ImmutableArray<Key> Over,
        ImmutableArray<LadderRung> Rungs,
        Key? TurnField,
        StaffId? Turn,
        DateTimeOffset? Next) : Event;

    /// <summary>A rung is asked: whom in addition, why the rung before was left.</summary>
    /// <param name="Step">Index of the rung.</param>
    /// <param name="Asks">Whom it asks now, everybody of the rungs so far.</param>
    /// <param name="Due">When it fell due; <paramref name="At"/> when it was taken.</param>
    /// <param name="Code">Why the rung before was left: silent, declined, unmanned.</param>
    /// <param name="Next">When the next rung falls due; null = the last.</param>
    public sealed record AlertStepped(
        AlertId Alert, int Step, Asks Asks, Key Code, DateTimeOffset Due, DateTimeOffset At, DateTimeOffset? Next) : Event;

    /// <summary>Asked anew without a step: a turn passed on, a fallback, a call given back, somebody who can be reached again.</summary>
    /// <param name="Passed">Whose turn went by; <paramref name="Turn"/> to whom it is offered now.</param>
    public sealed record AlertAsked(AlertId Alert, Asks Asks, Key Code, StaffId? Passed, StaffId? Turn, DateTimeOffset? Next) : Event;

    /// <summary>Nobody is left to ask. Stays open and red; tried again at each change of duty.</summary>
    public sealed record AlertExhausted(AlertId Alert, Key Code, DateTimeOffset Due) : Event;

    /// <param name="Over">Nothing more is wanted; else done is, until <paramref name="Next"/>.</param>
    public sealed record AlertAcknowledged(AlertId Alert, StaffId By, PositionId? Position, DateTimeOffset At, bool Over, DateTimeOffset? Next) : Event;

    /// <summary>Of a call that each must answer it is noted: whoever said it is quiet till then, the others are asked still.</summary>
    public sealed record AlertDelayed(AlertId Alert, StaffId By, int Minutes, DateTimeOffset Until) : Event;

    /// <summary>The delay is over: asked once more; the rungs that wait count from here.</summary>
    public sealed record AlertAskedAgain(AlertId Alert, DateTimeOffset Due, ImmutableArray<LadderRung> Rungs, DateTimeOffset? Next) : Event;

    /// <summary>Of a call that each must answer: of whom an answer is missing now, whom it asks therefore, when it goes on.</summary>
    public sealed record AlertRolled(AlertId Alert, Asks Asks, Asks Missing, DateTimeOffset? Next) : Event;

    /// <summary>Goes on at once, never back to the one who declined; the step follows in the same entry.</summary>
    public sealed record AlertDeclined(AlertId Alert, StaffId By, DateTimeOffset At) : Event;

    /// <summary>The positions were handed over: wherever it named the one, it names the other.</summary>
    public sealed record AlertHandedOn(AlertId Alert, StaffId From, StaffId To) : Event;

    public sealed record AlertCompleted(AlertId Alert, StaffId? By, DateTimeOffset At) : Event;

    /// <summary>Taken, but not acted on in time: whoever took it is reminded, and the rungs that wait count from here.</summary>
    public sealed record AlertReminded(AlertId Alert, DateTimeOffset Due, ImmutableArray<LadderRung> Rungs, DateTimeOffset? Next) : Event;

    public sealed record AlertCancelled(AlertId Alert, StaffId? By) : Event;

    /// <summary>The fact has come.</summary>
    public sealed record AlertOvertaken(AlertId Alert, Key Trigger, StaffId? By) : Event;

    public sealed record AlertExpired(AlertId Alert, DateTimeOffset Due) : Event;

    /// <summary>What devices have of open alerts, gathered.</summary>
    public sealed record Received(ImmutableArray<Receiving> Receipts) : Event;
}

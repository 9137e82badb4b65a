using System.Collections.Immutable;

namespace Reception.Domain.Alerts;

public enum AlertState
{
    Open,

    /// <summary>Taken, done still wanted.</summary>
    Acknowledged,
    Delayed,
    Done,
    Cancelled,
    Overtaken,
    Expired,
}

/// <summary>A turn on the rota that this alert offers, for which field.</summary>
/// <param name="Whose">To whom now; null: nobody is left to offer it to, whoever of the rota's position takes it has it.</param>
public sealed record TurnOffer(Key Field, StaffId? Whose, ImmutableArray<StaffId> Passed);

/// <summary>Whom it asks: people by name (resolved), and positions (who takes one later is asked too).</summary>
public sealed record Asks(ImmutableArray<PositionId> Positions, ImmutableArray<StaffId> Staff)
{
    public static Asks Nobody { get; } = new([], []);

    public bool IsNobody => Positions.IsEmpty && Staff.IsEmpty;

    public Asks And(Asks more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new([.. Positions.Union(more.Positions)], [.. Staff.Union(more.Staff)]);
    }

    public Asks But(Asks less)
    {
        ArgumentNullException.ThrowIfNull(less);
        return new([.. Positions.Except(less.Positions)], [.. Staff.Except(less.Staff)]);
    }

    public Asks Only(Asks these)
    {
        ArgumentNullException.ThrowIfNull(these);
        return new([.. Positions.Intersect(these.Positions)], [.. Staff.Intersect(these.Staff)]);
    }

    public bool SameAs(Asks other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Positions.SequenceEqual(other.Positions) && Staff.SequenceEqual(other.Staff);
    }
}

public enum RungState
{
    Waiting,
    Asked,
    Skipped,
    Passed,
}

/// <summary>Positions to ask instead of a person who cannot answer; of nobody in particular: when a turn can be offered to nobody.</summary>
public sealed record Fallback(StaffId? Person, ImmutableArray<PositionId> Positions);

/// <summary>One rung: whom, when (absolute), what became of it and why.</summary>
/// <param name="Asks">Everybody it asked, those too whom it fell back to.</param>
/// <param name="Everyone">All who are on duty when it fires.</param>
public sealed record LadderRung(Asks Asks, ImmutableArray<Fallback> Else, bool Everyone, DateTimeOffset At, RungState State, Key? Code, DateTimeOffset? Fired);

public enum AnswerKind
{
    Ack,
    Delay,
    Decline,
    Done,
}

/// <param name="Until">稍候: till when this person is left in peace; null once that is over.</param>
/// <param name="AskedAgain">When it was over, and the person was asked once more.</param>
public sealed record AnswerGiven(
    StaffId Staff, PositionId? Position, AnswerKind Kind, DateTimeOffset At, int? Minutes, DateTimeOffset? Until = null, DateTimeOffset? AskedAgain = null);

/// <summary>A call.</summary>
/// <param name="Book">Hash of the playbook (or the venue's book) whose template renders it.</param>
/// <param name="Item">The thing to do that it calls for; ticked, the call is over.</param>
/// <param name="Facts">What its words mention beyond the journey: staff, numbers, items.</param>
/// <param name="Step">Rung that is asked now (index into <paramref name="Rungs"/>).</param>
/// <param name="Asks">Whom it asks now, all rungs so far; not who has declined or passed a turn.</param>
/// <param name="Made">When whoever sent it acted; earlier than <paramref name="Raised"/> when it had to wait for contact.</param>
/// <param name="Over">Triggers of its journey that overtake it.</param>
/// <param name="Missing">Of a call that each must answer and that climbed: of whom an answer is missing.</param>
/// <param name="Next">When something of it falls due; null = nothing.</param>
public sealed record Alert(
    AlertId Id,
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
    DateTimeOffset Raised,
    DateTimeOffset Made,
    DateTimeOffset? UndoUntil,
    TimeSpan Again,
    TimeSpan? DoneWithin,
    ImmutableArray<Key> Over,
    ImmutableArray<LadderRung> Rungs,
    int Step,
    Asks Asks,
    Asks Missing,
    TurnOffer? Turn,
    AlertState State,
    bool Exhausted,
    bool Reminded,
    ImmutableArray<AnswerGiven> Answers,
    DateTimeOffset? Next,
    DateTimeOffset? Closed,
    StaffId? By,
    long Seq)
{
    public bool Open => Closed is null;

    public bool WantsDone => DoneWithin is not null;

    /// <summary>Still rings: nobody has taken it.</summary>
    public bool Ringing => State == AlertState.Open && Answer != AnswerRule.None;
}

/// <summary>What one device reported of one alert.</summary>
public sealed record Receiving(AlertId Alert, StaffId Staff, DateTimeOffset? Delivered, DateTimeOffset? Heard, Key? How);

/// <summary>Per alert: who has it. A view of its own since it changes oftener than the alert.</summary>
public sealed record Receipts(AlertId Id, ImmutableDictionary<StaffId, Receiving> People, DateTimeOffset? Closed, long Seq);

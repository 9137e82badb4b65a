using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;
using Reception.Hub.Storage;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Venues;

/// <summary>
/// What a batch of commands comes to on one state: entries to append and, once they are committed, what each command is answered.
/// Thrown away and made anew when somebody else was first.
/// </summary>
internal sealed partial class Plan
{
    private readonly List<StoredEntry> _entries = [];
    private readonly List<CardChange> _cards = [];
    private readonly List<(Waiting Command, FirstAnswer Answer)> _answers = [];
    private readonly List<(Waiting Command, Outcome Outcome)> _others = [];
    private readonly ILogger _log;
    private DateTimeOffset _now;
    private Key? _fault;

    private Plan(VenueMoment start, DateTimeOffset now, ILogger log)
    {
        Start = start;
        State = start.State;
        Mark = start.Mark;
        Library = start.Library;
        _now = now;
        _log = log;
    }

    public VenueMoment Start { get; }

    public VenueState State { get; private set; }

    public Mark Mark { get; private set; }

    public Library Library { get; private set; }

    public IReadOnlyList<StoredEntry> Entries => _entries;

    public IReadOnlyList<CardChange> Cards => _cards;

    public IEnumerable<FirstAnswer> Answers => _answers.Select(pair => pair.Answer);

    /// <summary>The venue's day turned in it.</summary>
    public bool TurnsDay { get; private set; }

    /// <param name="patience">How far the clock may be behind the last entry before that counts as a clock put back (venue time).</param>
    public static Plan Make(VenueMoment start, IEnumerable<Waiting> batch, DateTimeOffset clock, TimeSpan patience, ILogger log)
    {
        var last = start.State.At;
        var putBack = start.State.Seq > 0 && last - clock > patience;
        var plan = new Plan(start, clock > last ? clock : last, log);
        if (putBack)
        {
            // Its own entry still has the old time; what follows has the one that it moved to.
            plan.Own(new Domain.Command.MoveClockBack(last - clock));
            plan._now = plan.State.At;
        }

        foreach (var command in batch)
        {
            if (plan.State.NextDue <= plan._now && command.Intent.Command is not Domain.Command.FallDue)
            {
                plan.Own(new Domain.Command.FallDue());
            }

            plan.Take(command);
        }

        if (plan._fault is { } what)
        {
            plan.Own(new Domain.Command.TellOfFault(what));
        }

        return plan;
    }

    /// <summary>What the manager is told of a fault: words for it are the views' to say.</summary>
    public static Key FaultOf(Intent intent) => intent.Id is null ? "hub" : "command";

    public AppendRequest ToRequest(IReadOnlyList<CardWrite> cards) =>
        new(State.Venue, Start.Seq, Start.Mark.ToBytes(), Entries, cards, State.NextDue);

    /// <summary>Only after the commit: a refusal too may rest on a neighbour.</summary>
    public void Tell(VenueMoment after)
    {
        foreach (var (command, answer) in _answers)
        {
            command.Tell(new Outcome.Entered(answer, after));
        }

        foreach (var (command, outcome) in _others)
        {
            command.Tell(outcome);
        }
    }

    private void Take(Waiting command)
    {
        if (Try(command.Intent) is not { } decision)
        {
            _others.Add((command, new Outcome.Failed(ErrorCodes.Fault)));
        }
        else if (command.Id is null && decision.Events.IsEmpty)
        {
            _others.Add((command, new Outcome.Nothing()));
        }
        else if (Enter(command.Intent, command.Digest, decision) is { } answer)
        {
            _answers.Add((command, answer));
            Library = command.Intent.Command is Domain.Command.SetUp setUp && decision.Refusal is null ? setUp.Library : Library;
        }
        else
        {
            _others.Add((command, new Outcome.Failed(ErrorCodes.Fault)));
        }
    }

    private void Own(Domain.Command work)
    {
        var intent = new Intent(null, null, null, work, _now);
        if (Try(intent) is { Events.IsEmpty: false } decision)
        {
            Enter(intent, null, decision);
        }
    }

    private Decision? Try(Intent intent)
    {
#pragma warning disable CA1031 // A fault in one decision is answered to that command alone and logged as an error.
        try
        {
            return Decider.Decide(State, intent, _now, Library);
        }
        catch (Exception cause)
        {
            return Fault<Decision>(cause, intent);
        }
    }

    // All or nothing: an entry that cannot be folded or written is not in the plan.
    private FirstAnswer? Enter(Intent intent, byte[]? digest, Decision decision)
    {
        try
        {
            var entry = Decider.Entry(State, intent, decision, _now);
            var next = Folder.Fold(State, entry);
            var body = LogJson.Write(entry);
            var mark = Mark.After(body);
            var stored = new StoredEntry(entry.Seq, intent.Id?.Value, digest, entry.At, entry.Day, body, mark.ToBytes());
            _entries.Add(stored);
            _cards.AddRange(decision.Cards);
            TurnsDay |= entry.Events.Any(happened => happened is VenueEvents.DayTurned);
            (State, Mark) = (next, mark);
            return FirstAnswer.Of(entry, stored);
        }
        catch (Exception cause)
        {
            return Fault<FirstAnswer>(cause, intent);
        }
#pragma warning restore CA1031
    }

    private T? Fault<T>(Exception cause, Intent intent)
        where T : class
    {
        Log.Fault(_log, cause, State.Venue, intent.Command.GetType().Name, intent.Id?.Value, State.Seq);
        _fault = FaultOf(intent);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1102, LogLevel.Error, "Deciding {Kind} of venue {Venue} failed after entry {Seq}; command {CommandId} is answered with a fault, its neighbours go on")]
        public static partial void Fault(ILogger log, Exception cause, string venue, string kind, string? commandId, long seq);
    }
}

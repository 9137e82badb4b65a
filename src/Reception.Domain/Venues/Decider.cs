using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Places;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;

namespace Reception.Domain.Venues;

/// <summary>State, a command and a time give events or a refusal. Pure: the same in, the same out; user input never throws.</summary>
public static class Decider
{
    /// <summary>A command that is older is refused, whatever it is (P5).</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    /// <param name="now">Venue time; the caller has taken what fell due before it (an entry of its own).</param>
    /// <param name="library">The only place where decide reads playbooks and words' ids.</param>
    public static Decision Decide(VenueState state, Intent intent, DateTimeOffset now, Library library)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(library);
        var time = now < state.At ? state.At : now;
        if (intent.Id is not null && time - intent.MadeAt > Oldest)
        {
            return Decision.No(RefusalCodes.TooOld);
        }

        var work = new Work(state, intent, time, library);
        return Decide(work) is { } refusal ? Decision.No(refusal) : work.Done();
    }

    /// <summary>The entry that a decision becomes; the same on every node.</summary>
    public static Entry Entry(VenueState state, Intent intent, Decision decision, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(decision);
        var day = decision.Events.OfType<VenueEvents.DayTurned>().LastOrDefault()?.Day ?? state.Day;
        return new Entry(state.Seq + 1, intent.Id, intent.Who, intent.Device, now < state.At ? state.At : now, day, decision.Events, decision.Refusal);
    }

    private static Refusal? Decide(Work work) => work.Intent.Command switch
    {
        Command.StartDuty start => Duty.Start(work, start),
        Command.EndDuty end => Duty.End(work, end),
        Command.GoAway away => Duty.Leave(work, away),
        Command.ComeBack => Duty.Return(work),
        Command.StandIn cover => Duty.Cover(work, cover),
        Command.ReachDevice reach => Devices.Reach(work, reach),
        Command.LoseDevice lose => Devices.Lose(work, lose),
        Command.OpenSession open => Devices.Open(work, open),
        Command.RevokeSession revoke => Devices.Revoke(work, revoke),
        Command.Pull pull => Pulling.Pull(work, pull),
        Command.Undo undo => Undoing.Undo(work, undo),
        Command.ChangeCard change => Carding.Change(work, change),
        Command.Erase erase => Carding.Erase(work, erase),
        Command.Raise raise => Calling.Raise(work, raise),
        Command.Acknowledge taken => Answering.Acknowledge(work, taken),
        Command.Delay delay => Answering.Delay(work, delay),
        Command.Decline decline => Answering.Decline(work, decline),
        Command.Complete done => Answering.Complete(work, done),
        Command.Cancel cancel => TakingBack.Cancel(work, cancel),
        Command.Receive receive => ReceivingReports.Receive(work, receive),
        Command.TickItem tick => Ticking.Tick(work, tick.Item, done: true),
        Command.SkipItem skip => Ticking.Tick(work, skip.Item, done: false),
        Command.OpenPlace open => Leasing.Open(work, open),
        Command.SetWeather weather => SettingUp.Weather(work, weather),
        Command.SetUp setUp => SettingUp.SetUp(work, setUp.Library),
        Command.FallDue => FallingDue.Take(work),
        Command.Mend => Mending.Mend(work),
        Command.MoveClockBack back => SettingUp.ClockBack(work, back.By),
        Command.TellOfFault fault => Telling.OfFault(work, fault.What),
        Command.TellOfRestore => Telling.OfRestore(work),
        _ => Refusal.Because(RefusalCodes.BadArgument, ("field", "kind")),
    };
}

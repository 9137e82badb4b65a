using System.Collections.Frozen;
using System.Collections.Immutable;
using Reception.Contracts;
using Reception.Domain;
using Work = Reception.Domain.Command;

namespace Reception.Hub.Commands;

/// <summary>A kind of command: the arguments it may have, and what it asks of the venue.</summary>
internal sealed record CommandKind(ImmutableArray<string> Arguments, bool HasFields, Func<Args, Work> Read);

/// <summary>Every kind there is: from the wire's names to the domain's.</summary>
internal static class CommandKinds
{
    /// <summary>A person at several posts, or a long break; what is more is a slip.</summary>
    private const int LongestAway = 8 * 60;
    private const int LongestDelay = 120;

    public static FrozenDictionary<string, CommandKind> All { get; } = new Dictionary<string, CommandKind>(StringComparer.Ordinal)
    {
        [Kinds.DutyStart] = Of("positions", args => new Work.StartDuty(Args.Ids<PositionId>(args.Word("positions"), "positions"))),
        [Kinds.DutyEnd] = Of("heir", args => new Work.EndDuty(args.MaybeId<StaffId>("heir"))),
        [Kinds.DutyAway] = Of("minutes cover", args => new Work.GoAway(args.Number("minutes", 1, LongestAway), args.MaybeId<StaffId>("cover"))),
        [Kinds.DutyBack] = Of("", _ => new Work.ComeBack()),
        [Kinds.DutyCover] = Of("staff position", args =>
            new Work.StandIn(args.Id<StaffId>("staff"), args.Id<PositionId>("position"), args.Id<StaffId>("staff") != args.Sender)),

        [Kinds.Pull] = Of("journey playbook trigger reason", Pull, fields: true),
        [Kinds.Undo] = Of("journey", args => new Work.Undo(args.Id<JourneyId>("journey"))),
        [Kinds.GuestCard] = Of("guest", args => new Work.ChangeCard(args.Id<GuestId>("guest"), args.Fields()), fields: true),
        [Kinds.GuestErase] = Of("guest", args => new Work.Erase(args.Id<GuestId>("guest"))),

        [Kinds.AlertRaise] = Of("phrase to staff journey place", Raise),
        [Kinds.AlertAcknowledge] = Of("alert position", args => new Work.Acknowledge(args.Id<AlertId>("alert"), args.MaybeId<PositionId>("position"))),
        [Kinds.AlertDelay] = Of("alert minutes", args => new Work.Delay(args.Id<AlertId>("alert"), args.Number("minutes", 1, LongestDelay))),
        [Kinds.AlertDecline] = Of("alert", args => new Work.Decline(args.Id<AlertId>("alert"))),
        [Kinds.AlertDone] = Of("alert", args => new Work.Complete(args.Id<AlertId>("alert"))),
        [Kinds.AlertCancel] = Of("alert", args => new Work.Cancel(args.Id<AlertId>("alert"))),

        [Kinds.ItemTick] = Of("item", args => new Work.TickItem(args.Id<ItemId>("item"))),
        [Kinds.ItemSkip] = Of("item", args => new Work.SkipItem(args.Id<ItemId>("item"))),
        [Kinds.PlaceOpen] = Of("place open", args => new Work.OpenPlace(args.Id<PlaceId>("place"), args.Flag("open"))),
        [Kinds.Weather] = Of("weather", args => new Work.SetWeather(args.Word("weather"))),
        [Kinds.SessionRevoke] = Of("session", args => new Work.RevokeSession(args.Word("session"))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static CommandKind Of(string arguments, Func<Args, Work> read, bool fields = false) =>
        new([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)], fields, read);

    private static Work.Pull Pull(Args args)
    {
        var (journey, playbook) = (args.MaybeId<JourneyId>("journey"), args.Maybe("playbook"));
        return journey is null == playbook is null
            ? throw new CommandRefusal(journey is null ? ErrorCodes.MissingArgument : ErrorCodes.BadArgument, "journey")
            : new(journey, playbook, args.Word("trigger"), args.Maybe("reason"), args.Fields());
    }

    private static Work.Raise Raise(Args args)
    {
        var to = args.Maybe("to");
        var everyone = to == "everyone";
        return new(
            args.Word("phrase"), everyone, everyone ? [] : Args.Ids<PositionId>(to, "to"),
            args.MaybeId<StaffId>("staff"), args.MaybeId<JourneyId>("journey"), args.MaybeId<PlaceId>("place"));
    }
}

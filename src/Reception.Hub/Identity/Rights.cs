using System.Collections.Frozen;
using Reception.Contracts;

namespace Reception.Hub.Identity;

/// <summary>
/// The one table of rights, which hub, HTTP and documentation read. What is not named here is closed: an endpoint without a row does not start,
/// a hub method or a command without one is refused.
/// </summary>
internal static class Rights
{
    /// <summary>HTTP endpoints, by method and route.</summary>
    public static FrozenDictionary<string, Right> Endpoints { get; } = new Dictionary<string, Right>(StringComparer.Ordinal)
    {
        ["POST /commands"] = Right.Session,
        ["GET /sync"] = Right.Session,
        ["POST /report"] = Right.Session,
        ["GET /me"] = Right.Session,
        ["GET /words/{hash}"] = Right.Session,
        ["GET /journeys/{id}/next"] = Right.Session,
        ["GET /log"] = Right.Desk,
        ["POST /codes"] = Right.Desk,
        ["DELETE /sessions/{id}"] = Right.Session,
        ["POST /enrol"] = Right.Open,
        ["GET /healthz/live"] = Right.Open,
        ["GET /healthz/ready"] = Right.Open,
        // For this machine and the networks of the settings; for everybody else there is no such page.
        ["GET /metrics"] = Right.Open,
        ["GET /{**page}"] = Right.Open,
        ["GET /demo/staff"] = Right.Demo,
        ["POST /demo/sessions"] = Right.Demo,
        ["POST /demo/silent"] = Right.Demo,
        ["/hub"] = Right.Session,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Methods of <see cref="IReceptionHub"/>.</summary>
    public static FrozenDictionary<string, Right> HubMethods { get; } = new Dictionary<string, Right>(StringComparer.Ordinal)
    {
        [nameof(IReceptionHub.Join)] = Right.Session,
        [nameof(IReceptionHub.Do)] = Right.Session,
        [nameof(IReceptionHub.Report)] = Right.Session,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Kinds of command. Whose position may do what in a playbook is the playbook's; whose session it is to end is judged when it is read.</summary>
    public static FrozenDictionary<string, Right> Commands { get; } = new Dictionary<string, Right>(StringComparer.Ordinal)
    {
        [Kinds.DutyStart] = Right.Session,
        [Kinds.DutyEnd] = Right.Session,
        [Kinds.DutyAway] = Right.Session,
        [Kinds.DutyBack] = Right.Session,
        [Kinds.DutyCover] = Right.Session,
        [Kinds.Pull] = Right.Session,
        [Kinds.Undo] = Right.Session,
        [Kinds.GuestCard] = Right.Session,
        [Kinds.GuestErase] = Right.Desk,
        [Kinds.AlertRaise] = Right.Session,
        [Kinds.AlertAcknowledge] = Right.Session,
        [Kinds.AlertDelay] = Right.Session,
        [Kinds.AlertDecline] = Right.Session,
        [Kinds.AlertDone] = Right.Session,
        [Kinds.AlertCancel] = Right.Session,
        [Kinds.ItemTick] = Right.Session,
        [Kinds.ItemSkip] = Right.Session,
        [Kinds.PlaceOpen] = Right.Session,
        [Kinds.Weather] = Right.Session,
        [Kinds.SessionRevoke] = Right.Session,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Grants(this Right right, SessionIdentity? who) => right switch
    {
        Right.Open or Right.Demo => true,
        Right.Session => who is not null,
        Right.Desk => who is { Desk: true },
        _ => false,
    };
}

namespace Reception.Contracts;

/// <summary>The kinds of command. Behind each: its args (<c>?</c> = may be missing).</summary>
public static class Kinds
{
    /// <summary>positions: take these positions, begin duty (or change it).</summary>
    public const string DutyStart = "duty.start";
    /// <summary>End duty. heir?: who takes over what is open.</summary>
    public const string DutyEnd = "duty.end";
    /// <summary>minutes, cover?: leave for a stated time; cover = staff id who stands in.</summary>
    public const string DutyAway = "duty.away";
    /// <summary>Back from away.</summary>
    public const string DutyBack = "duty.back";
    /// <summary>staff, position: stand in for somebody (替岗), or stop: staff = own id.</summary>
    public const string DutyCover = "duty.cover";

    /// <summary>journey | playbook, trigger, reason?: every trigger of every playbook; fields = what it asks. With playbook it opens a journey.</summary>
    public const string Pull = "pull";
    /// <summary>journey: take back its last trigger within 30 s.</summary>
    public const string Undo = "undo";
    /// <summary>guest; fields: words about a guest, corrected.</summary>
    public const string GuestCard = "guest.card";
    /// <summary>guest: destroy the card and its key.</summary>
    public const string GuestErase = "guest.erase";

    /// <summary>phrase, to?, staff?, journey?, place?: a free call with ready words. to = position ids (or <c>everyone</c>); staff = one person.</summary>
    public const string AlertRaise = "alert.raise";
    /// <summary>alert, position?: 收到.</summary>
    public const string AlertAcknowledge = "alert.ack";
    /// <summary>alert, minutes: 稍候 N 分钟.</summary>
    public const string AlertDelay = "alert.delay";
    /// <summary>alert: 去不了.</summary>
    public const string AlertDecline = "alert.decline";
    /// <summary>alert: 完成.</summary>
    public const string AlertDone = "alert.done";
    /// <summary>alert: take back one's own alert within 30 s.</summary>
    public const string AlertCancel = "alert.cancel";

    /// <summary>item: ticked off.</summary>
    public const string ItemTick = "item.tick";
    /// <summary>item: not done, on purpose; the next trigger will not tick it.</summary>
    public const string ItemSkip = "item.skip";

    /// <summary>place, open: true | false. Take a place out of use or back.</summary>
    public const string PlaceOpen = "place.open";
    /// <summary>weather: clear | cloudy | rain | snow | hot.</summary>
    public const string Weather = "venue.weather";
    /// <summary>session: end it; its sockets close.</summary>
    public const string SessionRevoke = "session.revoke";

    /// <summary>All kinds, for tests and documentation.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DutyStart, DutyEnd, DutyAway, DutyBack, DutyCover, Pull, Undo, GuestCard, GuestErase,
        AlertRaise, AlertAcknowledge, AlertDelay, AlertDecline, AlertDone, AlertCancel,
        ItemTick, ItemSkip, PlaceOpen, Weather, SessionRevoke,
    ];
}

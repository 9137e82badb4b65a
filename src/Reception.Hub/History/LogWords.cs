using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Places;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;
using Reception.Hub.Commands;
using Reception.Hub.Venues;
using Reception.Hub.Views;
using Text = Reception.Contracts.Text;

namespace Reception.Hub.History;

/// <summary>One line that a person reads for each entry of the log: who, and what happened.</summary>
internal sealed class LogWords(VenueMoment moment)
{
    private readonly NameWords _names = new(moment);

    public Text Of(Entry entry)
    {
        var said = entry.Refusal is { } refusal ? [Refused(refusal)] : entry.Events.Select(Said).OfType<Text>().Distinct().ToList();
        if (said.Count == 0)
        {
            said = [new("无需说明", "nothing to tell")];
        }

        var who = entry.Who is { } staff ? _names.Staff(staff.Value) : new("", "");
        return new(Line(who.Zh, "：", string.Join('；', said.Select(one => one.Zh))), Line(who.En, ": ", string.Join("; ", said.Select(one => one.En))));
    }

    // What begins with the person's name need not be told whose it is.
    private static string Line(string who, string colon, string said) =>
        who.Length == 0 || said.StartsWith(who, StringComparison.Ordinal) ? said : who + colon + said;

    private Text Refused(Refusal refusal)
    {
        var words = AnswerWords.Of(refusal.Code, refusal.Args.ToDictionary(arg => arg.Key.Value, arg => arg.Value.Value), moment);
        return new("未执行（" + words.Zh + "）", "not carried out (" + words.En + ")");
    }

    // What only carries a consequence, and is seen in the words of what caused it, says nothing.
    private Text? Said(Event happened) => happened switch
    {
        JourneyEvents.TriggerPulled pulled => Of(Guest(pulled.Journey), Done(pulled.Journey, pulled.Trigger)),
        JourneyEvents.TriggerUndone undone => Of(Guest(undone.Journey), Done(undone.Journey, undone.Trigger), "已撤销“{0} {1}”", "took back “{0}: {1}”"),
        JourneyEvents.JourneyExpired expired => Of(Guest(expired.Journey), null, "{0} 未到，当日结束", "{0} did not come today"),
        JourneyEvents.ExclusiveBegan began => Of(Guest(began.Journey), null, "清场接待 {0}", "the venue is cleared for {0}"),
        JourneyEvents.ExclusiveEnded ended => Of(Guest(ended.Journey), null, "清场结束：{0}", "the venue is open again: {0}"),
        JourneyEvents.GuestErased => new("客户资料已删除", "a guest's card was erased"),
        JourneyEvents.GuestCardChanged => new("客户资料已更新", "a guest's card was changed"),

        AlertEvents.AlertRaised raised => Of(Call(raised.Alert, raised), null, "呼叫：{0}", "called: {0}"),
        AlertEvents.AlertAcknowledged taken => Of(Call(taken.Alert), null, "收到：{0}", "copy: {0}"),
        AlertEvents.AlertDelayed delayed => Of(Call(delayed.Alert), Number(delayed.Minutes), "稍候 {1} 分钟：{0}", "in {1} minutes: {0}"),
        AlertEvents.AlertDeclined declined => Of(Call(declined.Alert), null, "去不了：{0}", "cannot: {0}"),
        AlertEvents.AlertHandedOn handed => Of(Call(handed.Alert), Staff(handed.To), "交班：{0} → {1}", "handed over: {0} → {1}"),
        AlertEvents.AlertCompleted done => Of(Call(done.Alert), null, "完成：{0}", "done: {0}"),
        AlertEvents.AlertStepped stepped => Of(Call(stepped.Alert), Asked(stepped.Asks), "逐级上报：{0} → {1}", "escalated: {0} → {1}"),
        AlertEvents.AlertAsked asked => Of(Call(asked.Alert), Asked(asked.Asks), "改呼 {1}：{0}", "now asks {1}: {0}"),
        AlertEvents.AlertAskedAgain again => Of(Call(again.Alert), null, "再次呼叫：{0}", "asked again: {0}"),
        AlertEvents.AlertExhausted exhausted => Of(Call(exhausted.Alert), null, "无人应答：{0}", "nobody is left to ask: {0}"),
        AlertEvents.AlertReminded reminded => Of(Call(reminded.Alert), null, "提醒：{0}", "reminded: {0}"),
        AlertEvents.AlertCancelled cancelled => Of(Call(cancelled.Alert), null, "呼叫已撤回：{0}", "call taken back: {0}"),
        AlertEvents.AlertOvertaken overtaken => Of(Call(overtaken.Alert), null, "呼叫已不需要：{0}", "call no longer needed: {0}"),
        AlertEvents.AlertExpired expired => Of(Call(expired.Alert), null, "呼叫已过时：{0}", "call is over: {0}"),
        AlertEvents.Received => new("呼叫已送达", "calls have arrived"),

        ItemEvents.ItemTicked ticked => Of(_names.Item(ticked.Item.Value), null, "已做：{0}", "done: {0}"),
        ItemEvents.ItemSkipped skipped => Of(_names.Item(skipped.Item.Value), null, "不做：{0}", "left out: {0}"),
        ItemEvents.ItemFellDue due => Of(_names.Item(due.Item.Value), null, "到时间了：{0}", "is due: {0}"),
        ItemEvents.ItemBecameLate late => Of(_names.Item(late.Item.Value), null, "超时：{0}", "is overdue: {0}"),

        PlaceEvents.PlaceLeased leased => Of(_names.Place(leased.Place.Value), Guest(leased.Journey), "{0} 给 {1}", "{0} for {1}"),
        PlaceEvents.PlaceReadied readied => Of(_names.Place(readied.Place.Value), null, "{0} 已备妥", "{0} is ready"),
        PlaceEvents.PlaceReleased released => Of(_names.Place(released.Place.Value), null, "{0} 已空出", "{0} is free"),
        PlaceEvents.PlaceQueued queued => Of(_names.Place(queued.Place.Value), Guest(queued.Journey), "{1} 排队等 {0}", "{1} waits for {0}"),
        PlaceEvents.PlaceUnqueued unqueued => Of(_names.Place(unqueued.Place.Value), Guest(unqueued.Journey), "{1} 不再等 {0}", "{1} waits for {0} no more"),
        PlaceEvents.PlaceClosed closed => Of(_names.Place(closed.Place.Value), null, "{0} 停用", "{0} is out of use"),
        PlaceEvents.PlaceOpened opened => Of(_names.Place(opened.Place.Value), null, "{0} 恢复使用", "{0} is in use again"),

        _ => OfDuty(happened),
    };

    private Text? OfDuty(Event happened) => happened switch
    {
        DutyEvents.DutyStarted started => Of(Staff(started.Staff), NameWords.Join(string.Join(',', started.Positions), _names.Position), "{0} 上岗：{1}", "{0} is on duty: {1}"),
        DutyEvents.DutyEnded ended => Of(Staff(ended.Staff), null, "{0} 下班", "{0} is off duty"),
        DutyEvents.AwayBegan away => Of(Staff(away.Staff), null, "{0} 临时离岗", "{0} is away"),
        DutyEvents.AwayEnded back => Of(Staff(back.Staff), null, "{0} 回岗", "{0} is back"),
        DutyEvents.AwayOverdue overdue => Of(Staff(overdue.Staff), null, "{0} 离岗超时", "{0} is not back yet"),
        DutyEvents.CoverBegan cover => Of(Staff(cover.Staff), Staff(cover.Instead), "{0} 替 {1} 的岗", "{0} stands in for {1}"),
        DutyEvents.CoverEnded cover => Of(Staff(cover.Staff), Staff(cover.Instead), "{0} 不再替 {1} 的岗", "{0} no longer stands in for {1}"),
        DutyEvents.DeviceReached reached => Of(Staff(reached.Staff), null, "{0} 的设备已连接", "a device of {0} is reachable"),
        DutyEvents.DeviceLost lost => Of(Staff(lost.Staff), null, "{0} 的设备失去联系", "contact with a device of {0} is lost"),
        DutyEvents.DeviceGone gone => Of(Staff(gone.Staff), null, "{0} 的设备已退出", "a device of {0} has left"),
        DutyEvents.TurnSpent spent => Of(Staff(spent.Staff), null, "轮到 {0}", "it was the turn of {0}"),
        VenueEvents.VenueSetUp => new("案场设置已生效", "the venue was set up"),
        VenueEvents.WeatherChanged weather => Of(new(weather.Weather, weather.Weather), null, "天气：{0}", "weather: {0}"),
        VenueEvents.SessionOpened session => Of(Staff(session.Staff), null, "{0} 登录了一台设备", "{0} signed in on a device"),
        VenueEvents.SessionRevoked => new("一台设备已退出登录", "a session was ended"),
        VenueEvents.DayTurned turned => Of(new($"{turned.Day:yyyy-MM-dd}", $"{turned.Day:yyyy-MM-dd}"), null, "新的一天：{0}", "a new day: {0}"),
        VenueEvents.ClockMovedBack => new("时钟被拨回", "the clock was put back"),
        VenueEvents.StoreRestored => new("数据已恢复到较早的备份", "the store was put back to an older copy"),
        VenueEvents.DueParked => new("有一项未能执行，已搁置", "one thing failed and was set aside"),
        _ => null,
    };

    private static Text Of(Text first, Text? second, string zh = "{0}：{1}", string en = "{0}: {1}") => new(
        string.Format(System.Globalization.CultureInfo.InvariantCulture, zh, first.Zh, second?.Zh),
        string.Format(System.Globalization.CultureInfo.InvariantCulture, en, first.En, second?.En));

    private static Text Number(int number) => new($"{number}", $"{number}");

    private Text Staff(StaffId staff) => _names.Staff(staff.Value);

    private Text Guest(JourneyId journey) =>
        _names.Guest(moment.State.Journeys.GetValueOrDefault(journey)?.Guest) ?? new("客户", "guest");

    private Text Done(JourneyId journey, Key trigger) => _names.Done(Playbook(journey), trigger);

    private Playbook? Playbook(JourneyId? journey) =>
        journey is { } id && moment.State.Journeys.TryGetValue(id, out var known) ? moment.Library.Get(known.Hash) : null;

    private Text Asked(Asks asks) => NameWords.Join(
        string.Join(',', asks.Positions.Select(position => position.Value).Concat(asks.Staff.Select(staff => staff.Value))), _names.Anything);

    /// <summary>A call as its screen says it; one that has left the state by the words of its template, without what they would mention.</summary>
    private Text Call(AlertId id, AlertEvents.AlertRaised? raised = null)
    {
        if (moment.State.Alerts.TryGetValue(id, out var alert))
        {
            return AlertViews.Screen(alert, moment);
        }

        var words = raised is null ? null : AlertViews.Template(raised.Book, raised.Template, moment.Library)?.Screen;
        return words is null ? new("呼叫", "a call") : new(Wording.Fill(words.Zh, _ => null), Wording.Fill(words.En, _ => null));
    }
}

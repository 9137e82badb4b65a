using Reception.Domain.Playbooks.Checking;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>A playbook and a venue as small as they can be, to break in one place at a time.</summary>
internal static class Small
{
    public const string File = "errand.yaml";
    public const string VenueFile = "house.yaml";

    public const string Playbook = """
        playbook: errand
        name: {zh: 跑腿, en: Errand}
        host: runner
        columns:
          open: {zh: 进行中, en: Open}
        fields:
          address: {name: {zh: 称呼, en: Address}, type: text, class: label, use: address}
          phone: {name: {zh: 电话, en: Phone}, type: text, class: guarded, use: phone}
          plate: {name: {zh: 车牌, en: Plate}, type: text, class: guarded, use: plate}
          eta: {name: {zh: 几点, en: When}, type: time, use: eta}
          size: {name: {zh: 几件, en: Pieces}, type: number, min: 1, max: 9, use: size}
          kind: {name: {zh: 种类, en: Kind}, type: choice, choices: {letter: {zh: 信, en: letter}, parcel: {zh: 包裹, en: parcel}}}
          runner: {name: {zh: 跑腿人, en: Runner}, type: staff, positions: [runner], use: host}
          spot: {name: {zh: 柜, en: Locker}, type: place, kind: locker, use: place}
        opens:
          plan: {name: {zh: 登记, en: Plan}, by: [desk], needs: [eta], ask: [address, kind], to: planned}
        stages:
          planned:
            name: {zh: 待办, en: Planned}
            column: open
            expected: true
            triggers:
              begin: {name: {zh: 开始, en: Begin}, by: [runner], needs: [spot], to: running, lease: spot, alert: begun}
          running:
            name: {zh: 路上, en: Running}
            column: open
            target: 10m
            items: [knock]
            triggers:
              finish: {name: {zh: 送到, en: Finish}, by: [runner], to: done, require: [{done: knock, else: knock-first}], release: spot}
          done: {name: {zh: 完成, en: Done}, column: open, ends: true}
        alerts:
          begun: {to: desk, kind: action, over: [finish], place: spot,
                  screen: {zh: "{address}的{spot}出发了", en: "{spot} of {address} is on its way"}, ear: {zh: 出发了。, en: On its way.}}
          late: {to: [{person: runner, else: [desk]}], kind: information, screen: {zh: 晚了, en: Late}, ear: {zh: 晚了。, en: Late.}}
        items:
          knock: {name: {zh: 敲门, en: Knock}, who: [runner], due: {in: 3m}, late: {alert: late, after: 2m}}
        refusals:
          knock-first: {zh: 先敲门, en: Knock first}
        no-show: {after: 1h, to: done, alert: late}
        """;

    public const string Venue = """
        venue: house
        name: {zh: 院子, en: House}
        zone: Asia/Shanghai
        day-turns: "04:00"
        playbooks:
          errand:
        positions:
          desk: {name: {zh: 前台, en: Desk}, screen: desk, desk: true}
          runner: {name: {zh: 跑腿, en: Runner}}
        places:
          locker: [L1, L2]
        staff:
          li: {name: 李, positions: [desk, runner]}
        rota: {position: runner, pass-after: 60s}
        ladders:
          action: {again: 30s, rungs: [{after: 2m, to: desk}]}
          urgent: {again: 10s, rungs: [{after: 30s, to: desk}]}
          emergency: {again: 10s, rungs: [{after: 0s, to: everyone}]}
        settings: {undo: 30s}
        calls:
          correction: {kind: information, screen: {zh: 更正, en: Correction}, ear: {zh: 更正。, en: Correction.}}
          reminder: {kind: information, screen: {zh: 更正, en: Correction}, ear: {zh: 更正。, en: Correction.}}
          item-late: {to: desk, kind: information, screen: {zh: "{item}超时", en: "{item} is late"}, ear: {zh: 超时。, en: Late.}}
          away-began: {to: desk, kind: information, screen: {zh: "{who}离岗", en: "{who} is away"}, ear: {zh: 离岗。, en: Away.}}
          away-overdue: {to: desk, kind: action, screen: {zh: "{who}未回", en: "{who} is late"}, ear: {zh: 未回。, en: Not back.}}
          fault: {to: desk, kind: action, screen: {zh: "出错{what}", en: "Fault {what}"}, ear: {zh: 出错。, en: Fault.}}
          limit: {to: desk, kind: action, screen: {zh: "上限{what}", en: "Limit {what}"}, ear: {zh: 上限。, en: Limit.}}
          place-free: {kind: information, screen: {zh: "{place}空", en: "{place} free"}, ear: {zh: 空, en: Free}}
          digest: {kind: information, screen: {zh: "{count}项", en: "{count} things"}, ear: {zh: 请看。, en: Look.}}
          restored: {to: desk, kind: action, screen: {zh: 已恢复, en: Restored}, ear: {zh: 已恢复。, en: Restored.}}
        phrases:
          lamp: {name: {zh: 换灯, en: New lamp}, meaning: {zh: 失火, en: Fire}, discreet: true, to: everyone, kind: emergency, needs-place: true,
                 screen: {zh: "换灯[，{place}]", en: "New lamp[, {place}]"}, ear: {zh: 换灯。, en: New lamp.}}
        """;

    public static LibraryReading Read(string playbook = Playbook, string venue = Venue) =>
        LibraryReader.Read(new(VenueFile, venue), [new(File, playbook)]);

    /// <summary>Flaws after one change, as <c>line:code</c>; the changed text must be there once.</summary>
    public static IReadOnlyList<Flaw> Change(string from, string to, bool venue = false)
    {
        var text = venue ? Venue : Playbook;
        var at = text.IndexOf(from, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "“{0}” is what the test changes", from);
        text.IndexOf(from, at + 1, StringComparison.Ordinal).Should().Be(-1, "“{0}” must be there once", from);
        var changed = text.Remove(at, from.Length).Insert(at, to);
        return Check.Library(venue ? Read(venue: changed) : Read(changed));
    }

    /// <summary>The line, counted from 1, on which the text stands.</summary>
    public static int LineOf(string text, bool venue = false)
    {
        var whole = venue ? Venue : Playbook;
        return whole[..whole.IndexOf(text, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
    }
}

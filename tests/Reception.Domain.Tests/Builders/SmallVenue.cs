using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Tests.Builders;

/// <summary>A venue and a playbook with one of everything that the engine knows, so that a rule's test does not change with the shipped procedures.</summary>
internal static class SmallVenue
{
    private const string Venue = """
        venue: small
        name: small
        zone: Asia/Shanghai
        day-turns: "04:00"
        playbooks:
          visit:
        positions:
          gate: {name: {zh: g, en: g}}
          door: {name: {zh: d, en: d}}
          bar: {name: {zh: b, en: b}}
          host: {name: {zh: h, en: h}}
          rooms: {name: {zh: r, en: r}}
          supervisor: {name: {zh: s, en: s}, desk: true}
          manager: {name: {zh: m, en: m}, desk: true}
        rota: {position: host, pass-after: 60s}
        places:
          table: [table-1, table-2]
          room: [room-a, room-b]
        staff:
          gate-1: {name: G, positions: [gate]}
          gate-2: {name: G, positions: [gate, bar]}
          door-1: {name: D, positions: [door]}
          bar-1: {name: B, positions: [bar]}
          bar-2: {name: B, positions: [bar]}
          host-1: {name: H, positions: [host]}
          host-2: {name: H, positions: [host]}
          host-3: {name: H, positions: [host]}
          rooms-1: {name: R, positions: [rooms]}
          super-1: {name: S, positions: [supervisor, manager]}
          boss-1: {name: M, positions: [manager]}
        ladders:
          action: {again: 30s, rungs: [{after: 2m, to: supervisor}, {after: 4m, to: manager}]}
          urgent: {again: 10s, rungs: [{after: 30s, to: supervisor}, {after: 60s, to: manager}]}
          emergency: {again: 10s, rungs: [{after: 0s, to: [supervisor, manager]}]}
        settings: {undo: 30s, information: 3m, remind: 3m, max-journeys: 6, max-alerts: 30, max-items: 40}
        calls:
          correction: {kind: information, screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          reminder: {kind: information, screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          item-late: {to: supervisor, kind: information, screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          away-began: {to: supervisor, kind: information, screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          away-overdue: {to: supervisor, kind: action, screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          fault: {to: manager, kind: action, screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          limit: {to: manager, kind: action, screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          digest: {kind: information, screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          place-free: {kind: action, screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          restored: {to: supervisor, kind: action, screen: {zh: r, en: r}, ear: {zh: r, en: r}}
        phrases:
          help: {name: {zh: p, en: p}, kind: action, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          hurry: {name: {zh: p, en: p}, to: door, kind: urgent, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          tell: {name: {zh: p, en: p}, to: [door, bar], kind: information, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          check: {name: {zh: p, en: p}, to: everyone, kind: action, answer: each, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          roll: {name: {zh: p, en: p}, to: all-staff, kind: action, answer: each, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          both: {name: {zh: p, en: p}, to: [door, bar], kind: action, answer: each, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          fetch: {name: {zh: p, en: p}, to: bar, kind: action, done: {within: 5m}, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          where: {name: {zh: p, en: p}, to: door, kind: action, needs-place: true, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          sos: {name: {zh: p, en: p}, to: door, kind: emergency, needs-place: true, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
        """;

    private const string Visit = """
        playbook: visit
        name: {zh: v, en: v}
        host: host
        columns:
          expected: {zh: e, en: e}
          here: {zh: h, en: h}
          gone: {zh: g, en: g}
          absent: {zh: a, en: a}
        fields:
          address: {name: {zh: a, en: a}, type: text, class: label, use: address}
          note: {name: {zh: n, en: n}, type: text, class: journey}
          size: {name: {zh: s, en: s}, type: number, min: 1, max: 40}
          needs: {name: {zh: n, en: n}, type: choices, choices: {elderly: {zh: e, en: e}, child: {zh: c, en: c}}}
          eta: {name: {zh: e, en: e}, type: time, use: eta}
          host: {name: {zh: h, en: h}, type: staff, positions: [host], use: host}
          mate: {name: {zh: m, en: m}, type: staff, positions: [host], use: companion}
          table: {name: {zh: t, en: t}, type: place, kind: table, use: table}
          room: {name: {zh: r, en: r}, type: place, kind: room, use: room}
        opens:
          plan: {name: {zh: p, en: p}, to: expected, by: [host, supervisor, gate], ask: [address, eta, host, size, needs], item: cake}
          walk-in: {name: {zh: w, en: w}, to: here, by: [gate, door, supervisor], require: [{no-exclusive: true, else: decline, override: [supervisor]}], ask: [address, size, needs], alert: turn}
          return: {name: {zh: r, en: r}, to: here, by: [gate, door], needs: [host], ask: [address], alert: turn}
        stages:
          expected:
            name: {zh: e, en: e}
            column: expected
            expected: true
            items: [umbrella, prepare, lights]
            triggers:
              arrive: {name: {zh: a, en: a}, to: here, by: [gate, door], ask: [size], alert: arrived}
              move: {name: {zh: m, en: m}, by: [host, gate], needs: [eta]}
          here:
            name: {zh: h, en: h}
            column: here
            items: [bags]
            triggers:
              tell-door: {name: {zh: t, en: t}, by: [gate], alert: coming}
          seated: {name: {zh: s, en: s}, column: here, target: 20m, items: [menu]}
          touring: {name: {zh: t, en: t}, column: here, items: [look-in]}
          leaving: {name: {zh: l, en: l}, column: here, items: [wave]}
          gone: {name: {zh: g, en: g}, column: gone, ends: true}
          absent: {name: {zh: a, en: a}, column: absent, ends: true}
        anywhere:
          seat: {name: {zh: s, en: s}, from: [here], to: seated, by: [host], ask: [table, size], lease: table, item: serve, alert: drinks}
          serve: {name: {zh: s, en: s}, from: [seated], by: [bar], tick: [serve]}
          note: {name: {zh: n, en: n}, from: [expected, all-after-arrival], by: [host, gate], ask: [note, needs, address]}
          call-room: {name: {zh: c, en: c}, from: [seated], by: [host], needs: [room], lease: room, alert: prepare-room}
          wait-room: {name: {zh: w, en: w}, from: [seated], by: [host], needs: [room], queue: room}
          ready: {name: {zh: r, en: r}, from: [seated], by: [rooms], require: [{holds: room}], ready: room, alert: room-ready}
          tour: {name: {zh: t, en: t}, from: [seated], to: touring, by: [host], ask: [mate],
                 require: [{on-duty-as: {mate: [host]}, else: decline}, {holds: room, ready: true, override: [host]}], lease: room, alert: tour-begins}
          come-back: {name: {zh: c, en: c}, from: [touring], to: seated, by: [host], release: room}
          leave: {name: {zh: l, en: l}, from: all-after-arrival, to: leaving, by: [host, door, gate], release: room, alert: leaving}
          stay: {name: {zh: s, en: s}, from: [leaving], to: seated, by: [host, door]}
          depart: {name: {zh: d, en: d}, from: all-after-arrival, to: gone, by: [gate, door]}
          clear: {name: {zh: c, en: c}, from: [expected, here], by: [supervisor, gate], exclusive: true}
          look: {name: {zh: l, en: l}, from: [touring], by: [bar], tick: [look-in]}
          fast: {name: {zh: f, en: f}, from: [here], to: leaving, by: [gate], undo: false}
          strict: {name: {zh: f, en: f}, from: [here], to: seated, by: [gate], require: [{filled: note}, {done: bags}, {enough: {gate: size}}]}
        no-show: {after: 60m, to: absent, alert: did-not-come}
        items:
          prepare: {name: {zh: p, en: p}, who: [bar], due: {before-eta: 30m}, call: prepare-now, late: {alert: prepare-late, after: 10m}}
          umbrella: {name: {zh: u, en: u}, who: [gate], due: {before-eta: 5m}, if: [{weather: [rain]}]}
          cake: {name: {zh: c, en: c}, who: [bar], if: [{fact: {needs: [child]}}], stays: true}
          bags: {name: {zh: b, en: b}, who: [gate], due: {at: leaving}, call: bags-here, tag: true, stays: true}
          menu: {name: {zh: m, en: m}, who: [bar], due: {in: 3m}, call: menu-please, late: {alert: prepare-late, after: 2m}}
          serve: {name: {zh: s, en: s}, who: [bar], due: {in: 0s}, call: menu-please}
          lights: {name: {zh: l, en: l}, who: [rooms], due: {before-eta: 20m}, ahead: 10m, call: lights-on, late: {alert: lights-late}, keep: true, stays: true}
          look-in: {name: {zh: l, en: l}, who: [bar], every: 10m, call: menu-please}
          wave: {name: {zh: w, en: w}, who: [door]}
        refusals:
          decline: {zh: d, en: d}
        reasons:
          because: {zh: b, en: b}
          in-a-hurry: {zh: b, en: b}
        """;

    private const string Calls = """
        playbook: visit
        alerts:
          turn: {to: [{rota: host}], kind: action, over: [seat, leave, depart], screen: {zh: t, en: t}, ear: {zh: t, en: t}}
          arrived: {to: [{person: host, else: [host]}, door], kind: action, answer: each, over: [seat, leave, depart], screen: {zh: a, en: a}, ear: {zh: a, en: a}}
          coming: {to: [door], kind: information, over: [seat], screen: {zh: c, en: c}, ear: {zh: c, en: c}}
          drinks: {to: [bar], kind: action, done: {within: 8m}, over: [serve, leave, depart], place: table, screen: {zh: d, en: d}, ear: {zh: d, en: d}}
          prepare-room: {to: [rooms], kind: action, done: {within: 5m}, over: [ready, tour, leave, depart], place: room, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          room-ready: {to: [{person: host, else: [host]}], kind: information, over: [tour], place: room, screen: {zh: r, en: r}, ear: {zh: r, en: r}}
          tour-begins: {to: [{person: mate}], kind: action, over: [come-back], screen: {zh: t, en: t}, ear: {zh: t, en: t}}
          leaving: {to: [gate], kind: action, done: {within: 4m}, over: [stay, depart], screen: {zh: l, en: l}, ear: {zh: l, en: l}}
          did-not-come: {to: [{person: host, else: [host]}], kind: information, screen: {zh: n, en: n}, ear: {zh: n, en: n}}
          prepare-now: {to: [bar], kind: action, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          lights-on: {to: [rooms], kind: information, screen: {zh: l, en: l}, ear: {zh: l, en: l}}
          lights-late: {to: [supervisor], kind: information, screen: {zh: l, en: l}, ear: {zh: l, en: l}}
          prepare-late: {to: [bar, supervisor], kind: action, screen: {zh: p, en: p}, ear: {zh: p, en: p}}
          menu-please: {to: [bar], kind: action, screen: {zh: m, en: m}, ear: {zh: m, en: m}}
          bags-here: {to: [gate], kind: action, over: [stay, depart], screen: {zh: b, en: b}, ear: {zh: b, en: b}}
        """;

    public static Library Library { get; } = Read(Venue);

    /// <summary>The same with other numbers, people or positions.</summary>
    public static Library With(params (string Old, string New)[] changes) =>
        Read(changes.Aggregate(Venue, (venue, change) => venue.Contains(change.Old, StringComparison.Ordinal)
            ? venue.Replace(change.Old, change.New, StringComparison.Ordinal)
            : throw new ArgumentException($"'{change.Old}' is not in the small venue")));

    private static Library Read(string venue)
    {
        var reading = LibraryReader.Read(new("small.yaml", venue), [new("visit.yaml", Visit), new("visit.calls.yaml", Calls)]);
        return reading.Library ?? throw new InvalidOperationException(string.Join('\n', reading.Flaws));
    }
}

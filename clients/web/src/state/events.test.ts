import { describe, expect, it } from 'vitest';
import type { AlertView, StaffView } from '../protocol/contracts.gen.ts';
import { happenings, ringsFor } from './events.ts';
import { dueToRing } from './ring.ts';
import { noViews, type Views } from './views.ts';

const none = { zh: '', en: '' };
const alert = (more: Partial<AlertView> = {}): AlertView => ({
  id: 'a1',
  seq: 1,
  kind: 'action',
  template: 't',
  screen: none,
  ear: none,
  staff: 'sender',
  position: null,
  journey: null,
  place: null,
  raised: 1000,
  asks: { positions: ['door'], staff: [] },
  answer: 'any',
  wantsDone: false,
  state: 'open',
  exhausted: false,
  loud: false,
  againSeconds: 30,
  ladder: [],
  step: 0,
  next: null,
  answers: [],
  closed: null,
  by: null,
  answeredWords: null,
  undoUntil: null,
  drill: false,
  made: 1000,
  missing: { positions: [], staff: [] },
  ...more,
});
const me = { id: 'me', seq: 1, positions: ['door'] } as unknown as StaffView;
const views = (seq: number, ...alerts: AlertView[]): Views => ({
  ...noViews,
  seq,
  staff: new Map([['me', me]]),
  alerts: new Map(alerts.map((one) => [one.id, one])),
});
const ack = (staff: string) => ({ staff, position: null, kind: 'ack', at: 2000, minutes: null, until: null });

describe('an alert rings', () => {
  it('for who is named or holds a position that is asked, while it is open', () => {
    expect(ringsFor(alert(), 'me', ['door'])).toBe(true);
    expect(ringsFor(alert({ asks: { positions: [], staff: ['me'] } }), 'me', ['bar'])).toBe(true);
    expect(ringsFor(alert({ asks: { positions: [], staff: ['me'] } }), 'me', [])).toBe(false); // gone home
    expect(ringsFor(alert({ staff: 'me' }), 'me', ['door'])).toBe(false); // my own call
    expect(ringsFor(alert(), 'me', ['bar'])).toBe(false);
    expect(ringsFor(alert({ state: 'overtaken' }), 'me', ['door'])).toBe(false);
  });

  it('no longer for who has answered, but again for who asked for time', () => {
    expect(ringsFor(alert({ answers: [ack('me')], answer: 'each' }), 'me', ['door'])).toBe(false);
    const delay = { ...ack('me'), kind: 'delay', minutes: 2 };
    expect(ringsFor(alert({ answers: [delay] }), 'me', ['door'])).toBe(true);
    expect(ringsFor(alert({ answers: [{ ...delay, until: 9000 }] }), 'me', ['door'])).toBe(false);
  });

  it('at once, then at its interval; an information only once', () => {
    expect(dueToRing([alert()], new Map(), 1000)?.id).toBe('a1');
    expect(dueToRing([alert()], new Map([['a1', 1000]]), 30_000)).toBeNull();
    expect(dueToRing([alert()], new Map([['a1', 1000]]), 31_000)?.id).toBe('a1');
    expect(dueToRing([alert({ kind: 'information' })], new Map([['a1', 1000]]), 99_000)).toBeNull();
  });

  it('the most urgent first, then the older', () => {
    const late = alert({ id: 'late', raised: 3000 });
    const urgent = alert({ id: 'urgent', kind: 'urgent', raised: 5000 });
    expect(dueToRing([late, alert(), urgent], new Map(), 6000)?.id).toBe('urgent');
    expect(dueToRing([late, alert()], new Map(), 6000)?.id).toBe('a1');
  });
});

describe('what happened', () => {
  it('tells the sender who answered', () => {
    const sent = alert({ staff: 'me', asks: { positions: ['bar'], staff: [] } });
    const found = happenings(views(1, sent), views(2, { ...sent, seq: 2, answers: [ack('ma')] }), 'me');
    expect(found).toMatchObject([{ kind: 'answered', staff: 'ma', answer: 'ack' }]);
  });

  it('tells who was rung that another was first', () => {
    const over = alert({ seq: 2, state: 'done', answers: [ack('ma')], by: 'ma', closed: 2000 });
    expect(happenings(views(1, alert()), views(2, over), 'me')).toMatchObject([{ kind: 'ended' }]);
  });

  it('says nothing of what ended while the device was away for long', () => {
    expect(happenings(noViews, views(9, alert({ state: 'done' })), 'me')).toEqual([]);
  });
});

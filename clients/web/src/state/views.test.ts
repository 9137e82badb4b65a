import { describe, expect, it } from 'vitest';
import type { Changes, PlaceView } from '../protocol/contracts.gen.ts';
import { applyChanges, noViews, type Views } from './views.ts';

const place = (id: string, seq: number, state: string): PlaceView => ({
  id,
  seq,
  state,
  kind: 'room',
  name: { zh: id, en: id },
  journey: null,
  since: 0,
  order: 0,
});
const changes = (from: number, to: number, more: Partial<Changes> = {}): Changes => ({
  from,
  to,
  mark: `m${to}`,
  now: 0,
  pace: 1,
  ...more,
});
const at = (views: Views, message: Changes): Views => {
  const applied = applyChanges(views, message);
  if (applied.kind === 'gap') throw new Error(`gap at ${applied.from}`);
  return applied.views;
};
const start = at(noViews, changes(0, 10, { reset: true, places: [place('A', 4, 'free'), place('B', 9, 'used')] }));

describe('changes', () => {
  it('replaces a view by a newer one and moves the cursor', () => {
    const next = at(start, changes(10, 12, { places: [place('A', 12, 'reserved')] }));
    expect(next.places.get('A')?.state).toBe('reserved');
    expect([next.seq, next.mark]).toEqual([12, 'm12']);
    expect(start.places.get('A')?.state).toBe('free');
  });

  it('keeps what it has when an older view comes late', () => {
    const next = at(start, changes(8, 9, { places: [place('B', 7, 'ready')] }));
    expect(next.places.get('B')?.state).toBe('used');
    expect([next.seq, next.mark]).toEqual([10, 'm10']);
  });

  it('is the same twice as once', () => {
    const message = changes(10, 11, { places: [place('A', 11, 'ready')], gone: [{ kind: 'place', id: 'B' }] });
    const once = at(start, message);
    expect(at(once, message)).toEqual(once);
  });

  it('removes what is gone and ignores kinds it does not know', () => {
    const next = at(
      start,
      changes(10, 13, {
        gone: [
          { kind: 'place', id: 'A' },
          { kind: 'balloon', id: 'B' },
        ],
      }),
    );
    expect([...next.places.keys()]).toEqual(['B']);
  });

  it('asks for the whole when something is missing before it', () => {
    expect(applyChanges(start, changes(11, 14))).toEqual({ kind: 'gap', from: 11 });
  });

  it('clears by a reset, also to an earlier sequence: the store was restored', () => {
    const next = at(start, changes(3, 3, { reset: true, places: [place('A', 2, 'closed')] }));
    expect([...next.places.values()].map((one) => one.state)).toEqual(['closed']);
    expect([next.seq, next.mark]).toEqual([3, 'm3']);
  });

  it('moves on by an empty head and keeps the same dictionaries', () => {
    const next = at(start, changes(10, 20));
    expect(next.places).toBe(start.places);
    expect(next.seq).toBe(20);
  });

  it('fills in lists that an older hub leaves out', () => {
    const bare = { id: 'v', seq: 1, name: { zh: '', en: '' } } as never;
    expect(at(noViews, changes(0, 1, { reset: true, venue: bare })).venue?.rota).toEqual([]);
  });
});

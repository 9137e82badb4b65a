import { describe, expect, it } from 'vitest';
import { type LinkEffect, type LinkEvent, type LinkState, linkStep } from './link.ts';

const run = (events: LinkEvent[], random = () => 1) => {
  let state: LinkState = { phase: 'off' };
  const effects: LinkEffect[] = [];
  for (const event of events) {
    const [next, wants] = linkStep(state, event, random);
    state = next;
    effects.push(...wants);
  }
  return { state, effects };
};
const waits = (effects: LinkEffect[]) => effects.flatMap((one) => (one.kind === 'wait' ? [one.ms] : []));
const kinds = (effects: LinkEffect[]) => effects.map((one) => one.kind);

describe('the link', () => {
  it('tries for ever, each time a little later', () => {
    const events: LinkEvent[] = [{ kind: 'start' }];
    for (let i = 0; i < 7; i++) events.push({ kind: 'closed' }, { kind: 'due' });
    const { state, effects } = run(events);
    expect(waits(effects)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    expect(state.phase).toBe('opening');
  });

  it('comes back from a closed socket after a short random wait', () => {
    const { effects } = run([{ kind: 'start' }, { kind: 'opened' }, { kind: 'closed' }], () => 0.5);
    expect(waits(effects)).toEqual([250]);
  });

  it('polls when no socket works, goes on trying, and stops polling when one does', () => {
    const failing: LinkEvent[] = [{ kind: 'start' }, { kind: 'closed' }, { kind: 'due' }, { kind: 'closed' }];
    expect(kinds(run(failing).effects)).toContain('poll');
    expect(kinds(run(failing.slice(0, 2)).effects)).not.toContain('poll');
    const again: LinkEvent[] = [...failing, { kind: 'due' }, { kind: 'closed' }];
    expect(kinds(run(again).effects).filter((one) => one === 'poll')).toHaveLength(1);
    const live = run([...failing, { kind: 'due' }, { kind: 'opened' }]);
    expect(live.state).toEqual({ phase: 'live' });
    expect(kinds(live.effects).at(-1)).toBe('stop-poll');
  });

  it('opens at once when the page becomes visible or the network returns', () => {
    const { state, effects } = run([{ kind: 'start' }, { kind: 'closed' }, { kind: 'wake' }]);
    expect(state).toEqual({ phase: 'opening', failures: 0, polling: false });
    expect(kinds(effects).at(-1)).toBe('open');
  });

  it('leaves a socket that says nothing', () => {
    const { effects } = run([{ kind: 'start' }, { kind: 'opened' }, { kind: 'silent' }]);
    expect(kinds(effects).slice(-2)).toEqual(['close', 'open']);
  });

  it('waits as long as a node that goes down asks for', () => {
    const leaving: LinkEvent = { kind: 'left', code: 'moving', afterMs: 3000 };
    expect(waits(run([{ kind: 'start' }, { kind: 'opened' }, leaving]).effects)).toEqual([3500]);
  });

  it('ends with the session and nothing else', () => {
    const over: LinkEvent = { kind: 'left', code: 'revoked', afterMs: 0 };
    const { state } = run([{ kind: 'start' }, { kind: 'opened' }, over, { kind: 'wake' }, { kind: 'due' }]);
    expect(state).toEqual({ phase: 'revoked' });
  });
});

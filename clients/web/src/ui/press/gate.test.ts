import { describe, expect, it } from 'vitest';
import { Gate, isMeant, type Touch } from './gate.ts';

const touch = (more: Partial<Touch> = {}): Touch => ({ finger: true, ms: 120, inside: true, points: 1, ...more });

describe('a press', () => {
  it('counts on release inside, between 60 and 1500 ms, with one finger', () => {
    expect(isMeant(touch())).toBe(true);
    expect([59, 60, 1500, 1501].map((ms) => isMeant(touch({ ms })))).toEqual([false, true, true, false]);
    expect(isMeant(touch({ inside: false }))).toBe(false);
    expect(isMeant(touch({ points: 2 }))).toBe(false);
  });

  it('of a mouse or a key may be short', () => {
    expect(isMeant(touch({ finger: false, ms: 0 }))).toBe(true);
  });

  it('does nothing in the first 400 ms of a page', () => {
    const gate = new Gate();
    gate.pageChanged(1000);
    expect(gate.takes(touch(), 'a', 1399)).toBe(false);
    expect(gate.takes(touch(), 'a', 1400)).toBe(true);
  });

  it('on the same trigger within 3 s is one, on another it is another', () => {
    const gate = new Gate();
    expect(gate.takes(touch(), 'a', 1000)).toBe(true);
    expect(gate.takes(touch(), 'a', 3999)).toBe(false);
    expect(gate.takes(touch(), 'b', 3999)).toBe(true);
    expect(gate.takes(touch(), 'a', 4000)).toBe(true);
  });

  it('on a key of the pad may come as fast as fingers are', () => {
    const gate = new Gate();
    expect([1, 2, 3].map((now) => gate.takes(touch(), null, now))).toEqual([true, true, true]);
  });

  it('says that the screen is wet after three stray touches in a second', () => {
    const gate = new Gate();
    for (const now of [0, 300, 600]) gate.takes(touch({ ms: 10 }), 'a', now);
    expect(gate.isWet(700)).toBe(true);
    expect(gate.isWet(1800)).toBe(false);
  });
});

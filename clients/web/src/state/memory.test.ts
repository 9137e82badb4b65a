import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Memory } from './memory.ts';
import type { Vault } from './vault.ts';
import { applyChanges, noViews, type Views } from './views.ts';

const HOUR = 3_600_000;

function vaultOf(): Vault & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    keeps: true,
    read: async <T>(name: string) => JSON.parse(kept.get(name) ?? 'null') as T | null,
    write: async (name, value) => void kept.set(name, JSON.stringify(value)),
    wipe: async () => kept.clear(),
  };
}

const guest = { id: 'g1', seq: 7, address: '王先生', labels: {}, initials: 'W', has: [], journey: 'j1', erased: false };
const venue = { id: 'v', seq: 1, name: { zh: '云', en: 'Y' } };
const changes = { from: 0, to: 7, mark: 'm', now: 5000, pace: 1, reset: true, venue, guests: [guest] };

function known(): Views {
  const applied = applyChanges(noViews, changes as never);
  if (applied.kind === 'gap') throw new Error('a reset has no gap');
  return applied.views;
}

describe('what a device knows after a reload without contact', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is what it knew, with its age, for the same sign-in', async () => {
    const vault = vaultOf();
    let today = 1000;
    new Memory(vault, () => today).keep('s1', () => ({ views: known(), docs: [], now: 5000, pace: 1 }));
    await vi.runAllTimersAsync();
    today += HOUR;
    const back = await new Memory(vault, () => today).read('s1');
    expect(back?.age).toBe(HOUR);
    expect(back?.views).toEqual(known());
  });

  it('is nothing after a day, and nothing for somebody else', async () => {
    for (const [session, later] of [
      ['s1', 25 * HOUR],
      ['s2', HOUR],
    ] as const) {
      const vault = vaultOf();
      new Memory(vault, () => 0).keep('s1', () => ({ views: known(), docs: [], now: 5000, pace: 1 }));
      await vi.runAllTimersAsync();
      expect(await new Memory(vault, () => later).read(session)).toBeNull();
      expect(vault.kept.get('views')).toBe('null');
    }
  });
});

import type { AlertView } from '../protocol/contracts.gen.ts';

const RANK: Record<string, number> = { information: 0, action: 1, urgent: 2, emergency: 3 };

/** Rank of a priority; an unknown one counts as a call. */
export function rankOf(kind: string): number {
  return RANK[kind] ?? 1;
}

/** When each alert was last played on this device (venue time). */
export type Rung = ReadonlyMap<string, number>;

/** Most urgent first, then the older. */
export function byUrgency(a: AlertView, b: AlertView): number {
  return rankOf(b.kind) - rankOf(a.kind) || a.raised - b.raised;
}

/**
 * What to play now: the most urgent one that was never played or whose interval is over. One at a time, so that
 * two calls are never spoken into each other. An information is played once.
 */
export function dueToRing(ringing: readonly AlertView[], rung: Rung, now: number): AlertView | null {
  const due = ringing.filter((alert) => {
    const last = rung.get(alert.id);
    if (last === undefined) return true;
    return rankOf(alert.kind) > 0 && now - last >= alert.againSeconds * 1000;
  });
  return [...due].sort(byUrgency)[0] ?? null;
}

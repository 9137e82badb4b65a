/** A head comes every 10 s; two seconds more and it is late. */
export const SLOW_AFTER_MS = 12_000;
/** The board asks for a head every 3 s and must not show a picture older than this as if it were now. */
export const BOARD_STALE_AFTER_MS = 10_000;
/** Promise P11: after this the page says so in red and aloud. */
export const LOST_AFTER_MS = 25_000;

export type Contact = { kind: 'live'; age: number } | { kind: 'slow'; age: number } | { kind: 'lost'; age: number };

/** What may be said about the contact, from how long ago the hub was last heard. */
export function contactOf(lastHeard: number, now: number): Contact {
  const age = Math.max(0, now - lastHeard);
  if (age >= LOST_AFTER_MS) return { kind: 'lost', age };
  return age >= SLOW_AFTER_MS ? { kind: 'slow', age } : { kind: 'live', age };
}

/** Doubles with each failure. Half a second: a node that restarts is back by the third try. */
const FIRST_MS = 500;
/** Never longer: a phone that comes out of the garage must be back before anybody asks where it was. */
const LONGEST_MS = 15_000;

/**
 * How long to wait before the next try. Random from zero on, the first one too: when a node goes down,
 * all its devices come at once, and an even spread is what the others can take.
 */
export function retryDelay(failures: number, random: () => number): number {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
  return random() * span;
}

/** A drop of rain is shorter. */
const SHORTEST_MS = 60;
/** A phone that lies on a wet cloth, or is held in a fist, is longer. */
const LONGEST_MS = 1_500;
/** A new page is deaf at first: the finger that pressed the old one is still coming down. */
export const DEAD_TIME_MS = 400;
/** A call jumps in unasked, so its answer is deaf for longer. */
export const CALL_DEAD_TIME_MS = 600;
/** The same trigger again within this is the same trigger. */
const SAME_TARGET_MS = 3_000;
/** So many refused touches in a second: the screen is wet. */
const STRAY_TOUCHES = 3;
const STRAY_WITHIN_MS = 1_000;

export interface Touch {
  /** Only what fingers do is judged by its length: a mouse or a key does not drip. */
  finger: boolean;
  ms: number;
  inside: boolean;
  /** Points on the screen at any time during it. */
  points: number;
}

/** Whether a touch was meant. */
export function isMeant(touch: Touch): boolean {
  if (!touch.inside || touch.points > 1) return false;
  return !touch.finger || (touch.ms >= SHORTEST_MS && touch.ms <= LONGEST_MS);
}

/** Decides which presses count: dead times, repeats and rain. Times are of one clock, in ms. */
export class Gate {
  #deafUntil = 0;
  #last = new Map<string, number>();
  #stray: number[] = [];

  /** Another page is on the screen. */
  pageChanged(now: number, deadTime = DEAD_TIME_MS): void {
    this.#deafUntil = now + deadTime;
  }

  /** `target` names what must not happen twice; null for keys that may. */
  takes(touch: Touch, target: string | null, now: number): boolean {
    if (!isMeant(touch)) {
      if (touch.finger && touch.inside) this.#stray.push(now);
      return false;
    }
    if (now < this.#deafUntil) return false;
    if (target !== null) {
      if (now - (this.#last.get(target) ?? Number.NEGATIVE_INFINITY) < SAME_TARGET_MS) return false;
      this.#last.set(target, now);
    }
    return true;
  }

  /** Rain is falling on the screen: only the headset can be trusted. */
  isWet(now: number): boolean {
    this.#stray = this.#stray.filter((at) => now - at < STRAY_WITHIN_MS);
    return this.#stray.length >= STRAY_TOUCHES;
  }
}

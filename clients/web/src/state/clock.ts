import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Contact, contactOf } from '../connection/contact.ts';

/** Screens count in seconds; four times as often, so that no second is skipped. */
const TICK_MS = 250;

/** Venue time as this device knows it, and how long ago it last knew. The phone's own clock is never asked. */
export interface Clock {
  /** Venue time, ms, stepping per second. */
  readonly now: ReadonlySignal<number>;
  readonly contact: ReadonlySignal<Contact>;
  /** How old the data is, ms. */
  readonly age: ReadonlySignal<number>;
  exact(): number;
  heard(): void;
  set(now: number, pace: number): void;
  /** What was known `age` ms ago, before the page was opened again: it is as old as that. */
  remember(now: number, pace: number, age: number): void;
  readonly pace: () => number;
  stop(): void;
}

export function startClock(monotonic: () => number = () => performance.now()): Clock {
  const known = { now: Date.now(), pace: 1, at: monotonic() };
  const lastHeard = signal(monotonic());
  const tick = signal(monotonic());
  const timer = setInterval(() => {
    tick.value = monotonic();
  }, TICK_MS);
  const exact = () => known.now + (monotonic() - known.at) * known.pace;
  return {
    now: computed(() => {
      void tick.value;
      return Math.floor(exact() / 1000) * 1000;
    }),
    contact: computed(() => contactOf(lastHeard.value, tick.value)),
    age: computed(() => Math.max(0, tick.value - lastHeard.value)),
    exact,
    heard() {
      lastHeard.value = monotonic();
      tick.value = monotonic();
    },
    set(now, pace) {
      known.now = now;
      known.pace = pace;
      known.at = monotonic();
      tick.value = monotonic();
    },
    remember(now, pace, age) {
      known.now = now;
      known.pace = pace;
      known.at = monotonic() - age;
      lastHeard.value = monotonic() - age;
      tick.value = monotonic();
    },
    pace: () => known.pace,
    stop: () => clearInterval(timer),
  };
}

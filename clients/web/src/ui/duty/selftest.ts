import { signal } from '@preact/signals';
import type { Heard } from '../sound/sink.ts';

export type Rung = 'untried' | 'good' | 'limited';

/** What this device can do for its holder, as tried at the start of duty. */
export interface SelfTest {
  voice: Rung;
  /** How the test was brought: a tone in place of a voice is told, not hidden. */
  how: Heard | null;
  button: Rung;
  /** A tap has given the page its sound. */
  primed: boolean;
}

export const selfTest = signal<SelfTest>({ voice: 'untried', how: null, button: 'untried', primed: false });

/** What the hub is told. A device whose test nobody heard is a screen; one that was never tried is believed once it may play. */
export function reachOf(test: SelfTest): 'sound' | 'screen' {
  if (test.voice === 'untried') return test.primed ? 'sound' : 'screen';
  return test.voice === 'good' && test.how !== 'screen' ? 'sound' : 'screen';
}

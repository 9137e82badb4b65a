import { signal } from '@preact/signals';
import type { Heard } from '../sound/sink.ts';

export type Rung = 'untried' | 'good' | 'limited';

/** What this device can do for its holder, as tried at the start of duty. */
export interface SelfTest {
  voice: Rung;
  /** How the test was brought: a tone in place of a voice is told, not hidden. */
  how: Heard | null;
  button: Rung;
}

export const selfTest = signal<SelfTest>({ voice: 'untried', how: null, button: 'untried' });

/** What the hub is told: a device that nobody heard is a screen. */
export function reachOf(test: SelfTest): 'sound' | 'screen' {
  return test.voice === 'good' && test.how !== 'screen' ? 'sound' : 'screen';
}

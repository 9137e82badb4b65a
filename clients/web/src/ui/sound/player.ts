import { signal } from '@preact/signals';
import type { Heard, Sink } from './sink.ts';
import type { Tone } from './tones.ts';

/**
 * What was last said, in words: the transcript for whoever cannot hear the earpiece. A page shows it in a live
 * region, so a screen reader or a braille line has it too.
 */
export const spoken = signal('');

/** Plays one thing after another. Two calls are never spoken into each other. */
export class Player {
  #tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly sink: Sink) {}

  play(tone: Tone, words: string | null, language: string): Promise<Heard> {
    const turn = this.#tail.then(() => {
      if (words) spoken.value = words;
      return this.sink.play(tone, words, language);
    });
    this.#tail = turn.catch(() => undefined);
    return turn;
  }
}

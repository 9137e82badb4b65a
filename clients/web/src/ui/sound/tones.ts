/** One note: from when to when (s), how high (Hz). */
export interface Note {
  at: number;
  for: number;
  hertz: number;
}

export type Tone = 'information' | 'action' | 'urgent' | 'emergency' | 'lost' | 'back' | 'click';

const notes = (length: number, gap: number, ...pitches: number[]): Note[] =>
  pitches.map((hertz, index) => ({ at: index * (length + gap), for: length, hertz }));

/** What each priority sounds like. Told apart by number and direction, not by loudness: an ear may be half covered. */
export const TONES: Record<Tone, readonly Note[]> = {
  // One soft tone.
  information: notes(0.18, 0, 660),
  // Two rising.
  action: notes(0.16, 0.06, 660, 880),
  // Three short.
  urgent: notes(0.12, 0.08, 988, 988, 988),
  // Two by turns, for two seconds.
  emergency: notes(0.25, 0, 880, 1175, 880, 1175, 880, 1175, 880, 1175),
  // Falling; made here, since the hub is what is missing.
  lost: notes(0.22, 0.06, 784, 587, 440),
  // Two rising soft.
  back: notes(0.14, 0.05, 523, 659),
  // Somebody answered what I sent.
  click: notes(0.03, 0, 1200),
};

const VIBRATION: Partial<Record<Tone, readonly number[]>> = {
  action: [600],
  urgent: [200, 120, 200, 120, 200],
  emergency: [600, 150, 600, 150, 600, 150, 600, 150, 600],
  lost: [300, 150, 300],
  back: [200],
};

export function vibrationOf(tone: Tone): readonly number[] {
  return VIBRATION[tone] ?? [];
}

export function toneOf(kind: string): Tone {
  return kind === 'information' || kind === 'urgent' || kind === 'emergency' ? kind : 'action';
}

/** When the tone is over (s). */
export function lengthOf(tone: Tone): number {
  return Math.max(...TONES[tone].map((note) => note.at + note.for));
}

import type { View } from './contracts.gen.ts';

const NONE: readonly never[] = Object.freeze([]);
const NOTHING: Readonly<Record<string, never>> = Object.freeze({});

// What the wire leaves out: what is null, and from an older hub, or in a hand-written message, also what is empty.
const LEFT_OUT: Record<string, object> = {
  venue: { columns: NONE, departed: NONE, rota: NONE, words: NOTHING, exclusive: null },
  positions: { holders: NONE, phone: null, since: null },
  staff: { allowed: NONE, positions: NONE, hosting: NONE, until: null, cover: null, lostSince: null },
  places: { journey: null },
  guests: { has: NONE, labels: NOTHING },
  journeys: {
    blocked: NONE,
    steps: NONE,
    facts: NOTHING,
    targetSeconds: null,
    eta: null,
    arrived: null,
    ended: null,
    end: null,
    host: null,
    undo: null,
  },
  alerts: {
    ladder: NONE,
    answers: NONE,
    asks: NOTHING,
    staff: null,
    position: null,
    journey: null,
    place: null,
    next: null,
    closed: null,
    by: null,
    answeredWords: null,
    undoUntil: null,
    missing: NOTHING,
  },
  asks: { positions: NONE, staff: NONE },
  answers: { position: null, minutes: null, until: null },
  ladder: { positions: NONE, staff: NONE, code: null, fired: null },
  items: { positions: NONE, journey: null, due: null, staff: null, at: null, tag: null },
  receipts: { people: NONE },
  words: { stages: NONE, triggers: NONE, fields: NONE, phrases: NONE, codes: NOTHING },
  stages: { use: null, targetSeconds: null },
  triggers: { from: NONE, by: NONE, ask: NONE, needs: NONE, hears: NONE, to: null, use: null },
  fields: { choices: NONE, positions: NONE, class: null, use: null, kind: null, min: null, max: null },
  phrases: { to: NONE, meaning: null, use: null },
};

/** The same thing with what was left out filled in. */
export function complete<T extends object>(kind: string, thing: T): T {
  return { ...LEFT_OUT[kind], ...thing };
}

export function completeView<T extends View>(kind: string, view: T): T {
  const full = complete(kind, view);
  if (kind !== 'alerts') return full;
  const alert = full as T & { asks: object; missing: object; ladder: object[]; answers: object[] };
  return {
    ...alert,
    asks: complete('asks', alert.asks),
    missing: complete('asks', alert.missing),
    answers: alert.answers.map((answer) => complete('answers', answer)),
    ladder: alert.ladder.map((step) => complete('ladder', step)),
  };
}

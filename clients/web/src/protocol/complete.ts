import type { View } from './contracts.gen.ts';

// What a view must have for the screens. An older hub, or one that leaves out what is empty, may not send it.
const LISTS: Record<string, readonly string[]> = {
  venue: ['columns', 'departed', 'rota', 'amber'],
  positions: ['holders'],
  staff: ['allowed', 'positions', 'hosting'],
  guests: ['has'],
  journeys: ['blocked', 'steps'],
  alerts: ['ladder', 'answers'],
  items: ['positions'],
  receipts: ['people'],
  words: ['stages', 'triggers', 'fields', 'phrases'],
  stages: [],
  triggers: ['from', 'by', 'ask', 'needs', 'hears'],
  fields: ['choices', 'positions'],
  phrases: ['to'],
  asks: ['positions', 'staff'],
  ladder: ['positions', 'staff'],
};
const MAPS: Record<string, readonly string[]> = {
  venue: ['words'],
  guests: ['labels'],
  journeys: ['facts'],
  words: ['codes'],
};

// What is null is left out on the wire.
const NULLS: Record<string, readonly string[]> = {
  venue: ['exclusive'],
  positions: ['phone', 'since'],
  staff: ['until', 'cover', 'lostSince'],
  places: ['journey'],
  journeys: ['targetSeconds', 'eta', 'arrived', 'ended', 'end', 'host', 'undo'],
  alerts: ['staff', 'position', 'journey', 'place', 'next', 'closed', 'by', 'answeredWords', 'undoUntil'],
  items: ['journey', 'due', 'staff', 'at', 'tag'],
  stages: ['use', 'targetSeconds'],
  triggers: ['to', 'use'],
  fields: ['class', 'use', 'kind', 'min', 'max'],
  phrases: ['meaning', 'use'],
  ladder: ['code', 'fired'],
};

/** The same thing with what the wire left out filled in: empty lists and maps, and nulls. */
export function complete<T extends object>(kind: string, thing: T): T {
  const missing: Record<string, unknown> = {};
  for (const name of LISTS[kind] ?? []) if (!(name in thing)) missing[name] = [];
  for (const name of MAPS[kind] ?? []) if (!(name in thing)) missing[name] = {};
  for (const name of NULLS[kind] ?? []) if (!(name in thing)) missing[name] = null;
  return { ...missing, ...thing };
}

export function completeView<T extends View>(kind: string, view: T): T {
  const full = complete(kind, view);
  if (kind !== 'alerts') return full;
  const alert = full as T & { asks?: object; ladder: object[] };
  return {
    ...alert,
    asks: complete('asks', alert.asks ?? {}),
    ladder: alert.ladder.map((step) => complete('ladder', step)),
  };
}

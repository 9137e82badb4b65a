import type { PlaceView, Text } from '../../protocol/contracts.gen.ts';
import { booksInForce, placesOf, type World } from '../world.ts';

export interface PlaceKind {
  readonly kind: string;
  readonly name: Text;
  readonly all: readonly PlaceView[];
}

/** Places by kind, under the name of the field that asks for them; the few of a kind first. */
export function placeKinds(world: World): PlaceKind[] {
  const names = new Map<string, Text>();
  for (const book of booksInForce(world)) {
    for (const field of book.fields.values())
      if (field.kind && !names.has(field.kind)) names.set(field.kind, field.name);
  }
  return [...names]
    .flatMap(([kind, name]) => {
      const all = [...world.views.places.values()].filter((one) => one.kind === kind).sort((a, b) => a.order - b.order);
      return all.length > 0 ? [{ kind, name, all }] : [];
    })
    .sort((a, b) => a.all.length - b.all.length);
}

/** Where somebody who helps a guest is, unless they say otherwise: at the guest's own place. */
export function likelyPlace(world: World, journey: string | null): string | null {
  const one = journey ? world.views.journeys.get(journey) : undefined;
  return (one && placesOf(world, one).at(-1)?.id) ?? null;
}

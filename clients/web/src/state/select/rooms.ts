import type { PlaceView, Text } from '../../protocol/contracts.gen.ts';
import { booksInForce, nameOf, type World } from '../world.ts';
import { type Card, cardOf } from './guests.ts';
import { calledKinds, type Step, stepBy } from './steps.ts';

export type RoomState = 'free' | 'reserved' | 'ready' | 'used' | 'closed';

/** One room as its keeper sees it. */
export interface Room {
  readonly place: PlaceView;
  readonly state: RoomState;
  readonly late: boolean;
  readonly card: Card | null;
  /** ms in this state; while it is prepared, against what the call allows. */
  readonly elapsed: number;
  readonly target: number | null;
  readonly caller: Text | null;
  readonly ready: Step | null;
  readonly admit: Step | null;
  readonly end: Step | null;
}

export function rooms(world: World): Room[] {
  const kinds = new Set(booksInForce(world).flatMap((book) => [...calledKinds(book)]));
  return [...world.views.places.values()]
    .filter((place) => kinds.has(place.kind))
    .sort((a, b) => a.order - b.order || a.id.localeCompare(b.id))
    .map((place) => roomOf(world, place));
}

function roomOf(world: World, place: PlaceView): Room {
  const journey = place.journey ? world.views.journeys.get(place.journey) : undefined;
  const call = [...world.views.alerts.values()].find(
    (alert) =>
      alert.place === place.id && alert.journey === place.journey && alert.state !== 'cancelled' && alert.wantsDone,
  );
  const state = (['free', 'reserved', 'ready', 'used', 'closed'] as const).find((one) => one === place.state) ?? 'used';
  const elapsed = world.now - place.since;
  const card = journey ? cardOf(world, journey) : null;
  const target = state === 'used' ? (card?.target ?? null) : state === 'reserved' ? preparing(world, place) : null;
  return {
    place,
    state,
    card,
    elapsed,
    target,
    late: target !== null && elapsed > target,
    caller: nameOf(world, call?.staff),
    ready: journey ? stepBy(world, journey, 'place-ready') : null,
    admit: journey ? stepBy(world, journey, 'admit') : null,
    end: journey && state === 'used' ? stepBy(world, journey, 'come-back') : null,
  };
}

/** What preparing may take: until the item of the room falls due. */
function preparing(world: World, place: PlaceView): number | null {
  for (const item of world.views.items.values()) {
    if (item.journey === place.journey && item.state === 'open' && item.due != null && item.due > place.since)
      return item.due - place.since;
  }
  return null;
}

/** The room whose keeper is wanted first: one to admit to, then one to prepare, the older first. */
export function firstRoom(all: readonly Room[]): Room | null {
  const open = all.filter(
    (room) => (room.state === 'ready' && room.admit) || (room.state === 'reserved' && room.ready),
  );
  const rank = (room: Room) => (room.state === 'reserved' ? 0 : 1);
  return [...open].sort((a, b) => rank(a) - rank(b) || a.place.since - b.place.since)[0] ?? null;
}

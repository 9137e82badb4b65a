import type { JourneyView, PlaceView, PositionView, StaffView, Text } from '../protocol/contracts.gen.ts';
import type { Book, Books } from './book.ts';
import type { Outbox } from './outbox.ts';
import type { Views } from './views.ts';

/** All that a selector may look at. Selectors are pure: the same world gives the same screen. */
export interface World {
  readonly views: Views;
  readonly books: Books;
  readonly outbox: Outbox;
  /** Whose device this is. */
  readonly me: string;
  /** In which language guests are called here. */
  readonly english: boolean;
  /** Venue time, ms. */
  readonly now: number;
}

export function self(world: World): StaffView | undefined {
  return world.views.staff.get(world.me);
}

/** The positions this person holds now, in the venue's order. */
export function myPositions(world: World): PositionView[] {
  const held = self(world)?.positions ?? [];
  return held
    .flatMap((id) => world.views.positions.get(id) ?? [])
    .sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
}

export function myPositionIds(world: World): string[] {
  return self(world)?.positions ?? [];
}

export function bookFor(world: World, journey: JourneyView): Book | undefined {
  return world.books.get(journey.words);
}

/** The playbooks in force, and the venue's own words. */
export function booksInForce(world: World): Book[] {
  return Object.values(world.views.venue?.words ?? {}).flatMap((hash) => world.books.get(hash) ?? []);
}

/** Stands for every position in a call's receivers. */
const EVERYONE = 'everyone';
export const EVERYONE_NAME: Text = { zh: '全场', en: 'everyone' };

/** A person, else a position: whoever is meant by an id. */
export function nameOf(world: World, id: string | null | undefined): Text | null {
  if (!id) return null;
  if (id === EVERYONE) return EVERYONE_NAME;
  return world.views.staff.get(id)?.name ?? world.views.positions.get(id)?.name ?? null;
}

export function addressIn(world: World, address: Text | undefined): string {
  return (world.english ? address?.en : address?.zh) ?? '';
}

export function addressOf(world: World, journey: JourneyView): string {
  return addressIn(world, world.views.guests.get(journey.guest)?.address);
}

/** The place a journey holds of one kind, else what its facts name. */
export function placesOf(world: World, journey: JourneyView): PlaceView[] {
  return [...world.views.places.values()]
    .filter((place) => place.journey === journey.id)
    .sort((a, b) => a.order - b.order);
}

export function zoneOf(world: World): string {
  return world.views.venue?.zone ?? 'Asia/Shanghai';
}

/** Whether umbrellas are needed. */
export function isWetOutside(world: World): boolean {
  const weather = world.views.venue?.weather;
  return weather === 'rain' || weather === 'snow';
}

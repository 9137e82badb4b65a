import type { GuestView, ItemView, JourneyView, StageWords, Text, TriggerWords } from '../../protocol/contracts.gen.ts';
import { type Book, factBy, fieldBy, placeFields, stageOf } from '../book.ts';
import { isGreen, tailOf } from '../plate.ts';
import { addressIn, bookFor, nameOf, placesOf, type World } from '../world.ts';
import { calledKinds, calledPlaces } from './steps.ts';

/** A guest as a sentence: what every row, head and lane is made of. */
export interface Card {
  readonly journey: JourneyView;
  readonly guest: GuestView | undefined;
  readonly address: string;
  readonly tail: string | null;
  readonly green: boolean;
  readonly visit: Text | null;
  readonly size: number | null;
  readonly grade: Text | null;
  readonly needs: readonly Text[];
  readonly host: Text | null;
  readonly companion: Text | null;
  readonly where: Text | null;
  readonly stage: StageWords | undefined;
  readonly use: string | null;
  /** ms in this stage, and what it may take. */
  readonly elapsed: number;
  readonly target: number | null;
  readonly late: boolean;
}

export function cardOf(world: World, journey: JourneyView): Card {
  const book = bookFor(world, journey);
  const guest = world.views.guests.get(journey.guest);
  const plateField = fieldBy(book, 'plate');
  const plate = plateField ? guest?.labels[plateField.id] : undefined;
  const stage = stageOf(book, journey);
  const elapsed = world.now - journey.since;
  const target = journey.targetSeconds ? journey.targetSeconds * 1000 : null;
  return {
    journey,
    guest,
    address: addressIn(world, guest?.address),
    tail: plate ? tailOf(plate) : null,
    green: plate ? isGreen(plate) : false,
    visit: choicesOf(book, journey, 'visit')[0] ?? null,
    size: Number(factBy(book, journey, 'size') ?? 0) || null,
    grade: choicesOf(book, journey, 'grade')[0] ?? null,
    needs: choicesOf(book, journey, 'needs'),
    host: nameOf(world, journey.host),
    companion: nameOf(world, factBy(book, journey, 'companion')),
    where: whereOf(world, book, journey),
    stage,
    use: stage?.use ?? null,
    elapsed,
    target,
    late: target !== null && elapsed > target && !journey.ended,
  };
}

/** The names of the choices a journey has in the field of this use. */
export function choicesOf(book: Book | undefined, journey: JourneyView, use: string): Text[] {
  const field = fieldBy(book, use);
  const chosen = (field && journey.facts[field.id]?.split(',')) ?? [];
  return field?.choices.filter((choice) => chosen.includes(choice.id)).map((choice) => choice.name) ?? [];
}

/** Where the guest is: the place asked for on the way into this stage; when leaving, where the car stands. */
export function whereOf(world: World, book: Book | undefined, journey: JourneyView): Text | null {
  if (!book) return null;
  const held = placesOf(world, journey);
  const use = book.stages.get(journey.stage)?.use;
  if (use === 'visiting') {
    // The table stays theirs meanwhile, but they are not at it.
    const room = calledPlaces(world, book, journey)[0];
    if (room) return room.name;
  }
  const into = [...book.triggers.values()].filter((trigger) => isWayTo(book, trigger, journey));
  for (const field of into.flatMap((trigger) => placeFields(book, trigger))) {
    const id = journey.facts[field.id];
    // A room is never where a car stands.
    if (use === 'leaving' && calledKinds(book).has(field.kind ?? '')) continue;
    const place = (id && world.views.places.get(id)) || held.find((one) => one.kind === field.kind);
    if (place) return place.name;
  }
  return use === 'leaving' ? null : (held[0]?.name ?? null);
}

function isWayTo(book: Book, trigger: TriggerWords, journey: JourneyView): boolean {
  const leaving = book.stages.get(journey.stage)?.use === 'leaving';
  // When leaving, where the car stands: what was asked for on the way in.
  if (leaving) return trigger.to !== null && book.stages.get(trigger.to)?.use === 'arriving';
  return trigger.to === journey.stage;
}

/** Everyone who is not expected and not gone. */
export function inside(world: World): Card[] {
  return cards(world, (card) => !card.journey.ended && card.use !== 'expected' && card.use !== 'ended');
}

/** Before this nobody can say who comes first. */
export const LIKELY_WITHIN_MS = 20 * 60_000;

export interface Expected {
  readonly cards: readonly Card[];
  /** The one who is most likely the next; null when nobody or more than one is near. */
  readonly likely: Card | null;
}

/** Who is still to come, by time; the likely one in front. */
export function expected(world: World): Expected {
  const all = cards(world, (card) => !card.journey.ended && card.use === 'expected').sort(
    (a, b) => (a.journey.eta ?? 0) - (b.journey.eta ?? 0),
  );
  const near = all.filter((card) => Math.abs((card.journey.eta ?? 0) - world.now) <= LIKELY_WITHIN_MS);
  const likely = near.length === 1 ? (near[0] ?? null) : null;
  return { likely, cards: likely ? [likely, ...all.filter((card) => card !== likely)] : all };
}

/** Whoever fits what was typed: the plate's last three, the phone's last four, or initials. */
export function search(all: readonly Card[], typed: string): Card[] {
  const wanted = typed.toUpperCase();
  if (!wanted) return [];
  return all.filter(
    (card) =>
      card.tail?.includes(wanted) ||
      card.guest?.initials.toUpperCase().startsWith(wanted) ||
      Object.values(card.guest?.labels ?? {}).some((label) => label.toUpperCase().endsWith(wanted)),
  );
}

export function cards(world: World, keep: (card: Card) => boolean): Card[] {
  return [...world.views.journeys.values()]
    .map((journey) => cardOf(world, journey))
    .filter(keep)
    .sort((a, b) => a.journey.since - b.journey.since || a.journey.id.localeCompare(b.journey.id));
}

export function itemsOf(world: World, journey: string): ItemView[] {
  return [...world.views.items.values()]
    .filter((item) => item.journey === journey && item.state !== 'expired')
    .sort((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY));
}

/** What stands open at these positions, overdue first. */
export function itemsAt(world: World, positions: readonly string[]): ItemView[] {
  return [...world.views.items.values()]
    .filter((item) => item.state === 'open' && item.positions.some((one) => positions.includes(one)))
    .sort((a, b) => Number(b.late) - Number(a.late) || (a.due ?? 1e18) - (b.due ?? 1e18));
}

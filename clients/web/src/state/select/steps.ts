import type {
  Blocked,
  FieldWords,
  JourneyView,
  PlaceView,
  StaffView,
  Text,
  TriggerWords,
} from '../../protocol/contracts.gen.ts';
import { type Book, openersFor, placeFields, triggersFor } from '../book.ts';
import { bookFor, booksInForce, myPositionIds, nameOf, placesOf, type World } from '../world.ts';

/** Something this person may do with a journey now. */
export interface Step {
  readonly trigger: TriggerWords;
  readonly blocked: Blocked | null;
}

/** What may be done, in the playbook's order. */
export function stepsFor(world: World, journey: JourneyView): Step[] {
  return triggersFor(bookFor(world, journey), journey, myPositionIds(world)).map((trigger) => ({
    trigger,
    blocked: journey.blocked.find((one) => one.trigger === trigger.id) ?? null,
  }));
}

// What leads a guest on, in the order in which the floor takes it.
const MAIN = [
  'arrive',
  'admit',
  'place-ready',
  'move-on',
  'come-back',
  'car-ready',
  'end',
  'call-place',
  'serve',
  'choose',
];

/** The step that is the floor: what leads this guest on now. What is only possible, but not the next thing, is not it. */
export function mainStep(world: World, journey: JourneyView): Step | null {
  const book = bookFor(world, journey);
  const fitting = stepsFor(world, journey).filter((step) => book && isNext(world, book, journey, step.trigger));
  const rank = (step: Step) => Number(step.blocked !== null) * MAIN.length + MAIN.indexOf(step.trigger.use ?? '');
  return fitting.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function isNext(world: World, book: Book, journey: JourneyView, trigger: TriggerWords): boolean {
  const leaving = book.stages.get(journey.stage)?.use === 'leaving';
  switch (trigger.use) {
    case 'end':
    case 'car-ready':
      return leaving;
    case 'place-ready':
      return calledPlaces(world, book, journey).some((place) => place.state === 'reserved');
    case 'move-on':
      // Nobody is walked to a room that was never asked for.
      return !leadsToRoom(book, trigger) || calledPlaces(world, book, journey).length > 0;
    case 'call-place':
      return calledPlaces(world, book, journey).length === 0;
    default:
      return MAIN.includes(trigger.use ?? '');
  }
}

/** The step that brings a guest on from here to the next position, if it is this person's to do. */
export function leadingStep(world: World, journey: JourneyView): Step | null {
  const step = mainStep(world, journey);
  return step && ['move-on', 'car-ready', 'end'].includes(step.trigger.use ?? '') ? step : null;
}

function leadsToRoom(book: Book, trigger: TriggerWords): boolean {
  const calls = [...book.triggers.values()].some((one) => one.use === 'call-place');
  return calls && trigger.to !== null && book.stages.get(trigger.to)?.use === 'visiting';
}

/** What a journey holds of the kinds that are called for before one goes there. */
export function calledPlaces(world: World, book: Book, journey: JourneyView): PlaceView[] {
  const kinds = calledKinds(book);
  return placesOf(world, journey).filter((place) => kinds.has(place.kind));
}

export function calledKinds(book: Book): ReadonlySet<string> {
  const fields = [...book.triggers.values()]
    .filter((one) => one.use === 'call-place')
    .flatMap((one) => placeFields(book, one));
  return new Set(fields.flatMap((field) => field.kind ?? []));
}

export function stepBy(world: World, journey: JourneyView, use: string): Step | null {
  return stepsFor(world, journey).find((step) => step.trigger.use === use) ?? null;
}

export interface Opener {
  readonly book: Book;
  readonly trigger: TriggerWords;
}

/** The ways to open a journey from here, of these uses. */
export function openers(world: World, ...uses: readonly string[]): Opener[] {
  return booksInForce(world).flatMap((book) =>
    openersFor(book, myPositionIds(world))
      .filter((trigger) => uses.includes(trigger.use ?? ''))
      .map((trigger) => ({ book, trigger })),
  );
}

/**
 * Who will hear a trigger: the journey's own people where their position is called, else the position.
 * For a guest who is met for the first time, the person whose turn it is.
 */
export function hearers(world: World, trigger: TriggerWords, journey: JourneyView | null): Text[] {
  const own = ownPeople(world, journey);
  return trigger.hears.flatMap((position) => {
    const people = own.filter((person) => person.positions.includes(position));
    if (people.length > 0) return people.map((person) => person.name);
    return nameOf(world, position) ?? [];
  });
}

function ownPeople(world: World, journey: JourneyView | null): StaffView[] {
  if (!journey) return [];
  const book = bookFor(world, journey);
  const ids = [...(book?.fields.values() ?? [])]
    .filter((field) => field.type === 'staff')
    .flatMap((field) => journey.facts[field.id] ?? []);
  const all = new Set(journey.host ? [journey.host, ...ids] : ids);
  return [...all].flatMap((id) => world.views.staff.get(id) ?? []);
}

/** The next person on the rota who can be called now. */
export function nextOnRota(world: World): StaffView | null {
  const rota = world.views.venue?.rota ?? [];
  return rota.flatMap((id) => world.views.staff.get(id) ?? []).find((one) => one.state === 'on') ?? null;
}

/** The fields a trigger asks for, with what is known already. */
export interface Question {
  readonly field: FieldWords;
  readonly needed: boolean;
  readonly known: string | null;
}

export function questions(world: World, book: Book, trigger: TriggerWords, journey: JourneyView | null): Question[] {
  return trigger.ask.flatMap((id) => {
    const field = book.fields.get(id);
    if (!field) return [];
    const known = journey?.facts[id] ?? null;
    return { field, needed: trigger.needs.includes(id), known: known ?? prefill(world, field, journey) };
  });
}

/** What a person would choose anyway: the host comes along, the first free place of its kind. */
function prefill(world: World, field: FieldWords, journey: JourneyView | null): string | null {
  if (field.type === 'staff' && journey?.host) {
    const host = world.views.staff.get(journey.host);
    if (host && candidates(world, field).includes(host)) return host.id;
  }
  if (field.type === 'place') {
    const own = [...world.views.places.values()].find((one) => one.kind === field.kind && one.journey === journey?.id);
    return (journey && own?.id) ?? null;
  }
  return null;
}

/** The people who can be named in a staff field: on duty at one of its positions. */
export function candidates(world: World, field: FieldWords): StaffView[] {
  return [...world.views.staff.values()]
    .filter((one) => one.state !== 'off')
    .filter((one) => field.positions.length === 0 || one.positions.some((id) => field.positions.includes(id)))
    .sort((a, b) => a.hosting.length - b.hosting.length || a.id.localeCompare(b.id));
}

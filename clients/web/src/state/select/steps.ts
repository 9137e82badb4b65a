import type { Blocked, FieldWords, JourneyView, StaffView, Text, TriggerWords } from '../../protocol/contracts.gen.ts';
import { type Book, openersFor, triggersFor } from '../book.ts';
import { bookFor, booksInForce, myPositionIds, nameOf, type World } from '../world.ts';

/** Something this person may do with a journey now. */
export interface Step {
  readonly trigger: TriggerWords;
  readonly blocked: Blocked | null;
  /** A button of its own below all others: it leads on. */
  readonly main: boolean;
}

// What leads a guest on, in the order in which the floor takes it.
const MAIN = ['arrive', 'admit', 'move-on', 'end', 'serve', 'place-ready', 'choose', 'call-place'];

/** What may be done, the main one first. */
export function stepsFor(world: World, journey: JourneyView): Step[] {
  const rank = (step: Step) => {
    const at = MAIN.indexOf(step.trigger.use ?? '');
    return at < 0 ? MAIN.length : at;
  };
  return triggersFor(bookFor(world, journey), journey, myPositionIds(world))
    .map((trigger) => ({
      trigger,
      blocked: journey.blocked.find((one) => one.trigger === trigger.id) ?? null,
      main: MAIN.includes(trigger.use ?? ''),
    }))
    .sort((a, b) => Number(Boolean(a.blocked)) - Number(Boolean(b.blocked)) || rank(a) - rank(b));
}

export function stepBy(world: World, journey: JourneyView, use: string): Step | null {
  return stepsFor(world, journey).find((step) => step.trigger.use === use) ?? null;
}

export interface Opener {
  readonly book: Book;
  readonly trigger: TriggerWords;
}

/** The ways to open a journey from here, of a use. */
export function openers(world: World, use: string): Opener[] {
  return booksInForce(world).flatMap((book) =>
    openersFor(book, myPositionIds(world))
      .filter((trigger) => trigger.use === use)
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

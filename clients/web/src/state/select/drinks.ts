import type { AlertView, ItemView, JourneyView } from '../../protocol/contracts.gen.ts';
import { fieldBy } from '../book.ts';
import { bookFor, myPositionIds, type World } from '../world.ts';
import { ringing, taken } from './alerts.ts';
import { type Card, cardOf } from './guests.ts';
import { type Step, stepBy } from './steps.ts';

/** A guest who waits for something that is brought to the table. */
export interface Order {
  readonly card: Card;
  /** The call for it, while it is open here. */
  readonly alert: AlertView | null;
  /** What is done next: ask, or bring. Null: the call's own 完成. */
  readonly step: Step | null;
  /** Not asked yet: the other of the two clocks. */
  readonly asking: boolean;
  readonly from: number;
  /** ms waited, and what it may take. */
  readonly waited: number;
  readonly target: number | null;
  readonly late: boolean;
}

/** Who waits, those past their time first, then by waiting time: the first is the floor. */
export function orders(world: World): Order[] {
  const mine = myPositionIds(world);
  const calls = new Map<string, AlertView>();
  for (const alert of [...taken(world), ...ringing(world)]) {
    if (alert.wantsDone && alert.journey && !calls.has(alert.journey)) calls.set(alert.journey, alert);
  }
  const due = new Map<string, ItemView>();
  for (const item of world.views.items.values()) {
    const owner = item.journey ? world.views.journeys.get(item.journey) : undefined;
    if (!owner || item.state !== 'open' || !item.positions.some((one) => mine.includes(one))) continue;
    // A round that is not due yet is a reminder; what was asked for, or is to be asked, is an order.
    const waits = calls.has(owner.id) || isUnasked(world, owner) || isOrdered(world, owner);
    const had = due.get(owner.id);
    if (waits && (!had || (item.due ?? Number.POSITIVE_INFINITY) < (had.due ?? Number.POSITIVE_INFINITY)))
      due.set(owner.id, item);
  }
  return [...new Set([...calls.keys(), ...due.keys()])]
    .flatMap((id) => {
      const journey = world.views.journeys.get(id);
      return journey ? [orderOf(world, journey, calls.get(id) ?? null, due.get(id) ?? null)] : [];
    })
    .sort((a, b) => Number(b.late) - Number(a.late) || b.waited - a.waited);
}

function orderOf(world: World, journey: JourneyView, alert: AlertView | null, item: ItemView | null): Order {
  const asking = isUnasked(world, journey);
  const from = alert?.raised ?? journey.since;
  const waited = world.now - from;
  const target = item?.due == null ? null : item.due - from;
  return {
    card: cardOf(world, journey),
    alert,
    step: (asking ? stepBy(world, journey, 'choose') : null) ?? stepBy(world, journey, 'serve'),
    asking,
    from,
    waited,
    target,
    late: target !== null && waited > target,
  };
}

/** The field for what the guest drinks is empty, and somebody here may ask. */
function isUnasked(world: World, journey: JourneyView): boolean {
  const field = fieldBy(bookFor(world, journey), 'drink');
  return field !== undefined && !journey.facts[field.id] && stepBy(world, journey, 'choose') !== null;
}

/** Something was chosen, or the guest sat down, and nothing was brought since: the item is the order itself. */
function isOrdered(world: World, journey: JourneyView): boolean {
  const book = bookFor(world, journey);
  const uses = journey.steps.map((step) => book?.triggers.get(step.trigger)?.use);
  const served = uses.lastIndexOf('serve');
  return stepBy(world, journey, 'serve') !== null && (served < 0 || uses.lastIndexOf('choose') > served);
}

/** What else this position has to do: everything that is not an order. */
export function rounds(world: World, all: readonly Order[]): ItemView[] {
  const mine = myPositionIds(world);
  const waiting = new Set(all.map((order) => order.card.journey.id));
  return [...world.views.items.values()]
    .filter((item) => item.state === 'open' && item.positions.some((one) => mine.includes(one)))
    .filter((item) => !item.journey || !waiting.has(item.journey))
    .sort((a, b) => Number(b.late) - Number(a.late) || (a.due ?? 1e18) - (b.due ?? 1e18));
}

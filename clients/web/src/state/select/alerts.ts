import type { AlertView, LadderStep, Receipt, Text } from '../../protocol/contracts.gen.ts';
import { asks, ringsFor } from '../events.ts';
import { byUrgency } from '../ring.ts';
import { EVERYONE_NAME, myPositionIds, nameOf, type World } from '../world.ts';

/** What rings for this person, the most urgent first. */
export function ringing(world: World): AlertView[] {
  const mine = myPositionIds(world);
  return [...world.views.alerts.values()].filter((alert) => ringsFor(alert, world.me, mine)).sort(byUrgency);
}

/** Calls that this person has taken and that still want their done. */
export function taken(world: World): AlertView[] {
  return [...world.views.alerts.values()]
    .filter((alert) => alert.wantsDone && isOpen(alert))
    .filter((alert) => alert.answers.some((one) => one.staff === world.me && one.kind === 'ack'))
    .filter((alert) => !alert.answers.some((one) => one.kind === 'done'))
    .sort((a, b) => a.raised - b.raised);
}

export function isOpen(alert: AlertView): boolean {
  return alert.state === 'open' || alert.state === 'acknowledged' || alert.state === 'delayed';
}

export function openAlerts(world: World): AlertView[] {
  return [...world.views.alerts.values()].filter(isOpen).sort(byUrgency);
}

/** Open calls about a journey, newest last. */
export function alertsOf(world: World, journey: string): AlertView[] {
  return [...world.views.alerts.values()].filter((one) => one.journey === journey).sort((a, b) => a.raised - b.raised);
}

/** The first open call about a journey that nobody has answered. */
export function unansweredOf(world: World, journey: string): AlertView | null {
  return alertsOf(world, journey).find((one) => one.state === 'open' && one.kind !== 'information') ?? null;
}

export type RungState = 'past' | 'ringing' | 'todo' | 'skipped';

/** One station of a call's way up, as a person reads it. */
export interface RungView {
  readonly names: readonly Text[];
  readonly mine: boolean;
  readonly state: RungState;
  readonly code: string | null;
  /** When it was or will be asked. */
  readonly at: number;
  /** ms until it falls due (todo), or since it was asked. */
  readonly ms: number;
}

export function rungsOf(world: World, alert: AlertView): RungView[] {
  const mine = myPositionIds(world);
  const open = alert.state === 'open';
  // Once somebody has taken it, nobody comes next.
  return alert.ladder
    .filter((step) => open || step.state !== 'waiting')
    .map((step) => ({
      names: namesOf(world, step),
      mine: step.staff.includes(world.me) || step.positions.some((one) => mine.includes(one)),
      state: stateOf(step),
      code: step.code,
      at: step.fired ?? step.at,
      ms: step.state === 'waiting' ? step.at - world.now : world.now - (step.fired ?? step.at),
    }));
}

function stateOf(step: LadderStep): RungState {
  if (step.state === 'waiting') return 'todo';
  if (step.state === 'asked') return 'ringing';
  return step.state === 'skipped' ? 'skipped' : 'past';
}

/** More names than these say less than the position they stand at. */
const FEW_PEOPLE = 2;
/** More positions than these are the whole venue. */
const FEW_POSITIONS = 4;

/** People first: a name says more than a position, but a list of names says less. */
function namesOf(world: World, { staff, positions }: LadderStep): Text[] {
  if (positions.length > FEW_POSITIONS) return [EVERYONE_NAME];
  const ids = staff.length > 0 && (staff.length <= FEW_PEOPLE || positions.length === 0) ? staff : positions;
  return ids.flatMap((id) => nameOf(world, id) ?? []);
}

/** Who comes after me when I cannot: the next rung that still waits. */
export function nextAfterMe(world: World, alert: AlertView): Text | null {
  return rungsOf(world, alert).find((rung) => rung.state === 'todo' && !rung.mine)?.names[0] ?? null;
}

/** How far a call came with one person. */
export interface Heard {
  readonly staff: string;
  readonly name: Text;
  readonly position: Text | null;
  readonly delivered: number | null;
  readonly heard: number | null;
  readonly how: string | null;
  readonly answer: { kind: string; at: number; minutes: number | null } | null;
  readonly done: number | null;
}

/** Everybody whom the call asks or asked, with how far it came. Nothing is filled in by guess. */
export function heardBy(world: World, alert: AlertView): Heard[] {
  const receipts = new Map(world.views.receipts.get(alert.id)?.people.map((one) => [one.staff, one]) ?? []);
  const people = new Map<string, string | null>();
  const ask = (staff: readonly string[], positions: readonly string[]) => {
    for (const id of positions) for (const one of world.views.positions.get(id)?.holders ?? []) people.set(one, id);
    for (const id of staff) people.set(id, people.get(id) ?? null);
  };
  for (const step of alert.ladder)
    if (step.state !== 'waiting' && step.state !== 'skipped') ask(step.staff, step.positions);
  ask(alert.asks.staff, alert.asks.positions);
  for (const answer of alert.answers) if (!people.has(answer.staff)) people.set(answer.staff, answer.position);
  return [...people].flatMap(([staff, position]) => heardOf(world, alert, staff, position, receipts.get(staff)));
}

function heardOf(
  world: World,
  alert: AlertView,
  staff: string,
  position: string | null,
  receipt: Receipt | undefined,
): Heard[] {
  const name = nameOf(world, staff);
  if (!name) return [];
  const answers = alert.answers.filter((one) => one.staff === staff);
  const answer = answers.filter((one) => one.kind !== 'done').at(-1);
  const held = position ?? world.views.staff.get(staff)?.positions[0];
  return [
    {
      staff,
      name,
      position: nameOf(world, held),
      delivered: receipt?.delivered ?? null,
      heard: receipt?.heard ?? null,
      how: receipt?.how ?? null,
      answer: answer ? { kind: answer.kind, at: answer.at, minutes: answer.minutes ?? null } : null,
      done: answers.find((one) => one.kind === 'done')?.at ?? null,
    },
  ];
}

/** This person's calls, newest first: asked, sent or answered. */
export function history(world: World): AlertView[] {
  const mine = myPositionIds(world);
  return [...world.views.alerts.values()]
    .filter((one) => one.staff === world.me || asks(one, world.me, mine) || wasAsked(one, world.me, mine))
    .sort((a, b) => b.raised - a.raised);
}

function wasAsked(alert: AlertView, me: string, mine: readonly string[]): boolean {
  return (
    alert.answers.some((one) => one.staff === me) ||
    alert.ladder.some(
      (step) =>
        step.state !== 'waiting' && (step.staff.includes(me) || step.positions.some((one) => mine.includes(one))),
    )
  );
}

import type { AlertView, ItemView, PlaceView, PositionView, StaffView, Text } from '../../protocol/contracts.gen.ts';
import { asks } from '../events.ts';
import { rankOf } from '../ring.ts';
import { addressOf, booksInForce, myPositionIds, type World } from '../world.ts';
import { isOpen } from './alerts.ts';
import { type Card, cards } from './guests.ts';
import { type PlaceKind, placeKinds } from './places.ts';

/** Something that needs a person now: a call nobody has taken, or a position nobody stands at. */
export type Need =
  | { kind: 'call'; alert: AlertView; hot: boolean; mine: boolean; ms: number; card: Card | null }
  | { kind: 'position'; position: PositionView; hot: true; ms: number }
  /** Several that nobody stands at and for which nothing is open: one quiet line. */
  | { kind: 'positions'; positions: readonly PositionView[]; hot: false; ms: number };

/** More empty positions than these at once are the ordinary case of a small crew, not an event. */
const UNMANNED_NAMED = 3;

/** Escalated to the reader, then unmanned, then unanswered by the time left to the next step. */
export function needs(world: World): Need[] {
  const mine = myPositionIds(world);
  const calls = [...world.views.alerts.values()]
    .filter((alert) => alert.state === 'open' && rankOf(alert.kind) > 0 && alert.answer !== 'none')
    .map((alert): Need => {
      const forMe = asks(alert, world.me, mine);
      const journey = alert.journey ? world.views.journeys.get(alert.journey) : undefined;
      return {
        kind: 'call',
        alert,
        mine: forMe,
        hot: forMe || alert.exhausted || alert.ladder.some((step) => step.state === 'skipped'),
        ms: world.now - alert.raised,
        card: journey ? (cards(world, (card) => card.journey === journey)[0] ?? null) : null,
      };
    });
  return [...calls, ...unmannedNeeds(world)].sort((a, b) => classOf(a) - classOf(b) || b.ms - a.ms);
}

/** Empty positions that no open call shows already: each a need, or one line for many. Whoever is there but lost is always named. */
function unmannedNeeds(world: World): Need[] {
  const open = [...world.views.alerts.values()].filter((alert) => alert.state === 'open');
  const empty = [...world.views.positions.values()]
    .filter((one) => one.unmanned && !open.some((alert) => isSkippedAt(alert, one.id)))
    .sort((a, b) => a.order - b.order);
  const free = empty.filter((one) => one.holders.length === 0);
  const many = free.length > UNMANNED_NAMED ? free : [];
  const named = empty.filter((one) => !many.includes(one));
  return [
    ...named.map(
      (position): Need => ({ kind: 'position', position, hot: true, ms: world.now - (position.since ?? world.now) }),
    ),
    ...(many.length > 0 ? [{ kind: 'positions', positions: many, hot: false, ms: 0 } as const] : []),
  ];
}

function isSkippedAt(alert: AlertView, position: string): boolean {
  return alert.ladder.some((step) => step.state === 'skipped' && step.positions.includes(position));
}

function classOf(need: Need): number {
  if (need.kind === 'positions') return 4;
  if (need.kind === 'position') return 1;
  return need.mine ? 0 : need.hot ? 2 : 3;
}

export interface Lane {
  readonly id: string;
  readonly name: Text;
  readonly count: number;
  readonly use: string | null;
  readonly late: number;
  readonly cards: readonly Card[];
}

/** The board's columns, each with who stands in it: over the target first, then by share of it used. */
export function lanes(world: World): Lane[] {
  const uses = new Map<string, string | null>();
  for (const book of booksInForce(world)) {
    for (const stage of book.stages.values()) if (!uses.has(stage.column)) uses.set(stage.column, stage.use);
  }
  const ended = (id: string) => uses.get(id) === 'ended';
  const columns = world.views.venue?.columns ?? [];
  // Of the ways to end the first has its list; another is a count, and none at all when nobody ended so.
  const first = columns.find((column) => ended(column.id));
  return columns
    .filter((column) => !ended(column.id) || column === first || column.count > 0)
    .map((column) => {
      const use = uses.get(column.id) ?? null;
      const inside = cards(world, (card) => card.journey.column === column.id && !card.journey.ended);
      const late = inside.filter((card) => (use === 'expected' ? isOverdue(card, world.now) : card.late));
      return { ...column, use, late: late.length, cards: inside.sort(use === 'expected' ? byEta : byNeed) };
    });
}

export function isOverdue(card: Card, now: number): boolean {
  return card.journey.eta != null && card.journey.eta < now;
}

function byEta(a: Card, b: Card): number {
  return (a.journey.eta ?? 0) - (b.journey.eta ?? 0);
}

function byNeed(a: Card, b: Card): number {
  return Number(b.late) - Number(a.late) || share(b) - share(a) || a.journey.since - b.journey.since;
}

function share(card: Card): number {
  return card.target ? card.elapsed / card.target : 0;
}

export interface Post {
  readonly position: PositionView;
  readonly holders: readonly StaffView[];
  /** `empty`: nobody stands there, and many such, and nothing is open for it: no reason for red. */
  readonly look: 'hot' | 'warm' | 'empty' | 'ok';
}

/** Positions that are not fine come first. */
export function posts(world: World): Post[] {
  const rank = { hot: 0, warm: 1, empty: 2, ok: 3 };
  const quiet = new Set(unmannedNeeds(world).flatMap((need) => (need.kind === 'positions' ? need.positions : [])));
  const unmanned = (position: PositionView) => (quiet.has(position) ? 'empty' : 'hot');
  return [...world.views.positions.values()]
    .map((position): Post => {
      const holders = position.holders.flatMap((id) => world.views.staff.get(id) ?? []);
      const limited = holders.some((one) => one.reach !== 'sound' || one.state === 'away' || one.lostSince != null);
      return { position, holders, look: position.unmanned ? unmanned(position) : limited ? 'warm' : 'ok' };
    })
    .sort((a, b) => rank[a.look] - rank[b.look] || a.position.order - b.position.order);
}

export interface Resource extends PlaceKind {
  readonly free: readonly PlaceView[];
}

/** Places by kind, and those of them that are free. */
export function resources(world: World): Resource[] {
  return placeKinds(world).map((one) => ({ ...one, free: one.all.filter((place) => place.state === 'free') }));
}

/** Stored things that are still here, those of a guest who is leaving first. */
export function stored(world: World): ItemView[] {
  return [...world.views.items.values()]
    .filter((one) => one.tag != null && one.state === 'open')
    .sort((a, b) => Number(b.late) - Number(a.late));
}

export function ownerOf(world: World, item: { journey: string | null }): string {
  const journey = item.journey ? world.views.journeys.get(item.journey) : undefined;
  return journey ? addressOf(world, journey) : '';
}

/** Open calls for the page of calls: those that need somebody first, then those being worked on. */
export function calls(world: World): AlertView[] {
  const rank = (alert: AlertView) => (alert.state === 'open' ? 0 : 1);
  return [...world.views.alerts.values()]
    .filter((one) => isOpen(one) && rankOf(one.kind) > 0)
    .sort((a, b) => rank(a) - rank(b) || a.raised - b.raised);
}

export function closedCalls(world: World, most: number): AlertView[] {
  return [...world.views.alerts.values()]
    .filter((one) => !isOpen(one) && rankOf(one.kind) > 0)
    .sort((a, b) => (b.closed ?? 0) - (a.closed ?? 0))
    .slice(0, most);
}

/** Who can be sent to a position: on duty, within reach, the least busy first. */
export function coversFor(world: World, position: string): StaffView[] {
  const may = (one: StaffView) => Number(one.allowed.includes(position));
  return [...world.views.staff.values()]
    .filter((one) => one.state === 'on' && one.reach !== 'none' && !one.positions.includes(position))
    .sort((a, b) => may(b) - may(a) || a.hosting.length - b.hosting.length || a.id.localeCompare(b.id));
}

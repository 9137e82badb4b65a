import { completeView } from '../protocol/complete.ts';
import type {
  AlertView,
  Changes,
  GuestView,
  ItemView,
  JourneyView,
  PlaceView,
  PositionView,
  ReceiptView,
  SessionView,
  StaffView,
  VenueView,
  View,
} from '../protocol/contracts.gen.ts';

type Dictionary<T> = ReadonlyMap<string, T>;

/** Everything the device knows of its venue: nine dictionaries, one row, and how far it has come. */
export interface Views {
  readonly seq: number;
  readonly mark: string;
  readonly venue: VenueView | null;
  readonly guests: Dictionary<GuestView>;
  readonly journeys: Dictionary<JourneyView>;
  readonly alerts: Dictionary<AlertView>;
  readonly receipts: Dictionary<ReceiptView>;
  readonly items: Dictionary<ItemView>;
  readonly positions: Dictionary<PositionView>;
  readonly staff: Dictionary<StaffView>;
  readonly places: Dictionary<PlaceView>;
  readonly sessions: Dictionary<SessionView>;
}

export type Applied = { kind: 'applied'; views: Views } | { kind: 'gap'; from: number };

const NOTHING: Dictionary<never> = new Map<string, never>();

export const noViews: Views = {
  seq: 0,
  mark: '',
  venue: null,
  guests: NOTHING,
  journeys: NOTHING,
  alerts: NOTHING,
  receipts: NOTHING,
  items: NOTHING,
  positions: NOTHING,
  staff: NOTHING,
  places: NOTHING,
  sessions: NOTHING,
};

const ONE_OF: Record<string, keyof Views> = {
  guest: 'guests',
  journey: 'journeys',
  alert: 'alerts',
  receipt: 'receipts',
  item: 'items',
  position: 'positions',
  staff: 'staff',
  place: 'places',
  session: 'sessions',
};

/**
 * The one rule of the wire. A message whose `from` is ahead of the cursor has a hole before it: nothing is applied,
 * the whole is fetched. A repeated or older message changes nothing, because a view only gives way to a newer one.
 */
export function applyChanges(before: Views, changes: Changes): Applied {
  if (!changes.reset && changes.from > before.seq) return { kind: 'gap', from: changes.from };
  const base = changes.reset ? noViews : before;
  const gone = (kind: keyof Views) =>
    (changes.gone ?? []).filter((one) => ONE_OF[one.kind] === kind).map((one) => one.id);
  const merged = <T extends View>(kind: keyof Views, had: Dictionary<T>, came: readonly T[] | null | undefined) =>
    merge(kind, had, came ?? [], gone(kind));
  const venue = changes.venue ? completeView('venue', changes.venue) : null;
  // Heads and repeats may lag behind what was already applied; the cursor never goes back but by a reset.
  const ahead = changes.reset || changes.to >= before.seq;
  return {
    kind: 'applied',
    views: {
      seq: ahead ? changes.to : before.seq,
      mark: ahead ? changes.mark : before.mark,
      venue: venue && venue.seq >= (base.venue?.seq ?? -1) ? venue : base.venue,
      guests: merged('guests', base.guests, changes.guests),
      journeys: merged('journeys', base.journeys, changes.journeys),
      alerts: merged('alerts', base.alerts, changes.alerts),
      receipts: merged('receipts', base.receipts, changes.receipts),
      items: merged('items', base.items, changes.items),
      positions: merged('positions', base.positions, changes.positions),
      staff: merged('staff', base.staff, changes.staff),
      places: merged('places', base.places, changes.places),
      sessions: merged('sessions', base.sessions, changes.sessions),
    },
  };
}

function merge<T extends View>(
  kind: string,
  had: Dictionary<T>,
  came: readonly T[],
  gone: readonly string[],
): Dictionary<T> {
  if (came.length === 0 && gone.length === 0) return had;
  const next = new Map(had);
  for (const view of came) {
    const old = next.get(view.id);
    if (!old || view.seq > old.seq) next.set(view.id, completeView(kind, view));
  }
  for (const id of gone) next.delete(id);
  return next;
}

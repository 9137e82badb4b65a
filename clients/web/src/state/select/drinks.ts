import type { AlertView } from '../../protocol/contracts.gen.ts';
import { myPositionIds, type World } from '../world.ts';
import { ringing, taken } from './alerts.ts';
import { type Card, cardOf } from './guests.ts';
import { type Step, stepBy } from './steps.ts';

/** A guest who waits for something that is brought to the table. */
export interface Order {
  readonly alert: AlertView;
  readonly card: Card | null;
  /** The trigger that says it was brought; null: the call's own 完成. */
  readonly serve: Step | null;
  /** ms since it was called for, and what it may take. */
  readonly waited: number;
  readonly target: number | null;
  readonly late: boolean;
}

/** What was called for and not yet brought, by waiting time: the first is the floor. */
export function orders(world: World): Order[] {
  const mine = myPositionIds(world);
  const open = [...taken(world), ...ringing(world).filter((one) => one.wantsDone)];
  return open
    .map((alert) => {
      const journey = alert.journey ? world.views.journeys.get(alert.journey) : undefined;
      const waited = world.now - alert.raised;
      const due = dueOf(world, alert, mine);
      const target = due === null ? null : due - alert.raised;
      return {
        alert,
        card: journey ? cardOf(world, journey) : null,
        serve: journey ? stepBy(world, journey, 'serve') : null,
        waited,
        target,
        late: target !== null && waited > target,
      };
    })
    .sort((a, b) => Number(b.late) - Number(a.late) || b.waited - a.waited);
}

/** When the positions' item of the same journey falls due, else when the call goes on to the next. */
function dueOf(world: World, alert: AlertView, mine: readonly string[]): number | null {
  for (const item of world.views.items.values()) {
    if (item.journey !== alert.journey || item.state !== 'open' || item.due == null) continue;
    if (item.positions.some((one) => mine.includes(one))) return item.due;
  }
  return alert.next ?? null;
}

import type { AlertView } from '../protocol/contracts.gen.ts';
import type { Views } from './views.ts';

/** What just happened that this person must hear or see, told by comparing two sets of views. */
export type Happening =
  /** Somebody answered a call that I sent: one click and who. */
  | { kind: 'answered'; alert: AlertView; staff: string; answer: string; minutes: number | null }
  /** A call that rang here is taken by another, withdrawn, or no longer needed. */
  | { kind: 'ended'; alert: AlertView };

/** Whether an alert asks this person now and waits for them. The only rule a client has. */
export function ringsFor(alert: AlertView, me: string, positions: readonly string[]): boolean {
  if (alert.state !== 'open') return false;
  if (!asks(alert, me, positions)) return false;
  return !alert.answers.some((answer) => answer.staff === me && (answer.kind !== 'delay' || answer.until));
}

/** On duty (`positions` are those held now), not the sender, and asked by name or at a position. */
export function asks(alert: AlertView, me: string, positions: readonly string[]): boolean {
  if (positions.length === 0 || alert.staff === me) return false;
  return alert.asks.staff.includes(me) || alert.asks.positions.some((one) => positions.includes(one));
}

/** Compares before and after. After a reset nothing is old news: what ended meanwhile only shows in the history. */
export function happenings(before: Views, after: Views, me: string): Happening[] {
  if (before.alerts === after.alerts || before.seq === 0) return [];
  const found: Happening[] = [];
  const mine = after.staff.get(me)?.positions ?? [];
  for (const alert of after.alerts.values()) {
    const was = before.alerts.get(alert.id);
    if (!was || was === alert) continue;
    found.push(...newAnswers(was, alert, me));
    if (ringsFor(was, me, mine) && alert.state !== 'open' && !answeredBy(alert, me)) {
      found.push({ kind: 'ended', alert });
    }
  }
  return found;
}

function newAnswers(was: AlertView, alert: AlertView, me: string): Happening[] {
  if (alert.staff !== me) return [];
  return alert.answers
    .slice(was.answers.length)
    .filter((answer) => answer.staff !== me)
    .map((answer) => ({
      kind: 'answered',
      alert,
      staff: answer.staff,
      answer: answer.kind,
      minutes: answer.minutes ?? null,
    }));
}

function answeredBy(alert: AlertView, staff: string): boolean {
  return alert.answers.some((answer) => answer.staff === staff);
}

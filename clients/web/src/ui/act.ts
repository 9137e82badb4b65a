import type { AlertView, JourneyView, TriggerWords } from '../protocol/contracts.gen.ts';
import { Kinds } from '../protocol/contracts.gen.ts';
import type { App } from '../state/app.ts';
import type { Book } from '../state/book.ts';
import { questions } from '../state/select/steps.ts';
import { addressOf, bookFor } from '../state/world.ts';
import { text } from './words/language.ts';
import { say } from './words/words.ts';

/** 赵女士到了: how an act reads while it waits, and in the history of this device. */
export function fact(address: string, trigger: TriggerWords): string {
  const words = text(trigger.done);
  return trigger.use === 'arrive' && address ? say('isHere', { who: address }) : `${address} ${words}`.trim();
}

/** Pulls a trigger: at once when all it needs is known, else by way of the page that asks. */
export function pull(app: App, journey: JourneyView, trigger: TriggerWords): void {
  const world = app.world.peek();
  const book = bookFor(world, journey);
  if (!book) return;
  const asked = questions(world, book, trigger, journey);
  const open = asked.some((one) => one.needed && one.known === null);
  if (open) {
    app.pages.go({ name: 'ask', book: book.doc.hash, trigger: trigger.id, journey: journey.id });
    return;
  }
  const fields = Object.fromEntries(asked.flatMap((one) => (one.known === null ? [] : [[one.field.id, one.known]])));
  send(app, book, trigger, journey, fields);
}

export function send(
  app: App,
  book: Book,
  trigger: TriggerWords,
  journey: JourneyView | null,
  fields: Record<string, string>,
): string {
  const world = app.world.peek();
  const address = journey ? addressOf(world, journey) : (fields[addressField(book)] ?? '');
  const args: Record<string, string> = journey
    ? { journey: journey.id, trigger: trigger.id }
    : { playbook: book.doc.id, trigger: trigger.id };
  return app.do({ kind: Kinds.pull, args, fields, says: fact(address, trigger) });
}

function addressField(book: Book): string {
  for (const field of book.fields.values()) if (field.use === 'address') return field.id;
  return '';
}

export function undo(app: App, journey: JourneyView, what: string): void {
  app.do({ kind: Kinds.undo, args: { journey: journey.id }, says: `${say('undone')}：${what}` });
}

export function acknowledge(app: App, alert: AlertView): void {
  app.do({ kind: Kinds.alertAcknowledge, args: { alert: alert.id }, says: `${say('copy')}：${headOf(alert)}` });
}

export function delay(app: App, alert: AlertView, minutes: number): void {
  const args = { alert: alert.id, minutes: String(minutes) };
  app.do({ kind: Kinds.alertDelay, args, says: `${say('waitN', { n: minutes })}：${headOf(alert)}` });
}

export function decline(app: App, alert: AlertView): void {
  app.do({ kind: Kinds.alertDecline, args: { alert: alert.id }, says: `${say('cannot')}：${headOf(alert)}` });
}

export function finish(app: App, alert: AlertView): void {
  app.do({ kind: Kinds.alertDone, args: { alert: alert.id }, says: `${say('doneCall')}：${headOf(alert)}` });
}

/** The words of a call on one line. */
export function headOf(alert: AlertView): string {
  return text(alert.screen).split('\n').join(' ');
}

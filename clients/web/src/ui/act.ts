import type { AlertView, JourneyView, TriggerWords } from '../protocol/contracts.gen.ts';
import { Kinds } from '../protocol/contracts.gen.ts';
import type { App } from '../state/app.ts';
import type { Book } from '../state/book.ts';
import { leadingStep, questions } from '../state/select/steps.ts';
import { addressOf, bookFor, myPositions, type World } from '../state/world.ts';
import { text } from './words/language.ts';
import { say } from './words/words.ts';

/** 赵女士到了: how an act reads while it waits, and in the history of this device. */
export function fact(address: string, trigger: TriggerWords): string {
  const words = text(trigger.done);
  return trigger.use === 'arrive' && address ? say('isHere', { who: address }) : `${address} ${words}`.trim();
}

/**
 * Pulls a trigger: at once when all it needs is known, else by way of the page that asks. Whoever sits with a guest
 * (`asks`) is also asked for what may be left out; whoever has both hands at a car door never is.
 */
export function pull(app: App, journey: JourneyView, trigger: TriggerWords, asks = false): void {
  const world = app.world.peek();
  const book = bookFor(world, journey);
  if (!book) return;
  const asked = questions(world, book, trigger, journey);
  if (asked.some((one) => (one.needed || asks) && one.known === null)) {
    app.pages.go({ name: 'ask', book: book.doc.hash, trigger: trigger.id, journey: journey.id });
    return;
  }
  const fields = Object.fromEntries(asked.flatMap((one) => (one.known === null ? [] : [[one.field.id, one.known]])));
  send(app, book, trigger, journey, fields);
}

// Positions whose people have a hand free while a guest is with them.
const ASKING_SCREENS = ['host', 'calls', 'desk', 'watch'];

/** Whether this person's screen asks for what may be left out. */
export function mayAsk(world: World): boolean {
  return myPositions(world).every((one) => ASKING_SCREENS.includes(one.screen));
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

/** 收到; and where the call is about a guest whom this person brings on, the page of that guest. */
export function acknowledge(app: App, alert: AlertView): void {
  const world = app.world.peek();
  const journey = alert.journey ? world.views.journeys.get(alert.journey) : undefined;
  if (journey && leadingStep(world, journey)) app.pages.go({ name: 'journey', journey: journey.id });
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

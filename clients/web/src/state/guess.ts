import { type JourneyView, Kinds } from '../protocol/contracts.gen.ts';
import type { Books } from './book.ts';
import type { Outbox, Waiting } from './outbox.ts';
import type { Views } from './views.ts';

/**
 * The views as they will be when what waits has been taken: a trigger has moved its journey, an answer is given,
 * an item is ticked. Only the screen sees it; a refused one falls out of the outbox's waiting part and is gone.
 */
export function guess(views: Views, outbox: Outbox, books: Books, me: string): Views {
  const open = outbox.filter((one) => one.state === 'waiting' || one.state === 'sent');
  return open.reduce((seen, one) => guessOne(seen, one, books, me), views);
}

function guessOne(views: Views, { command }: Waiting, books: Books, me: string): Views {
  const { args, kind, madeAt } = command;
  if (kind === Kinds.pull) return moved(views, args.journey, args.trigger, command.fields ?? {}, madeAt, books);
  if (kind === Kinds.itemTick || kind === Kinds.itemSkip) {
    const item = views.items.get(args.item ?? '');
    if (!item) return views;
    const state = kind === Kinds.itemTick ? 'done' : 'skipped';
    return { ...views, items: new Map(views.items).set(item.id, { ...item, state, staff: me, at: madeAt }) };
  }
  const answer = ANSWERS[kind];
  const alert = answer && views.alerts.get(args.alert ?? '');
  if (!answer || !alert) return views;
  const minutes = args.minutes ? Number(args.minutes) : null;
  const answers = [...alert.answers, { staff: me, position: null, kind: answer, at: madeAt, minutes, until: null }];
  const state = answer === 'delay' ? 'delayed' : alert.state;
  return { ...views, alerts: new Map(views.alerts).set(alert.id, { ...alert, answers, state }) };
}

const ANSWERS: Record<string, string> = {
  [Kinds.alertAcknowledge]: 'ack',
  [Kinds.alertDelay]: 'delay',
  [Kinds.alertDecline]: 'decline',
  [Kinds.alertDone]: 'done',
};

function moved(
  views: Views,
  id: string | undefined,
  trigger: string | undefined,
  fields: Record<string, string>,
  at: number,
  books: Books,
): Views {
  const journey = views.journeys.get(id ?? '');
  const words = journey && books.get(journey.words)?.triggers.get(trigger ?? '');
  if (!journey || !words) return views;
  const facts = { ...journey.facts, ...fields };
  const stage = words.to ? books.get(journey.words)?.stages.get(words.to) : undefined;
  const next: JourneyView = stage
    ? { ...journey, facts, stage: stage.id, column: stage.column, since: at, targetSeconds: stage.targetSeconds }
    : { ...journey, facts };
  return { ...views, journeys: new Map(views.journeys).set(journey.id, next) };
}

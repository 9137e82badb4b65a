import { effect, signal } from '@preact/signals';
import type { AlertView } from '../../protocol/contracts.gen.ts';
import type { App } from '../../state/app.ts';
import { type Happening, happenings } from '../../state/events.ts';
import { dueToRing, rankOf } from '../../state/ring.ts';
import { ringing } from '../../state/select/alerts.ts';
import type { Views } from '../../state/views.ts';
import { nameOf } from '../../state/world.ts';
import { language, text } from '../words/language.ts';
import { say } from '../words/words.ts';
import type { Player } from './player.ts';
import { toneOf } from './tones.ts';

/** "请用电话" is said again as long as nobody can be heard. */
const LOST_AGAIN_MS = 60_000;
/** How long a page says that a call was taken elsewhere. */
const ENDED_SHOWN_MS = 4_000;
/** A call that rang before a guess or a reload is not shown as new. */
const NEVER = Number.NEGATIVE_INFINITY;

/** The call that has just ended elsewhere, while its page still says so. */
export const ended = signal<AlertView | null>(null);
/** How often each open call has rung on this device. */
export const rings = signal<ReadonlyMap<string, number>>(new Map());

/** Plays what rings, says who answered, and says when the hub is gone. Answers how to stop. */
export function startRinger(app: App, player: Player): () => void {
  const rung = new Map<string, number>();
  let playing = false;
  let before: Views = app.known.peek();
  let lostSaid = NEVER;
  let endedTimer: ReturnType<typeof setTimeout> | undefined;

  const ring = async (alert: AlertView) => {
    playing = true;
    rung.set(alert.id, app.clock.exact());
    rings.value = new Map(rings.peek()).set(alert.id, (rings.peek().get(alert.id) ?? 0) + 1);
    const words = spokenWords(app, alert);
    const how = await player.play(toneOf(alert.kind), words, language.peek()).catch(() => 'screen' as const);
    app.reporter?.heard(alert, how, app.known.peek().seq);
    playing = false;
  };

  const stopRinging = effect(() => {
    const world = app.world.value;
    const open = ringing(world);
    app.reporter?.delivered(open, world.views.seq);
    if (playing || app.session.value === null) return;
    const due = dueToRing(open, rung, world.now);
    if (due) void ring(due);
  });

  const stopWatching = effect(() => {
    const after = app.known.value;
    for (const one of happenings(before, after, app.session.peek()?.staff ?? '')) tell(one);
    before = after;
  });

  const tell = (one: Happening) => {
    if (one.kind === 'ended') {
      if (rankOf(one.alert.kind) === 0) return;
      ended.value = one.alert;
      clearTimeout(endedTimer);
      endedTimer = setTimeout(() => {
        ended.value = null;
      }, ENDED_SHOWN_MS);
      return;
    }
    const who = text(nameOf(app.world.peek(), one.staff));
    void player.play('click', answerWords(who, one), language.peek()).catch(() => undefined);
  };

  const stopContact = effect(() => {
    const contact = app.clock.contact.value;
    if (app.session.value === null) return;
    const now = performance.now();
    if (contact.kind === 'lost' && now - lostSaid >= LOST_AGAIN_MS) {
      lostSaid = now;
      void player.play('lost', say('lostSpoken'), language.peek()).catch(() => undefined);
    } else if (contact.kind === 'live' && lostSaid !== NEVER) {
      lostSaid = NEVER;
      void player.play('back', null, language.peek()).catch(() => undefined);
    }
  });

  return () => {
    stopRinging();
    stopWatching();
    stopContact();
    clearTimeout(endedTimer);
  };
}

/** The call, and what it tells one's own position besides. */
function spokenWords(app: App, alert: AlertView): string {
  const world = app.world.peek();
  const mine = world.views.staff.get(world.me)?.positions ?? [];
  return [alert.ear, ...mine.flatMap((position) => alert.lines?.[position] ?? [])].map(text).join(' ');
}

/** What the sender hears: who, and what they said. */
export function answerWords(who: string, one: Extract<Happening, { kind: 'answered' }>): string {
  if (one.answer === 'decline') return say('answeredCannot', { who });
  if (one.answer === 'done') return say('answeredDone', { who });
  if (one.answer === 'delay') {
    const wait = say('answeredWait', { who, n: one.minutes ?? 0 });
    const sentence = text(one.alert.answeredWords);
    return sentence ? `${wait}。${say('sayToGuest')}：${sentence}` : wait;
  }
  return say('answeredIn', { who });
}

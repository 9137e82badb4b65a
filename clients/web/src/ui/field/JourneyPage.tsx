import type { ItemView, JourneyView } from '../../protocol/contracts.gen.ts';
import { Kinds } from '../../protocol/contracts.gen.ts';
import { rankOf } from '../../state/ring.ts';
import { alertsOf, isOpen } from '../../state/select/alerts.ts';
import { type Card, cardOf, itemsOf } from '../../state/select/guests.ts';
import { calledPlaces, mainStep, questions, type Step, stepsFor } from '../../state/select/steps.ts';
import { bookFor, myPositionIds, nameOf, type World, zoneOf } from '../../state/world.ts';
import { headOf, mayAsk, pull } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Hold } from '../parts/Hold.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Tail } from '../parts/Plate.tsx';
import { Press } from '../parts/Press.tsx';
import { Run, span } from '../parts/Run.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { text } from '../words/language.ts';
import { clock, clockSeconds } from '../words/time.ts';
import { say, type Word } from '../words/words.ts';
import { MainFloor } from './MainFloor.tsx';
import { UndoBar } from './UndoBar.tsx';

/** More than these do not fit above the floor of a small phone. */
const SECONDS = 3;
/** Of the way so far only the end is needed here; the whole is the board's. */
const STEPS_SHOWN = 3;

/** One guest on the line: what was, where they are, what is to do; the floor leads on. */
export function JourneyPage({ id }: { id: string }) {
  const world = useWorld();
  const app = useApp();
  const journey = world.views.journeys.get(id);
  if (!journey)
    return (
      <Screen name={`journey ${id}`} title={say('inHand', { n: 0 })} dock={<MainFloor journey={null} />}>
        <Empty words={say('noGuest')} help={say('noGuestHelp')} />
      </Screen>
    );
  const card = cardOf(world, journey);
  const steps = stepsFor(world, journey);
  const main = mainStep(world, journey);
  const others = beside(steps, main);
  const rare = steps.filter((step) => step.trigger.id !== main?.trigger.id && !others.includes(step));
  const calls = [...world.views.alerts.values()].some((alert) => alert.journey === id);
  return (
    <Screen
      name={`journey ${id}`}
      title={text(card.stage?.name)}
      end={card.journey.drill ? say('drill') : undefined}
      line
      dock={
        <>
          <UndoBar journey={journey} />
          <div class="seconds">
            {main && <Supplement journey={journey} step={main} />}
            {others.slice(0, SECONDS).map((step) => (
              <Second key={step.trigger.id} journey={journey} step={step} />
            ))}
            {others.length < SECONDS && calls && (
              <Press class="btn" id="heard" onPress={() => app.pages.go({ name: 'heard', journey: id, alert: null })}>
                {say('whoHeard')}
              </Press>
            )}
            {others.length < SECONDS - 1 && (
              <Press class="btn" id="phrases" onPress={() => app.pages.go({ name: 'phrases', journey: id })}>
                {say('phrases')}
              </Press>
            )}
          </div>
          <MainFloor journey={journey} />
        </>
      }
    >
      <JourneyTrack card={card} world={world} more={[...others.slice(SECONDS), ...rare]} />
    </Screen>
  );
}

// Possible at almost any time and hardly ever meant: below the line, where no thumb is by accident.
const RARE = ['end', 'cancel', 'no-show', 'change-host', 'move-eta'];

/** What else may be done, beside the floor. */
export function beside(steps: readonly Step[], main: Step | null): Step[] {
  return steps.filter((step) => step.trigger.id !== main?.trigger.id && !RARE.includes(step.trigger.use ?? ''));
}

/** Longer words are set smaller: a second row is never three lines high. */
const LONG_WORDS = 5;

/** What the floor's trigger would also take: asked only when somebody has a hand free to say so. */
export function Supplement({ journey, step }: { journey: JourneyView; step: Step }) {
  const app = useApp();
  const world = useWorld();
  const book = bookFor(world, journey);
  const open = book && questions(world, book, step.trigger, journey).filter((one) => !one.needed && one.known === null);
  if (!book || !open || open.length === 0 || mayAsk(world)) return null;
  return (
    <Press
      class="btn"
      id="supplement"
      onPress={() => app.pages.go({ name: 'ask', book: book.doc.hash, trigger: step.trigger.id, journey: journey.id })}
    >
      {open
        .slice(0, 2)
        .map((one) => text(one.field.name))
        .join('·')}
    </Press>
  );
}

export function Second({ journey, step }: { journey: JourneyView; step: Step }) {
  const app = useApp();
  const words = text(step.trigger.name);
  if (step.trigger.hold)
    return (
      <Hold id={`do-${step.trigger.id}`} onHeld={() => pull(app, journey, step.trigger, true)}>
        {words}
        <small>{say('holdSecond')}</small>
      </Hold>
    );
  return (
    <Press
      class={`btn ${words.length > LONG_WORDS ? 'long' : ''}`}
      id={`do-${step.trigger.id}`}
      disabled={step.blocked !== null}
      once={`${journey.id} ${step.trigger.id}`}
      onPress={() => pull(app, journey, step.trigger, true)}
    >
      {words}
    </Press>
  );
}

function JourneyTrack({ card, world, more }: { card: Card; world: World; more: readonly Step[] }) {
  const app = useApp();
  const { journey } = card;
  const zone = zoneOf(world);
  const book = bookFor(world, journey);
  return (
    <ol class="track">
      {journey.steps.slice(-STEPS_SHOWN).map((step) => (
        <li key={`${step.trigger} ${step.at}`} class="past">
          <span class="small">{clockSeconds(step.at, zone)}</span>{' '}
          <b>{text(book?.triggers.get(step.trigger)?.done) || step.trigger}</b>{' '}
          <span class="small">{text(nameOf(world, step.staff))}</span>
        </li>
      ))}
      <li class={`here ${card.late ? 'late' : ''}`}>
        <GuestHead card={card} />
        {card.use === 'leaving' && <CarOf card={card} />}
        <div class="runline">
          <Run elapsed={card.elapsed} target={card.target} />
        </div>
        <Called card={card} world={world} />
        <Facts card={card} />
      </li>
      {itemsOf(world, journey.id).map((item) => (
        <Item key={item.id} item={item} world={world} />
      ))}
      <li class="todo">
        <p class="small">{say('otherSteps')}</p>
        <div class="wrapbtns">
          {more.map((step) => (
            <Second key={step.trigger.id} journey={journey} step={step} />
          ))}
          {!journey.ended && (
            <Press class="btn" id="card" onPress={() => app.pages.go({ name: 'card', journey: journey.id })}>
              {say('cardTitle')}
            </Press>
          )}
        </div>
      </li>
      <li class="fill" aria-hidden="true" />
    </ol>
  );
}

export function GuestHead({ card }: { card: Card }) {
  return (
    <div class="guest">
      <p class="n">
        {card.address} {card.tail && card.use !== 'leaving' && <Tail tail={card.tail} green={card.green} />}
        {card.grade && <span class="tag vip">{text(card.grade)}</span>}
      </p>
      <p class="s">
        {[text(card.visit), card.size ? say('people', { n: card.size }) : '', text(card.where)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}

/** On the way out nothing is larger than the car: its tail and where it stands. */
function CarOf({ card }: { card: Card }) {
  return (
    <div class="carof">
      {card.tail && <Tail tail={card.tail} green={card.green} size="xl" />}
      <p>{text(card.where)}</p>
    </div>
  );
}

/** What was called for this guest: the room that is prepared, and who has answered. */
function Called({ card, world }: { card: Card; world: World }) {
  const book = bookFor(world, card.journey);
  const places = book ? calledPlaces(world, book, card.journey) : [];
  const calls = alertsOf(world, card.journey.id).filter(
    (alert) => alert.staff === world.me && isOpen(alert) && rankOf(alert.kind) > 0,
  );
  return (
    <>
      {places.map((place) => (
        <p key={place.id} class={place.state === 'ready' ? 'ok roomline' : 'roomline'}>
          {place.state === 'ready' && <Icon name="check" />} {text(place.name)}{' '}
          {say(ROOM_WORDS[place.state] ?? 'roomUsed')} <span class="small">{span(world.now - place.since)}</span>
        </p>
      ))}
      {calls.map((alert) => (
        <p key={alert.id} class="small">
          {headOf(alert)} ·{' '}
          {alert.answers[0]
            ? say('stateAcknowledged', { who: text(nameOf(world, alert.answers[0].staff)) })
            : say('stateOpen')}
        </p>
      ))}
    </>
  );
}

const ROOM_WORDS: Record<string, Word> = { reserved: 'roomReserved', ready: 'roomReady', used: 'roomUsed' };

function Facts({ card }: { card: Card }) {
  return (
    <>
      {card.host && <p>{say('hostIs', { who: text(card.host) })}</p>}
      {card.companion && <p>{say('companion', { who: text(card.companion) })}</p>}
      {card.needs.map((need) => (
        <p key={need.zh} class="needline">
          <span class="tag need">
            <Icon name="person" /> {text(need)}
          </span>
        </p>
      ))}
    </>
  );
}

/** Ticked by a tap; taken back is not offered: 没做 says so before the next trigger would tick it. */
function Item({ item, world }: { item: ItemView; world: World }) {
  const app = useApp();
  const mine = item.positions.some((one) => myPositionIds(world).includes(one));
  const done = item.state === 'done';
  const words = item.tag === null ? text(item.name) : `${text(item.name)} · ${say('tag', { n: item.tag })}`;
  const when = item.at ?? item.due;
  return (
    <li class="itemli">
      <Press
        class={`item ${done ? 'done' : ''} ${item.state === 'skipped' ? 'not' : ''} ${item.late && !done ? 'hot' : ''}`}
        id={`item-${item.id}`}
        pressed={done}
        disabled={!mine || item.state !== 'open'}
        onPress={() => app.do({ kind: Kinds.itemTick, args: { item: item.id }, says: words })}
      >
        <span class="box">{done && <Icon name="check" />}</span>
        <span class="w">
          {words}
          <span class="s">{text(nameOf(world, item.staff ?? item.positions[0]))}</span>
        </span>
        <span class="due">{when && <small>{clock(when, zoneOf(world))}</small>}</span>
      </Press>
      {mine && item.state === 'open' && (
        <Press
          class="btn fit skip"
          id={`skip-${item.id}`}
          onPress={() => app.do({ kind: Kinds.itemSkip, args: { item: item.id }, says: `${say('itemNot')}：${words}` })}
        >
          {say('itemNot')}
        </Press>
      )}
    </li>
  );
}

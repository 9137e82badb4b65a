import type { AlertView } from '../../protocol/contracts.gen.ts';
import { openAlerts, unansweredOf } from '../../state/select/alerts.ts';
import { isOverdue, type Lane } from '../../state/select/board.ts';
import type { Card } from '../../state/select/guests.ts';
import { itemsOf } from '../../state/select/guests.ts';
import { nameOf, type World, zoneOf } from '../../state/world.ts';
import { headOf } from '../act.ts';
import { callLines } from '../call/lines.ts';
import { whoIsAsked } from '../field/GuestRow.tsx';
import { Icon } from '../parts/Icon.tsx';
import { span } from '../parts/Run.tsx';
import { text } from '../words/language.ts';
import { clock, minutes } from '../words/time.ts';
import { say as sayField } from '../words/words.ts';
import { say } from './words.ts';

/** With more in a lane those on time shrink to one line; late ones never. */
const FULL = 5;
/** Where the target stands on every bar: one stated scale. */
const TARGET_AT = 60;

export function LaneView({ lane, world, departed }: { lane: Lane; world: World; departed: boolean }) {
  const expected = lane.use === 'expected';
  const gone = lane.use === 'ended';
  const late = lane.late > 0 ? say(expected ? 'lateExpected' : 'lateSome', { n: lane.late }) : '';
  return (
    <section class={`lane ${gone ? 'gone' : ''}`} aria-label={text(lane.name)} data-lane={lane.id}>
      <header class="head">
        <h3>
          <span class="c">{lane.count}</span>
          {text(lane.name)} <span class={`o ${expected || !late ? 'faint' : ''}`}>{late}</span>
        </h3>
        <div class={`stn ${late && !expected ? 'late' : ''}`} />
      </header>
      {expected && lane.cards.map((card) => <Coming key={card.journey.id} card={card} world={world} />)}
      {departed && <Departed world={world} />}
      {!expected && !gone && <Inside cards={lane.cards} world={world} />}
    </section>
  );
}

function Coming({ card, world }: { card: Card; world: World }) {
  const eta = card.journey.eta ?? 0;
  const late = isOverdue(card, world.now);
  const wait = eta - world.now;
  const words = late
    ? [text(card.visit), say('lateMin', { n: minutes(-wait) })]
    : card.grade
      ? [card.size ? sayField('people', { n: card.size }) : '', sayField('tMinus', { n: minutes(wait) })]
      : [text(card.visit), text(card.host)];
  return (
    <div class={`x ${late ? 'late' : ''}`} data-guest={card.journey.id}>
      <span class="num">{clock(eta, zoneOf(world))}</span>
      <b>
        {card.address} {card.grade && <span class="tag vip">{text(card.grade)}</span>}
      </b>
      <span class="small">{words.filter(Boolean).join(' · ')}</span>
    </div>
  );
}

function Departed({ world }: { world: World }) {
  return (
    <>
      {(world.views.venue?.departed ?? []).map((one) => (
        <div class="x" key={one.journey}>
          <b>{text(one.address)}</b>
          <span class="num">{clock(one.at, zoneOf(world))}</span>
          <span class="small wide">{say('stay', { n: one.minutes })}</span>
        </div>
      ))}
    </>
  );
}

function Inside({ cards, world }: { cards: readonly Card[]; world: World }) {
  const crowded = cards.length > FULL;
  return (
    <>
      {cards.map((card) => (
        <Guest key={card.journey.id} card={card} world={world} small={crowded && !card.late} />
      ))}
    </>
  );
}

function Guest({ card, world, small }: { card: Card; world: World; small: boolean }) {
  // On the way round the companion is who is with the guest; before it the host.
  const people =
    card.companion && card.use === 'visiting' ? say('with', { who: text(card.companion) }) : text(card.host);
  return (
    <article class={`g ${card.late ? 'late' : ''}`} data-guest={card.journey.id}>
      <p class="n">
        <span>
          {card.address} {card.grade && <span class="tag vip">{text(card.grade)}</span>}
        </span>
        <span class="t num">{span(card.elapsed)}</span>
      </p>
      {!small && (
        <>
          <p class="m">
            {[card.tail && say('tail', { tail: card.tail }), text(card.where)].filter(Boolean).join(' · ')}
            <Target card={card} />
          </p>
          <Bar card={card} />
          <p class="m">
            {card.visit && <span class="tag">{text(card.visit)}</span>} {people}
          </p>
          <OpenThings card={card} world={world} />
        </>
      )}
    </article>
  );
}

function Target({ card }: { card: Card }) {
  if (!card.target) return null;
  return (
    <span class="tgt">
      {card.late ? (
        <span class="over">{sayField('overBy', { age: span(card.elapsed - card.target) })}</span>
      ) : (
        <span class="small">/ {span(card.target)}</span>
      )}
    </span>
  );
}

function Bar({ card }: { card: Card }) {
  if (!card.target) return null;
  const share = (card.elapsed / card.target) * TARGET_AT;
  const over = Math.min(100, share) - TARGET_AT;
  return (
    <div class={`bar ${card.late ? 'late' : ''}`}>
      <i style={{ width: `${Math.min(share, TARGET_AT)}%` }} />
      {over > 0 && <s style={{ width: `${over}%` }} />}
      <u />
    </div>
  );
}

/** Nobody stands there: that says more than who is asked instead. */
function openWords(world: World, alert: AlertView): string {
  const empty = alert.ladder.find((step) => step.code === 'unmanned')?.positions[0];
  if (empty) {
    const what = callLines(text(alert.screen)).large.at(-1) ?? '';
    return say('unmannedAt', { position: what, n: `${text(nameOf(world, empty))} ${say('unmanned')}` });
  }
  return say('noAnswer', { who: whoIsAsked(world, alert) || headOf(alert) });
}

/** What is open and at whom; what is taken and not done; needs; things to give back. */
function OpenThings({ card, world }: { card: Card; world: World }) {
  const open = unansweredOf(world, card.journey.id);
  const taken = openAlerts(world).find((one) => one.journey === card.journey.id && one.state === 'acknowledged');
  const item = itemsOf(world, card.journey.id).find((one) => one.late && one.state === 'open');
  const who = taken?.answers.find((one) => one.kind === 'ack')?.staff;
  return (
    <>
      {open && (
        <p class={`o ${card.late ? 'now' : 'wait'}`}>
          <Icon name={card.late ? 'warn' : 'repeat'} />
          <span>{openWords(world, open)}</span>
        </p>
      )}
      {!open && taken && (
        <p class="o ok">
          <Icon name="check" />
          <span>
            {say('takenBy', { who: text(nameOf(world, who)) })} · {headOf(taken)}
          </span>
        </p>
      )}
      {card.needs.map((need) => (
        <p key={need.zh} class="o">
          <Icon name="person" />
          <span>{text(need)}</span>
        </p>
      ))}
      {item && (
        <p class="o wait">
          <Icon name="umb" />
          <span>
            {text(item.name)} → {text(nameOf(world, item.positions[0]))}
          </span>
        </p>
      )}
    </>
  );
}

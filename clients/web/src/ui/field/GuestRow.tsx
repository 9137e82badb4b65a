import type { ComponentChildren } from 'preact';
import { unansweredOf } from '../../state/select/alerts.ts';
import type { Card } from '../../state/select/guests.ts';
import { nameOf, type World, zoneOf } from '../../state/world.ts';
import { useWorld } from '../context.ts';
import { Tail } from '../parts/Plate.tsx';
import { Press } from '../parts/Press.tsx';
import { span } from '../parts/Run.tsx';
import { list, text } from '../words/language.ts';
import { clock, minutes } from '../words/time.ts';
import { say } from '../words/words.ts';

/** T− is counted for those who come within this; before it the hour says more. */
const T_MINUS_WITHIN_MS = 120 * 60_000;

/** A guest who is inside: solid line, the time against its target, what is open. */
export function GuestRow(props: {
  card: Card;
  /** Outside a list on the line. */
  flat?: boolean;
  action?: ComponentChildren;
  onPress?: () => void;
}) {
  const { card } = props;
  const world = useWorld();
  const open = unansweredOf(world, card.journey.id);
  const warm = open !== null && !card.late;
  const names = (
    <span>
      <span class="n">
        {card.address} {card.tail && <Tail tail={card.tail} green={card.green} />} <Tags card={card} />
      </span>
      {open ? (
        <span class={card.late ? 's now' : 's wait'}>
          <b>{say('noAnswer', { who: whoIsAsked(world, open), age: span(world.now - open.raised) })}</b>
        </span>
      ) : (
        <span class="s">
          {card.use === 'leaving' && `${text(card.stage?.name)} · `}
          {card.where && `${text(card.where)} · `}
          <b class={card.late ? 'now' : ''}>{span(card.elapsed)}</b>
          {card.target && ` / ${span(card.target)}`}
        </span>
      )}
    </span>
  );
  return (
    <div
      class={`row ${props.flat ? 'flat' : 'solid'} ${card.late ? 'hot' : warm ? 'warm' : ''}`}
      data-guest={card.journey.id}
    >
      {props.onPress ? (
        <Press class="open" onPress={props.onPress}>
          {names}
        </Press>
      ) : (
        names
      )}
      {props.action}
    </div>
  );
}

/** A guest who is still to come: dashed line, the hour, who expects them. */
export function ExpectedRow(props: { card: Card; likely: boolean; onPress: () => void }) {
  const { card } = props;
  const world = useWorld();
  return (
    <Press class="row" id={`expected-${card.journey.id}`} onPress={props.onPress}>
      <span>
        <span class="n">
          {card.address} {props.likely && <span class="tag">{say('likely')}</span>} <Tags card={card} />
        </span>
        <ExpectedWords card={card} world={world} likely={props.likely} />
      </span>
      <Tail tail={card.tail} green={card.green} />
    </Press>
  );
}

export function ExpectedWords(props: { card: Card; world: World; likely?: boolean }) {
  const { card, world } = props;
  const eta = card.journey.eta ?? 0;
  const wait = eta - world.now;
  const soon =
    wait < 0 ? say('late', { n: minutes(-wait) }) : props.likely ? say('inMinutes', { n: minutes(wait) }) : '';
  const grade = card.grade && wait > 0 && wait < T_MINUS_WITHIN_MS ? say('tMinus', { n: minutes(wait) }) : '';
  const size = card.size && card.size > 1 ? say('people', { n: card.size }) : '';
  const parts = [props.likely ? '' : text(card.visit), text(card.host), size, grade, soon].filter(Boolean);
  return (
    <span class="s">
      <b>{clock(eta, zoneOf(world))}</b>
      {parts.map((part) => ` · ${part}`).join('')}
    </span>
  );
}

function Tags({ card }: { card: Card }) {
  return (
    <>
      {card.grade && <span class="tag vip">{text(card.grade)}</span>}
      {card.journey.drill && <span class="tag">{say('drill')}</span>}
    </>
  );
}

/** Who was asked first, and how many more, once a call has climbed. */
const NAMED = 2;

export function whoIsAsked(world: World, alert: { asks: { staff: string[]; positions: string[] } }): string {
  const ids = alert.asks.staff.length > 0 ? alert.asks.staff : alert.asks.positions;
  const names = ids.map((id) => text(nameOf(world, id))).filter(Boolean);
  const [first = ''] = names;
  return names.length > NAMED ? say('andMore', { who: first, n: names.length - 1 }) : list(names);
}

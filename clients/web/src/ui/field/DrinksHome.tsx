import { Kinds } from '../../protocol/contracts.gen.ts';
import { type Order, orders, rounds } from '../../state/select/drinks.ts';
import { choicesOf } from '../../state/select/guests.ts';
import type { World } from '../../state/world.ts';
import { addressOf, bookFor, nameOf, zoneOf } from '../../state/world.ts';
import { decline, finish, pull } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Press } from '../parts/Press.tsx';
import { span } from '../parts/Run.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { isTablet } from '../size.ts';
import { list, text } from '../words/language.ts';
import { clock, clockSeconds } from '../words/time.ts';
import { say } from '../words/words.ts';

/** By waiting time; the first row is the floor. */
export function DrinksHome() {
  const app = useApp();
  const world = useWorld();
  const all = orders(world);
  const [first, ...rest] = all;
  const items = rounds(world, all);
  const tablet = isTablet.value;
  return (
    <Screen
      name="drinks"
      hidden={say('drinksWaiting')}
      line={Boolean(first) && !tablet}
      wide
      dock={
        first ? (
          <>
            <div class="seconds">
              {first.alert && (
                <Press
                  class="btn"
                  id="decline"
                  once={`call ${first.alert.id}`}
                  onPress={() => first.alert && decline(app, first.alert)}
                >
                  {say('cannot')}
                </Press>
              )}
              <Press
                class="btn"
                id="phrases"
                onPress={() => app.pages.go({ name: 'phrases', journey: first.card.journey.id })}
              >
                {say('phrases')}
              </Press>
            </div>
            <Floor
              words={`${first.card.address} ${stepWords(first)}`}
              small={servedWords(world, first)}
              once={`serve ${first.card.journey.id} ${first.asking}`}
              onPress={() => serve(app, first)}
            />
          </>
        ) : (
          <Floor
            words={say('phrases')}
            small={say('phrasesHelp')}
            onPress={() => app.pages.go({ name: 'phrases', journey: null })}
          />
        )
      }
    >
      {all.length === 0 && <Empty words={say('drinksEmpty')} help={say('drinksEmptyHelp')} />}
      {first && !tablet && <FirstOrder order={first} world={world} />}
      {(rest.length > 0 || tablet) && all.length > 0 && <h2 class="head ruled">{say('drinksWaiting')}</h2>}
      {tablet
        ? all.map((order) => (
            <WideRow key={order.card.journey.id} order={order} world={world} first={order === first} />
          ))
        : rest.map((order) => <Row key={order.card.journey.id} order={order} world={world} />)}
      {items.map((item) => {
        const owner = world.views.journeys.get(item.journey ?? '');
        return (
          <div key={item.id} class={`row flat ${item.late ? 'hot' : ''}`}>
            <span>
              <span class="n wrap">{text(item.name)}</span>
              <span class="s">
                {owner && addressOf(world, owner)}{' '}
                {item.due != null && say('due', { at: clock(item.due, zoneOf(world)) })}
              </span>
            </span>
            <Press
              class="btn fit"
              id={`tick-${item.id}`}
              once={item.id}
              onPress={() => app.do({ kind: Kinds.itemTick, args: { item: item.id }, says: text(item.name) })}
            >
              {say('itemDone')}
            </Press>
          </div>
        );
      })}
    </Screen>
  );
}

function serve(app: ReturnType<typeof useApp>, order: Order): void {
  if (order.step) pull(app, order.card.journey, order.step.trigger);
  else if (order.alert) finish(app, order.alert);
}

function stepWords(order: Order): string {
  return order.step ? text(order.step.trigger.name) : say('doneCall');
}

function servedWords(world: World, order: Order): string {
  const who = text(nameOf(world, order.alert?.staff)) || text(order.card.host);
  return who ? say('drinksFloorHelp', { who }) : '';
}

function drinksOf(world: World, order: Order): string {
  const { journey } = order.card;
  const drinks = choicesOf(bookFor(world, journey), journey, 'drink').map(text);
  return drinks.length > 0 ? drinks.join('　') : say('notAsked');
}

function headline(order: Order): string {
  return [text(order.card.where), order.card.address].filter(Boolean).join(' ');
}

function FirstOrder({ order, world }: { order: Order; world: World }) {
  return (
    <ol class="track short">
      <li class="past">
        <span class="small">
          {order.alert
            ? say('calledAt', {
                who: text(nameOf(world, order.alert.staff)) || say('system'),
                at: clockSeconds(order.from, zoneOf(world)),
              })
            : say('seatedAt', { at: clockSeconds(order.from, zoneOf(world)) })}
        </span>
      </li>
      <li class={`here ${order.late ? 'late hotli' : ''}`}>
        <div class="guest">
          <p class="n">{headline(order)}</p>
        </div>
        <p class="drinkline">{drinksOf(world, order)}</p>
        {(order.card.needs.length > 0 || order.card.size) && (
          <p class="small">
            {[order.card.size ? say('people', { n: order.card.size }) : '', ...order.card.needs.map(text)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        <p class={`waited ${order.late ? 'now' : ''}`}>
          <span class="big">{span(order.waited)}</span>
          <b>
            {order.target !== null &&
              (order.late ? say('overBy', { age: span(order.waited - order.target) }) : `/ ${span(order.target)}`)}
          </b>
        </p>
      </li>
    </ol>
  );
}

function Row({ order, world }: { order: Order; world: World }) {
  return (
    <div class={`row flat ${order.late ? 'hot' : ''}`}>
      <span>
        <span class="n">{headline(order)}</span>
        <span class="s">{drinksOf(world, order)}</span>
      </span>
      <span class="r">
        <span class="t">{span(order.waited)}</span>
        {order.target !== null && <span class="s">/ {span(order.target)}</span>}
      </span>
    </div>
  );
}

function WideRow({ order, world, first }: { order: Order; world: World; first: boolean }) {
  const app = useApp();
  return (
    <div class={`drow ${order.late ? 'hot' : ''}`}>
      <span class="tb">{text(order.card.where) || '–'}</span>
      <span class="n">{order.card.address}</span>
      <span class="d">
        {drinksOf(world, order)}
        <small>
          {clockSeconds(order.from, zoneOf(world))}
          {list(order.card.needs.map(text)) && ` · ${list(order.card.needs.map(text))}`}
        </small>
      </span>
      <span class="t">
        {span(order.waited)}{' '}
        {order.target !== null && (
          <small>
            {order.late ? say('overBy', { age: span(order.waited - order.target) }) : `/ ${span(order.target)}`}
          </small>
        )}
      </span>
      {first ? (
        <span />
      ) : (
        <Press
          class="btn"
          id={`serve-${order.card.journey.id}`}
          once={`serve ${order.card.journey.id} ${order.asking}`}
          onPress={() => serve(app, order)}
        >
          {stepWords(order)}
        </Press>
      )}
    </div>
  );
}

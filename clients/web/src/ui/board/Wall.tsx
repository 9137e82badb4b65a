import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { unansweredOf } from '../../state/select/alerts.ts';
import { lanes, posts } from '../../state/select/board.ts';
import { type Card, expected, inside } from '../../state/select/guests.ts';
import { type World, zoneOf } from '../../state/world.ts';
import { useApp } from '../context.ts';
import { whoIsAsked } from '../field/GuestRow.tsx';
import { Icon } from '../parts/Icon.tsx';
import { span } from '../parts/Run.tsx';
import { list, text } from '../words/language.ts';
import { clock } from '../words/time.ts';
import { say as sayField } from '../words/words.ts';
import { say } from './words.ts';

/** As many as can be read from six metres. */
const ROWS = 7;
const POSTS = 4;

/** The wall: a departure board. Needs first, the rest by nearness to their target. Nobody touches it; Esc leaves it. */
export function Wall({ world, stale, onLeave }: { world: World; stale: boolean; onLeave: () => void }) {
  const app = useApp();
  const seconds = useComputed(() => Math.floor(app.clock.age.value / 1000)).value;
  useEffect(() => {
    const before = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = 'dark';
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onLeave();
    window.addEventListener('keydown', leave);
    return () => {
      window.removeEventListener('keydown', leave);
      if (before) document.documentElement.dataset.theme = before;
    };
  }, [onLeave]);
  const rows = inside(world).sort((a, b) => urgency(world, b) - urgency(world, a));
  const rest = rows.slice(ROWS);
  const next = expected(world).cards.filter((card) => (card.journey.eta ?? 0) > world.now)[0];
  const zone = zoneOf(world);
  return (
    <div class="desk wall">
      <div class={`screen wallscreen ${stale ? 'stale' : ''}`} data-page="board-wall">
        <header class="wtop">
          <b>{text(world.views.venue?.name)}</b>
          <span>{say('inside', { n: rows.length })}</span>
          <span class={`contact ${stale ? 'lost' : ''}`} role="status">
            <i />
            {stale ? sayField('lost', { age: say('age', { n: seconds }) }) : say('secondsAgo', { n: seconds })}
          </span>
          <time class="clock num">{clock(world.now, zone)}</time>
        </header>
        {stale ? (
          <div class="stalebar">
            <span class="age num" aria-hidden="true">
              {say('age', { n: seconds })}
            </span>
            <b role="alert">{say('stale', { at: clock(world.now, zone) })}</b>
          </div>
        ) : (
          <section class="wline" aria-label={say('flow')}>
            {lanes(world).map((lane) => (
              <div key={lane.id} class={lane.late > 0 && lane.use !== 'expected' ? 'late' : ''}>
                <p class="h">
                  <span class="c num">{lane.count}</span>
                  {text(lane.name)}
                </p>
                <div class={`stn ${lane.late > 0 && lane.use !== 'expected' ? 'late' : ''}`} />
              </div>
            ))}
          </section>
        )}
        <main class="wrows">
          {rows.slice(0, ROWS).map((card) => (
            <Row key={card.journey.id} card={card} world={world} />
          ))}
          <div class="wrow rest">
            <span>
              {rest.length > 0 && say('restFine', { n: rest.length, who: list(rest.map((card) => card.address)) })}
            </span>
            {next && (
              <span class="end">{say('nextGuest', { at: clock(next.journey.eta ?? 0, zone), who: next.address })}</span>
            )}
          </div>
        </main>
        <Posts world={world} />
      </div>
    </div>
  );
}

function urgency(world: World, card: Card): number {
  const open = unansweredOf(world, card.journey.id) ? 10 : 0;
  return (card.late ? 100 : 0) + open + (card.target ? Math.min(1, card.elapsed / card.target) : 0);
}

function Row({ card, world }: { card: Card; world: World }) {
  const open = unansweredOf(world, card.journey.id);
  const look = card.late ? 'hot' : open ? 'warm' : '';
  const who = card.companion ? say('with', { who: text(card.companion) }) : text(card.host);
  return (
    <div class={`wrow ${look}`}>
      <span class="n">{card.address}</span>
      <span class="tail num">{card.tail}</span>
      <span>{[text(card.stage?.name), text(card.where)].filter(Boolean).join(' · ')}</span>
      <span class={`do ${open ? '' : 'faint'}`}>
        {open && <Icon name={card.late ? 'warn' : 'repeat'} />}
        <span>{open ? say('noAnswer', { who: whoIsAsked(world, open) }) : who}</span>
      </span>
      <span class="t num">{span(card.elapsed)}</span>
      <span class="tg num">
        {card.target &&
          (card.late ? sayField('overBy', { age: span(card.elapsed - card.target) }) : `/ ${span(card.target)}`)}
      </span>
    </div>
  );
}

function Posts({ world }: { world: World }) {
  const all = posts(world);
  const ill = all.filter((post) => post.look === 'hot' || post.look === 'warm').slice(0, POSTS);
  return (
    <footer class="wpos">
      {ill.map((post) => (
        <div key={post.position.id} class={post.look}>
          <b>
            {text(post.position.name)} {post.look === 'hot' && say('unmanned')}
          </b>
          {list(
            post.holders.filter((one) => one.reach !== 'sound' || one.state === 'away').map((one) => text(one.name)),
          )}
        </div>
      ))}
      <div>
        <b>{say('restPosts', { n: all.filter((post) => post.look === 'ok').length })}</b>
        {say('restPostsHelp')}
      </div>
    </footer>
  );
}

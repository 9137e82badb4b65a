import type { AlertView } from '../../protocol/contracts.gen.ts';
import { type RungView, rungsOf } from '../../state/select/alerts.ts';
import { type Need, needs } from '../../state/select/board.ts';
import type { Card } from '../../state/select/guests.ts';
import { nameOf, type World, zoneOf } from '../../state/world.ts';
import { acknowledge, headOf } from '../act.ts';
import { useApp } from '../context.ts';
import { span } from '../parts/Run.tsx';
import { useHeld } from '../press/useHeld.ts';
import { list, text } from '../words/language.ts';
import { clockSeconds } from '../words/time.ts';
import { say as sayField } from '../words/words.ts';
import { CoverButton } from './Cover.tsx';
import { say } from './words.ts';

/** Three are what one person can think about at once. */
const SHOWN = 3;

/** What needs a person now comes first, and alone is red. */
export function Needs({ world, inside, off }: { world: World; inside: readonly Card[]; off: boolean }) {
  const [all, held] = useHeld(needs(world));
  const late = inside.filter((card) => card.late).length;
  const count = {
    n: all.filter((need) => need.kind !== 'positions').length,
    inside: inside.length,
    fine: inside.length - late,
  };
  return (
    <section class="need">
      <h2>
        {count.n === 0 ? say('noNeeds') : say('needs')} <em class="small">{say('needsCount', count)}</em>
      </h2>
      <ul {...held}>
        {all.slice(0, SHOWN).map((need) =>
          need.kind === 'call' ? (
            <CallNeed key={need.alert.id} need={need} world={world} off={off} />
          ) : need.kind === 'positions' ? (
            <li key="positions" class="calm">
              <div class="t num">{need.positions.length}</div>
              <div>
                <p class="what">{say('nobodyAt', { n: need.positions.length })}</p>
                <p class="why">{list(need.positions.map((one) => text(one.name)))}</p>
              </div>
              <span />
              <span />
            </li>
          ) : (
            <li key={need.position.id} class="hot">
              <div class="t num">{span(need.ms)}</div>
              <div>
                <p class="what">{say('nobody', { position: text(need.position.name) })}</p>
              </div>
              <span />
              <div class="acts">
                <CoverButton position={need.position.id} world={world} off={off} />
              </div>
            </li>
          ),
        )}
      </ul>
      {all.length > SHOWN && <p class="moreneeds">{say('moreNeeds', { n: all.length - SHOWN })}</p>}
    </section>
  );
}

function CallNeed({ need, world, off }: { need: Extract<Need, { kind: 'call' }>; world: World; off: boolean }) {
  const app = useApp();
  const { alert, card } = need;
  const over = card?.late && card.target ? card.elapsed - card.target : null;
  const empty = unmannedPositions(world, alert);
  return (
    <li class={need.hot ? 'hot' : 'warm'} data-need={alert.id}>
      <div class="t num">
        {span(need.ms)}
        {over !== null && <small>{say('overdue', { t: span(over) })}</small>}
      </div>
      <div>
        <p class="what">
          {headOf(alert)}
          {empty.length > 0 && ` · ${list(empty.map((id) => text(nameOf(world, id))))} ${say('unmanned')}`}
        </p>
        <p class="why">{whyOf(world, alert, card)}</p>
      </div>
      <MiniLadder rungs={rungsOf(world, alert)} />
      <div class="acts">
        {need.mine && (
          <button
            type="button"
            class="btn red"
            data-id={`ack-${alert.id}`}
            disabled={off}
            onClick={() => acknowledge(app, alert)}
          >
            {say('copyMine')}
          </button>
        )}
        {empty[0] && <CoverButton position={empty[0]} world={world} off={off} />}
      </div>
    </li>
  );
}

/** Skipped because nobody stood there, and nobody does now. */
function unmannedPositions(world: World, alert: AlertView): string[] {
  return alert.ladder
    .filter((step) => step.code === 'unmanned')
    .flatMap((step) => step.positions)
    .filter((id) => world.views.positions.get(id)?.unmanned);
}

function whyOf(world: World, alert: AlertView, card: Card | null): string {
  const who = text(nameOf(world, alert.staff)) || sayField('system');
  const place = card?.where ? `${text(card.where)} · ` : '';
  return say('callWhy', { place, who, at: clockSeconds(alert.raised, zoneOf(world)) });
}

/** The way up of one call, small. */
export function MiniLadder({ rungs }: { rungs: readonly RungView[] }) {
  const look = { past: 'past', ringing: 'live', todo: '', skipped: 'skip' };
  return (
    <ol class="ladder">
      {rungs.slice(0, 3).map((rung, at) => (
        <li key={at} class={look[rung.state]}>
          <div class="st" />
          <b>{rung.mine ? sayField('you', { who: list(rung.names.map(text)) }) : list(rung.names.map(text))}</b>
          <span>{rungWords(rung)}</span>
        </li>
      ))}
    </ol>
  );
}

function rungWords(rung: RungView): string {
  if (rung.state === 'todo') return sayField('after', { t: span(rung.ms) });
  if (rung.state === 'ringing') return sayField('ringing', { t: span(rung.ms) });
  if (rung.state === 'skipped') return sayField('skippedShort');
  return sayField(
    rung.code === 'declined' ? 'passedDeclined' : rung.code === 'delayed' ? 'passedDelayed' : 'passedSilent',
  );
}

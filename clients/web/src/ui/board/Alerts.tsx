import { useState } from 'preact/hooks';
import type { AlertView } from '../../protocol/contracts.gen.ts';
import { asks } from '../../state/events.ts';
import { type Heard, heardBy } from '../../state/select/alerts.ts';
import { calls, closedCalls, posts } from '../../state/select/board.ts';
import { myPositionIds, nameOf, type World, zoneOf } from '../../state/world.ts';
import { acknowledge, headOf } from '../act.ts';
import { wordOf } from '../call/CallPage.tsx';
import { useApp } from '../context.ts';
import { whoIsAsked } from '../field/GuestRow.tsx';
import { Icon } from '../parts/Icon.tsx';
import { span } from '../parts/Run.tsx';
import { list, text } from '../words/language.ts';
import { clockSeconds } from '../words/time.ts';
import { say as sayField } from '../words/words.ts';
import { Ruler } from './Ruler.tsx';
import { say } from './words.ts';

/** None open: the last that ended. */
const ENDED_SHOWN = 20;

/** Open calls, each with its ruler; beside them how far one came with every person, and the reach of the positions. */
export function Alerts({ world, off }: { world: World; off: boolean }) {
  const app = useApp();
  const [picked, setPicked] = useState<string | null>(null);
  const open = calls(world);
  const chosen = open.find((one) => one.id === picked) ?? open[0] ?? null;
  const forMe = chosen !== null && asks(chosen, world.me, myPositionIds(world)) && chosen.state === 'open';
  return (
    <div class="page">
      <section class="phead" aria-label={say('calls')}>
        <div>
          <h1>{open.length > 0 ? say('openCalls', { n: open.length }) : say('noCalls')}</h1>
          <p class="sub">{say('openCallsHelp')}</p>
        </div>
        <span class="gap" />
        <button
          type="button"
          class="btn alarm"
          data-id="sos"
          disabled={off}
          onClick={() => app.pages.go({ name: 'sos' })}
        >
          <Icon name="warn" />
          {sayField('sos')}
        </button>
      </section>
      <div class="cols callcols">
        <main>
          <ol class="calls">
            {open.map((alert) => (
              <Call
                key={alert.id}
                alert={alert}
                world={world}
                chosen={alert === chosen}
                onPick={() => setPicked(alert.id)}
              />
            ))}
          </ol>
          <section class="col">
            <Ended world={world} />
          </section>
        </main>
        <aside class="col shade">
          {chosen && <Rungs alert={chosen} world={world} />}
          {chosen && forMe && (
            <div class="sec">
              <button
                type="button"
                class="btn red"
                disabled={off}
                data-id={`ack-${chosen.id}`}
                onClick={() => acknowledge(app, chosen)}
              >
                {say('copyMine')}
              </button>
            </div>
          )}
          {chosen && (
            <div class="sec">
              <h2>{say('earWords')}</h2>
              <p class="earwords">“{text(chosen.ear)}”</p>
              <p class="small">{say('earHelp')}</p>
            </div>
          )}
          <Reach world={world} />
        </aside>
      </div>
    </div>
  );
}

interface CallProps {
  alert: AlertView;
  world: World;
  chosen: boolean;
  onPick: () => void;
}

function Call({ alert, world, chosen, onPick }: CallProps) {
  const forMe = asks(alert, world.me, myPositionIds(world));
  const open = alert.state === 'open';
  const hot = open && (forMe || alert.exhausted);
  const taker = alert.answers.find((one) => one.kind === 'ack')?.staff;
  const from = text(nameOf(world, alert.staff)) || sayField('system');
  return (
    <li class={`${hot ? 'hot' : open ? 'warm' : ''} ${chosen ? 'selrow' : ''}`} data-call={alert.id}>
      <div class="t num">
        {span(world.now - alert.raised)}
        <small>{taker ? say('working', { who: text(nameOf(world, taker)) }) : say('unanswered')}</small>
      </div>
      <div>
        <button type="button" class="what" aria-pressed={chosen} onClick={onPick}>
          {headOf(alert)}
        </button>
        <p class="small">
          {say('fromTo', { from, to: whoIsAsked(world, alert) })} · {clockSeconds(alert.raised, zoneOf(world))} ·{' '}
          <span class={`pri ${priOf(alert.kind)}`}>{sayField(wordOf(alert.kind))}</span> ·{' '}
          {say(answerWord(alert.answer))}
          {alert.wantsDone && ` · ${say('wantsDone')}`}
        </p>
      </div>
      <Ruler alert={alert} world={world} />
    </li>
  );
}

function priOf(kind: string): string {
  return kind === 'emergency' ? 'emerg' : kind === 'information' ? 'info' : kind;
}

function answerWord(answer: string) {
  return answer === 'each' ? 'answer_each' : answer === 'none' ? 'answer_none' : 'answer_any';
}

function Ended({ world }: { world: World }) {
  const ended = closedCalls(world, ENDED_SHOWN);
  if (ended.length === 0) return null;
  return (
    <div class="sec">
      <h2>{say('justEnded')}</h2>
      <table>
        <tbody>
          {ended.map((alert) => (
            <tr class="done" key={alert.id}>
              <td class="num">{alert.closed != null && clockSeconds(alert.closed, zoneOf(world))}</td>
              <td>{headOf(alert)}</td>
              <td>
                {alert.by ? say('takenBy', { who: text(nameOf(world, alert.by)) }) : sayField(endWord(alert.state))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function endWord(state: string) {
  if (state === 'overtaken') return 'stateOvertaken';
  return state === 'cancelled' ? 'stateCancelled' : 'stateExpired';
}

function Rungs({ alert, world }: { alert: AlertView; world: World }) {
  const heard = heardBy(world, alert);
  const skipped = alert.ladder
    .filter((step) => step.state === 'skipped')
    .flatMap((step) => [...step.positions, ...step.staff]);
  return (
    <div class="sec">
      <h2>
        {say('ladder')} <span>{headOf(alert)}</span>
      </h2>
      <table class="rung">
        <thead>
          <tr>
            <th>{say('personCol')}</th>
            {(['stored', 'delivered', 'played', 'acknowledged', 'done'] as const).map((word) => (
              <th key={word}>{sayField(word)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {skipped.map((id) => (
            <tr class="skiprow" key={id}>
              <td>
                <b>{text(nameOf(world, id))}</b>
                <br />
                <span class="small now">{sayField('skipped')}</span>
              </td>
              <td class="num">{clockSeconds(alert.raised, zoneOf(world))}</td>
              {[1, 2, 3, 4].map((n) => (
                <td key={n} class="no">
                  —
                </td>
              ))}
            </tr>
          ))}
          {heard.map((one) => (
            <Person key={one.staff} one={one} alert={alert} world={world} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Person({ one, alert, world }: { one: Heard; alert: AlertView; world: World }) {
  const zone = zoneOf(world);
  const at = (time: number | null, not: string) =>
    time === null ? <span class="no">{not}</span> : clockSeconds(time, zone);
  const copied = one.answer?.kind === 'ack' ? one.answer.at : null;
  return (
    <tr>
      <td>
        <b>
          {text(one.position)} · {text(one.name)}
        </b>
      </td>
      <td class="num">{clockSeconds(alert.raised, zone)}</td>
      <td class="num">{at(one.delivered, sayField('notReached'))}</td>
      <td class="num">{at(one.heard, say('notPlayed'))}</td>
      <td class="num">{at(copied, one.answer?.kind === 'decline' ? sayField('cannot') : say('notAnswered'))}</td>
      <td class="num">{one.done === null ? '—' : clockSeconds(one.done, zone)}</td>
    </tr>
  );
}

function Reach({ world }: { world: World }) {
  return (
    <div class="sec">
      <h2>{say('reachTable')}</h2>
      <table>
        <tbody>
          {posts(world).map((post) => (
            <tr key={post.position.id} class={post.look === 'ok' ? '' : post.look}>
              <td>
                <b>{text(post.position.name)}</b>
              </td>
              <td>{list(post.holders.map((one) => text(one.name))) || say('unmanned')}</td>
              <td>{reachWord(post.position.reach)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function reachWord(reach: string): string {
  if (reach === 'sound') return say('reach_sound');
  return reach === 'screen' ? say('reach_screen') : say('reach_none');
}

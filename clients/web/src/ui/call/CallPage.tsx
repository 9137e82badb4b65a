import { useEffect } from 'preact/hooks';
import type { AlertView } from '../../protocol/contracts.gen.ts';
import { rankOf } from '../../state/ring.ts';
import { nextAfterMe, type RungView, rungsOf } from '../../state/select/alerts.ts';
import { cardOf } from '../../state/select/guests.ts';
import { nameOf, type World, zoneOf } from '../../state/world.ts';
import { acknowledge, decline, delay } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon, priorityIcon } from '../parts/Icon.tsx';
import { Ladder, type Station } from '../parts/Ladder.tsx';
import { Tail } from '../parts/Plate.tsx';
import { Press } from '../parts/Press.tsx';
import { span } from '../parts/Run.tsx';
import { StatusBar } from '../parts/StatusBar.tsx';
import { CALL_DEAD_TIME_MS } from '../press/gate.ts';
import { gate } from '../press/usePress.ts';
import { isTablet } from '../size.ts';
import { rings } from '../sound/ringer.ts';
import { list, text } from '../words/language.ts';
import { clockSeconds } from '../words/time.ts';
import { say, type Word } from '../words/words.ts';
import { callLines } from './lines.ts';

/** 稍候 as a person would say it. An urgent call has one, a call three. */
const DELAYS = [2, 5, 10];
const URGENT_DELAYS = [2];

/** What fits on a line in the large size, in widths of a Chinese letter; longer lines are set smaller. */
const FITS_PHONE = 5.9;
const FITS_TABLET = 4.6;

/** Latin letters are about half as wide. */
function widthOf(line: string): number {
  return [...line].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.55), 0);
}

const LOOK: Record<string, string> = { urgent: 'urg', emergency: 'emg' };

/** A call that asks this person: over everything, with three answers and the focus on 收到. */
export function CallPage({ alert, more }: { alert: AlertView; more: number }) {
  const world = useWorld();
  useEffect(() => gate.pageChanged(performance.now(), CALL_DEAD_TIME_MS), [alert.id]);
  const look = LOOK[alert.kind] ?? '';
  const { large, small } = callLines(text(alert.screen));
  const tablet = isTablet.value;
  const long = large.some((line) => widthOf(line) > (tablet ? FITS_TABLET : FITS_PHONE));
  const words = (
    <div class="words">
      <h1 class={long ? 'long' : ''}>
        {large.map((line, at) => (
          <span key={at} class="line">
            {line}
          </span>
        ))}
      </h1>
      {small.length > 0 && <p>{small.join(' · ')}</p>}
    </div>
  );
  const ladder = (
    <div class="next">
      <Ladder stations={stations(world, alert)} />
    </div>
  );
  return (
    <div
      class={`app over ${tablet ? 'tab' : ''} ${look}`}
      role="alertdialog"
      aria-modal="true"
      aria-label={large.join(' ')}
      data-call={alert.id}
    >
      <StatusBar tablet={tablet} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: words that do not fit must scroll by keys too */}
      <main class={`call ${look ? '' : 'act'}`} tabIndex={0}>
        <p class="band">
          <Icon name={priorityIcon(alert.kind)} />
          {say(wordOf(alert.kind))}
          {alert.drill && <span class="tag">{say('drill')}</span>}
          {more > 0 && <span class="tag">{say('moreCalls', { n: more })}</span>}
          <span class="t">{span(world.now - alert.made)}</span>
        </p>
        {tablet ? (
          <div class="calltwo">
            {words}
            <div class="callside">
              <From alert={alert} world={world} />
              {ladder}
              <CallHint alert={alert} sender="" />
            </div>
          </div>
        ) : (
          <>
            {words}
            <From alert={alert} world={world} />
            {ladder}
          </>
        )}
      </main>
      <footer class={`dock ${tablet ? 'wide' : ''}`}>
        <CallDock alert={alert} world={world} />
      </footer>
    </div>
  );
}

export function wordOf(kind: string): Word {
  return kind === 'information' || kind === 'urgent' || kind === 'emergency' ? kind : 'action';
}

function From({ alert, world }: { alert: AlertView; world: World }) {
  const who = text(nameOf(world, alert.staff)) || say('system');
  const journey = alert.journey ? world.views.journeys.get(alert.journey) : undefined;
  const card = journey && cardOf(world, journey);
  const place = alert.place ? world.views.places.get(alert.place)?.name : card?.where;
  const rung = rings.value.get(alert.id) ?? 0;
  return (
    <p class="from">
      {card?.tail && (
        <>
          <Tail tail={card.tail} green={card.green} />{' '}
        </>
      )}
      {place && text(place)}
      {(card?.tail || place) && <br />}
      <span class="small">
        {say('calledAt', { who, at: clockSeconds(alert.raised, zoneOf(world)) })}
        {rung > 1 && ` · ${say('rungTimes', { n: rung })}`}
      </span>
    </p>
  );
}

/** Who is asked, who comes next and when. */
export function stations(world: World, alert: AlertView): Station[] {
  const rungs = rungsOf(world, alert);
  return rungs.map((rung) => stationOf(rung, rungs.length > ROOMY));
}

/** More stations than these have room for a word or two each. */
const ROOMY = 3;

function stationOf(rung: RungView, tight: boolean): Station {
  const names = list(rung.names.map(text));
  const name = rung.mine && rung.state === 'ringing' ? say('you', { who: names }) : names;
  switch (rung.state) {
    case 'todo':
      return { look: 'todo', name, small: say('after', { t: span(rung.ms) }) };
    case 'skipped':
      return { look: 'bad', name, small: say(tight ? 'skippedShort' : 'skipped') };
    case 'past':
      return { look: 'past', name, small: say(PASSED[rung.code ?? ''] ?? 'passedSilent') };
    case 'ringing':
      return { look: 'wt cur', name, small: rung.mine ? say('waitingYou') : say('ringing', { t: span(rung.ms) }) };
  }
}

const PASSED: Record<string, Word> = {
  declined: 'passedDeclined',
  silent: 'passedSilent',
  delayed: 'passedDelayed',
  unmanned: 'skipped',
};

function CallDock({ alert, world }: { alert: AlertView; world: World }) {
  const app = useApp();
  const sender = text(nameOf(world, alert.staff));
  const emergency = alert.kind === 'emergency';
  const once = `call ${alert.id} ${alert.step}`;
  const after = nextAfterMe(world, alert);
  const delayed = alert.answers.some((one) => one.staff === world.me && one.kind === 'delay');
  const delays =
    emergency || delayed || rankOf(alert.kind) === 0 ? [] : alert.kind === 'urgent' ? URGENT_DELAYS : DELAYS;
  const phone = phoneOf(world, alert);
  return (
    <>
      {!isTablet.value && <CallHint alert={alert} sender={sender} />}
      <div class="seconds">
        {delays.map((n) => (
          <Press key={n} class="btn" id={`delay-${n}`} once={once} onPress={() => delay(app, alert, n)}>
            {say(delays.length > 1 ? 'inN' : 'waitN', { n })}
          </Press>
        ))}
        {rankOf(alert.kind) > 0 && (
          <Press class="btn stack wider" id="decline" once={once} onPress={() => decline(app, alert)}>
            {say('cannot')}
            <small>{emergency || !after ? say('passesOn') : say('passesTo', { who: text(after) })}</small>
          </Press>
        )}
        {emergency && phone && (
          <a class="btn" href={`tel:${phone}`}>
            <Icon name="tel" />
            {say('phoneTo', { who: sender })}
          </a>
        )}
      </div>
      <Floor
        words={say(emergency ? 'copyGoing' : 'copy')}
        small={isTablet.value && sender ? say('callerHears', { who: sender }) : undefined}
        look="tall"
        once={once}
        focus
        onPress={() => acknowledge(app, alert)}
      />
    </>
  );
}

function CallHint({ alert, sender }: { alert: AlertView; sender: string }) {
  if (alert.kind === 'action' && sender) return <p class="small pad foot">{say('waitHelp', { who: sender })}</p>;
  return (
    <p class="headset pad foot">
      <Icon name={alert.kind === 'emergency' ? 'sound' : 'head'} />
      {say(alert.kind === 'emergency' ? 'neverMuted' : 'headsetHint')}
    </p>
  );
}

function phoneOf(world: World, alert: AlertView): string | null {
  return (alert.position && world.views.positions.get(alert.position)?.phone) || null;
}

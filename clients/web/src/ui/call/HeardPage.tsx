import type { AlertView } from '../../protocol/contracts.gen.ts';
import { alertsOf, type Heard, heardBy, rungsOf } from '../../state/select/alerts.ts';
import { cardOf } from '../../state/select/guests.ts';
import { type World, zoneOf } from '../../state/world.ts';
import { headOf } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { MainFloor } from '../field/MainFloor.tsx';
import { UndoBar } from '../field/UndoBar.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Ladder, type Station } from '../parts/Ladder.tsx';
import { Tail } from '../parts/Plate.tsx';
import { span } from '../parts/Run.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { list, text } from '../words/language.ts';
import { clockSeconds, secondsOf } from '../words/time.ts';
import { say } from '../words/words.ts';

/** Who has heard: five stations per person, and who is asked when. The floor goes on with the guest. */
export function HeardPage(props: { journey: string | null; alert: string | null; sent?: string | undefined }) {
  const app = useApp();
  const world = useWorld();
  const made = props.sent ? app.created.value.get(props.sent)?.journey : undefined;
  const one = props.alert ? world.views.alerts.get(props.alert) : undefined;
  const id = props.journey ?? one?.journey ?? made ?? null;
  const journey = id ? world.views.journeys.get(id) : undefined;
  const card = journey && cardOf(world, journey);
  const alerts = one ? [one] : id ? recent(world, id) : [];
  const first = alerts[0];
  return (
    <Screen
      name="heard"
      title={say('whoHeard')}
      end={first && say('sentAt', { at: clockSeconds(first.raised, zoneOf(world)) })}
      dock={
        <>
          {journey && <UndoBar journey={journey} />}
          <MainFloor journey={journey ?? null} />
        </>
      }
    >
      {!journey && props.sent && <Waits id={props.sent} />}
      {card && (
        <div class="pad guestpad">
          <div class="guest">
            <p class="n">
              {card.address} {card.tail && <Tail tail={card.tail} green={card.green} />}
            </p>
            <p class="s">{[text(card.visit), text(card.stage?.name), text(card.where)].filter(Boolean).join(' · ')}</p>
          </div>
        </div>
      )}
      {alerts.map((alert) => (
        <section key={alert.id} aria-label={headOf(alert)}>
          {(one || alerts.length > 1) && <h2 class="head">{headOf(alert)}</h2>}
          {heardBy(world, alert).map((heard) => (
            <Person key={heard.staff} alert={alert} heard={heard} world={world} />
          ))}
          <ComesNext alert={alert} world={world} />
        </section>
      ))}
      <p class="hint pad">
        <Icon name="information" />
        <span>{say('noNeedToWait')}</span>
      </p>
    </Screen>
  );
}

/** What opened a journey has no answer yet. */
function Waits({ id }: { id: string }) {
  const app = useApp();
  const one = app.outbox.value.find((entry) => entry.command.commandId === id);
  return <Empty words={one?.says ?? say('loading')} help={say(one ? 'waitingToSend' : 'loading')} />;
}

/** The calls of the last trigger: those raised within a second of the newest. */
function recent(world: World, journey: string): AlertView[] {
  const all = alertsOf(world, journey);
  const newest = all.at(-1)?.raised ?? 0;
  return all.filter((alert) => newest - alert.raised < 1000);
}

function Person({ alert, heard, world }: { alert: AlertView; heard: Heard; world: World }) {
  return (
    <div class="heard">
      <p>
        <b>{text(heard.name)}</b>
        <span class="small">{text(heard.position)}</span>
        <State alert={alert} heard={heard} world={world} />
      </p>
      <Ladder stations={stationsOf(alert, heard)} />
    </div>
  );
}

function State({ alert, heard, world }: { alert: AlertView; heard: Heard; world: World }) {
  const { answer } = heard;
  if (answer?.kind === 'ack')
    return (
      <span class="st ok">
        <Icon name="check" /> {say('copiedIn', { n: Math.round((answer.at - alert.raised) / 1000) })}
      </span>
    );
  if (answer?.kind === 'decline') return <span class="st">{say('cannot')}</span>;
  if (answer?.kind === 'delay') return <span class="st wait">{say('delayedBy', { n: answer.minutes ?? 0 })}</span>;
  if (alert.state !== 'open' || alert.kind === 'information') return <span class="st" />;
  return <span class="st wait">{say('ringing', { t: span(world.now - (heard.heard ?? alert.raised)) })}</span>;
}

export function stationsOf(alert: AlertView, heard: Heard): Station[] {
  const copied = heard.answer?.kind === 'ack' ? heard.answer.at : null;
  const times = [alert.raised, heard.delivered, heard.heard, copied];
  const names = [
    say('stored'),
    say('delivered'),
    say(heard.how === 'screen' ? 'shown' : 'played'),
    say('acknowledged'),
  ];
  const reached = times.map((at) => at !== null);
  const last = reached.lastIndexOf(true);
  const waits = alert.kind !== 'information' && alert.state === 'open' && heard.answer?.kind !== 'decline';
  const stations = names.map((name, at): Station => {
    const time = times[at] ?? null;
    if (time !== null) return { look: 'past', name, small: secondsOf(time) };
    return { look: waits && at === last + 1 ? 'wt cur' : 'todo', name };
  });
  if (alert.kind === 'information') return stations.slice(0, 3);
  const done = heard.done;
  return [...stations, { look: done ? 'past' : 'todo', name: say('done'), small: done ? secondsOf(done) : undefined }];
}

function ComesNext({ alert, world }: { alert: AlertView; world: World }) {
  if (alert.exhausted)
    return (
      <p class="hint pad now">
        <Icon name="warn" />
        <b>{say('exhausted')}</b>
      </p>
    );
  const next = alert.state === 'open' ? rungsOf(world, alert).find((rung) => rung.state === 'todo') : undefined;
  if (!next) return null;
  return (
    <div class="heard">
      <p class="last">
        <b>{list(next.names.map(text))}</b>
        <span class="st">{say('takesOver', { t: span(next.ms) })}</span>
      </p>
    </div>
  );
}

import { useState } from 'preact/hooks';
import type { AlertView } from '../../protocol/contracts.gen.ts';
import { history } from '../../state/select/alerts.ts';
import { nameOf, type World, zoneOf } from '../../state/world.ts';
import { headOf } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon, type IconName, priorityIcon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { list, text } from '../words/language.ts';
import { clock } from '../words/time.ts';
import { say, type Word } from '../words/words.ts';

const FILTERS = ['all', 'toMe', 'fromMe', 'unanswered'] as const;
type Filter = (typeof FILTERS)[number];

/** This person's calls of the last while, and how they ended. */
export function HistoryPage() {
  const app = useApp();
  const world = useWorld();
  const [filter, setFilter] = useState<Filter>('all');
  const all = history(world).filter((alert) => fits(alert, filter, world.me));
  return (
    <Screen
      name="history"
      title={say('historyTitle')}
      dock={
        <>
          <div class="seconds">
            {FILTERS.map((one) => (
              <Press
                key={one}
                class={`btn ${one === filter ? 'sel' : ''}`}
                id={`filter-${one}`}
                pressed={one === filter}
                onPress={() => setFilter(one)}
              >
                {say(one)}
              </Press>
            ))}
          </div>
          <Floor words={say('backHome')} look="plain" onPress={() => app.pages.home()} />
        </>
      }
    >
      {all.length === 0 && <Empty words={say('historyEmpty')} help="" />}
      {all.map((alert) => (
        <Press
          key={alert.id}
          class="row flat lead3"
          onPress={() => app.pages.go({ name: 'heard', journey: null, alert: alert.id })}
        >
          <Icon name={signOf(alert)} />
          <span>
            <span class="n wrap">{headOf(alert)}</span>
            <span class="s wrap">{endOf(world, alert)}</span>
          </span>
          <span class="small">{clock(alert.raised, zoneOf(world))}</span>
        </Press>
      ))}
    </Screen>
  );
}

function fits(alert: AlertView, filter: Filter, me: string): boolean {
  switch (filter) {
    case 'fromMe':
      return alert.staff === me;
    case 'toMe':
      return alert.staff !== me;
    case 'unanswered':
      return alert.kind !== 'information' && alert.answers.length === 0;
    default:
      return true;
  }
}

function signOf(alert: AlertView): IconName {
  if (alert.state === 'cancelled') return 'cross';
  if (alert.state === 'done' || alert.state === 'acknowledged') return 'check';
  return alert.state === 'overtaken' ? 'repeat' : priorityIcon(alert.kind);
}

const STATES: Record<string, Word> = {
  open: 'stateOpen',
  acknowledged: 'stateAcknowledged',
  delayed: 'stateDelayed',
  done: 'stateAcknowledged',
  cancelled: 'stateCancelled',
  overtaken: 'stateOvertaken',
  expired: 'stateExpired',
};

function endOf(world: World, alert: AlertView): string {
  const who = list(
    [...new Set(alert.answers.filter((one) => one.kind !== 'decline').map((one) => one.staff))].map((id) =>
      text(nameOf(world, id)),
    ),
  );
  const from = alert.staff === world.me ? say('youSent') : text(nameOf(world, alert.staff)) || say('system');
  const state = !who && alert.state === 'done' ? '' : say(STATES[alert.state] ?? 'stateOpen', { who });
  return [from, alert.exhausted ? say('exhausted') : state].filter(Boolean).join(' · ');
}

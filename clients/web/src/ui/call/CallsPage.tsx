import type { AlertView } from '../../protocol/contracts.gen.ts';
import { Kinds } from '../../protocol/contracts.gen.ts';
import { ringing, taken } from '../../state/select/alerts.ts';
import { itemsAt } from '../../state/select/guests.ts';
import { myPositionIds, nameOf, type World, zoneOf } from '../../state/world.ts';
import { acknowledge, finish, headOf } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon, priorityIcon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { span } from '../parts/Run.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { text } from '../words/language.ts';
import { clock } from '../words/time.ts';
import { say } from '../words/words.ts';

/** The screen of a position that is called and does little else: what waits, what was taken, what is to do. */
export function CallsPage({ home }: { home: boolean }) {
  const app = useApp();
  const world = useWorld();
  const open = ringing(world);
  const mine = taken(world);
  const items = itemsAt(world, myPositionIds(world));
  const first = mine[0];
  return (
    <Screen
      name="calls"
      title={home ? undefined : say('calls')}
      hidden={say('calls')}
      dock={
        first ? (
          <Floor
            words={say('doneCall')}
            small={headOf(first)}
            once={`done ${first.id}`}
            onPress={() => finish(app, first)}
          />
        ) : (
          <Floor
            words={say('phrases')}
            small={say('phrasesHelp')}
            onPress={() => app.pages.go({ name: 'phrases', journey: null })}
          />
        )
      }
    >
      {open.length + mine.length + items.length === 0 && (
        <Empty words={say('nothingNow')} help={say('nothingNowHelp')} />
      )}
      {open.length > 0 && <h2 class="head">{say('openCalls', { n: open.length })}</h2>}
      {open.map((alert) => (
        <CallRow key={alert.id} alert={alert} world={world} warm>
          <Press
            class="btn fit"
            id={`ack-${alert.id}`}
            once={`call ${alert.id}`}
            onPress={() => acknowledge(app, alert)}
          >
            {say('copy')}
          </Press>
        </CallRow>
      ))}
      {mine.length > 0 && <h2 class="head">{say('acknowledged')}</h2>}
      {mine.map((alert) => (
        <CallRow key={alert.id} alert={alert} world={world}>
          <Press class="btn fit" id={`done-${alert.id}`} once={`done ${alert.id}`} onPress={() => finish(app, alert)}>
            {say('doneCall')}
          </Press>
        </CallRow>
      ))}
      {items.length > 0 && <h2 class="head">{say('more', { n: items.length })}</h2>}
      {items.map((item) => (
        <div key={item.id} class={`row flat ${item.late ? 'hot' : ''}`}>
          <span>
            <span class="n wrap">{text(item.name)}</span>
            <span class="s">
              {item.due !== null && item.due !== undefined && say('due', { at: clock(item.due, zoneOf(world)) })}
              {item.tag !== null && item.tag !== undefined && ` · ${say('tag', { n: item.tag })}`}
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
      ))}
    </Screen>
  );
}

function CallRow(props: { alert: AlertView; world: World; warm?: boolean; children: preact.ComponentChildren }) {
  const { alert, world } = props;
  const who = text(nameOf(world, alert.staff)) || say('system');
  return (
    <div class={`row flat ${props.warm ? 'warm' : ''}`}>
      <span>
        <span class="n wrap">
          <Icon name={priorityIcon(alert.kind)} /> {headOf(alert)}
        </span>
        <span class="s">
          {who} · {span(world.now - alert.made)}
        </span>
      </span>
      {props.children}
    </div>
  );
}

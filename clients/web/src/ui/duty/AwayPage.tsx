import { useState } from 'preact/hooks';
import { Kinds } from '../../protocol/contracts.gen.ts';
import { cards } from '../../state/select/guests.ts';
import { nameOf, self, type World, zoneOf } from '../../state/world.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { Screen } from '../parts/Screen.tsx';
import { list, text } from '../words/language.ts';
import { clock } from '../words/time.ts';
import { say } from '../words/words.ts';

const MINUTES = [5, 10, 15, 30];
const USUAL = 10;
/** Who is free and near first; nobody reads further. */
const SHOWN = 5;

/** Minutes, the hour of return, and who stands in, before anybody leaves. */
export function AwayPage() {
  const app = useApp();
  const world = useWorld();
  const [minutes, setMinutes] = useState(USUAL);
  const [cover, setCover] = useState<string | null>(null);
  const guests = cards(
    world,
    (card) => card.journey.host === world.me && card.use !== 'expected' && !card.journey.ended,
  );
  const go = () => {
    const args: Record<string, string> = { minutes: String(minutes) };
    if (cover) args.cover = cover;
    app.do({ kind: Kinds.dutyAway, args, says: say('awayGo', { n: minutes }) });
    app.pages.home();
  };
  return (
    <Screen
      name="away"
      title={say('awayTitle')}
      dock={
        <Floor
          words={say('awayGo', { n: minutes })}
          small={cover ? say('awayGoCover', { who: text(nameOf(world, cover)) }) : say('awayNobodyHelp')}
          once="away"
          onPress={go}
        />
      }
    >
      <h2 class="head">{say('awayMinutes')}</h2>
      <div class="seconds">
        {MINUTES.map((n) => (
          <Press
            key={n}
            class={`btn ${n === minutes ? 'sel' : ''}`}
            id={`minutes-${n}`}
            pressed={n === minutes}
            onPress={() => setMinutes(n)}
          >
            {say('inN', { n })}
          </Press>
        ))}
      </div>
      <p class="pad lead">
        <b>{say('awayUntil', { at: clock(world.now + minutes * 60_000, zoneOf(world)) })}</b>
        <br />
        <span class="small">{say('awayUntilHelp')}</span>
      </p>
      {guests.length > 0 && (
        <p class="hint pad wait">
          <Icon name="person" />
          <b>{say('awayGuest', { who: list(guests.map((card) => card.address)) })}</b>
        </p>
      )}
      <h2 class="head">{say('awayCover')}</h2>
      {covers(world).map((one) => (
        <Press
          key={one.id}
          class={`row flat ${one.id === cover ? 'pick' : ''}`}
          id={`cover-${one.id}`}
          pressed={one.id === cover}
          onPress={() => setCover(one.id === cover ? null : one.id)}
        >
          <span>
            <span class="n">{text(one.name)}</span>
            <span class="s">
              {list(one.positions.map((id) => text(nameOf(world, id))))} ·{' '}
              {one.hosting.length > 0 ? say('inHand', { n: one.hosting.length }) : say('atHand')}
            </span>
          </span>
          {one.id === cover && (
            <b class="ok">
              <Icon name="check" /> {say('chosen')}
            </b>
          )}
        </Press>
      ))}
      <Press class={`row flat ${cover ? '' : 'pick'}`} pressed={!cover} onPress={() => setCover(null)}>
        <span>
          <span class="n">{say('awayNobody')}</span>
          <span class="s">{say('awayNobodyHelp')}</span>
        </span>
      </Press>
    </Screen>
  );
}

/** On duty, can be reached, not me: those of my own positions first, then whoever may take them, then the free ones. */
function covers(world: World) {
  const mine = self(world)?.positions ?? [];
  const shares = (ids: readonly string[]) => ids.some((id) => mine.includes(id));
  const rank = (one: { positions: string[]; allowed: string[] }) =>
    Number(shares(one.positions)) * 2 + Number(shares(one.allowed));
  return [...world.views.staff.values()]
    .filter((one) => one.id !== world.me && one.state === 'on' && one.reach !== 'none')
    .sort((a, b) => rank(b) - rank(a) || a.hosting.length - b.hosting.length)
    .slice(0, SHOWN);
}

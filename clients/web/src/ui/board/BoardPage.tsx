import { useComputed, useSignalEffect } from '@preact/signals';
import { useMemo, useRef, useState } from 'preact/hooks';
import { BOARD_STALE_AFTER_MS } from '../../connection/contact.ts';
import { calls } from '../../state/select/board.ts';
import { openers } from '../../state/select/steps.ts';
import { myPositions, nameOf, type World, zoneOf } from '../../state/world.ts';
import { useApp } from '../context.ts';
import { toggleLanguage } from '../join/JoinPage.tsx';
import { Icon } from '../parts/Icon.tsx';
import { language, text } from '../words/language.ts';
import { clock, clockSeconds, dayName } from '../words/time.ts';
import { say as sayField, type Word } from '../words/words.ts';
import { Alerts } from './Alerts.tsx';
import { Live } from './Live.tsx';
import { Wall } from './Wall.tsx';
import { say } from './words.ts';
import '../style/board.css';
import '../style/wall.css';

type Tab = 'live' | 'calls' | 'wall';

const WEATHER: Record<string, Word> = { clear: 'clear', cloudy: 'cloudy', rain: 'rain', snow: 'snow', hot: 'hot' };

/** The manager's board. Silent, needs nobody, and says the age of what it shows. */
export function BoardPage() {
  const app = useApp();
  const [tab, setTab] = useState<Tab>(() => (location.hash === '#wall' ? 'wall' : 'live'));
  const stale = useComputed(() => app.clock.age.value > BOARD_STALE_AFTER_MS).value;
  const world = useFrozen(stale);
  const missed = useMissed(stale);
  if (tab === 'wall') return <Wall world={world} stale={stale} onLeave={() => setTab('live')} />;
  return (
    <div class="desk">
      <div class={`screen ${stale ? 'stale' : ''}`} data-page={`board-${tab}`}>
        <Top world={world} tab={tab} onTab={setTab} stale={stale} />
        {stale && <StaleBar world={world} />}
        {missed && !stale && <Missed words={missed.words} onRead={missed.read} />}
        {tab === 'live' ? <Live world={world} off={stale} /> : <Alerts world={world} off={stale} />}
      </div>
    </div>
  );
}

/** The world, or the last one while the contact is gone: it stands at the moment when the hub was last heard. */
function useFrozen(stale: boolean): World {
  const app = useApp();
  const live = app.world.value;
  const kept = useRef<World | null>(null);
  if (!stale) kept.current = null;
  else kept.current ??= { ...live, now: Math.floor((app.clock.exact() - app.clock.age.peek()) / 1000) * 1000 };
  return kept.current ?? live;
}

/** What happened while nothing was heard: told in one line until it is read. */
function useMissed(stale: boolean): { words: string; read: () => void } | null {
  const app = useApp();
  const before = useRef<{ at: number; seq: number } | null>(null);
  const [words, setWords] = useState('');
  useSignalEffect(() => {
    const views = app.known.value;
    const now = app.clock.now.value;
    if (stale) {
      before.current ??= { at: now - app.clock.age.peek(), seq: views.seq };
    } else if (before.current) {
      const { at, seq } = before.current;
      before.current = null;
      const zone = views.venue?.zone ?? 'Asia/Shanghai';
      setWords(say('missed', { from: clockSeconds(at, zone), to: clockSeconds(now, zone), n: views.seq - seq }));
    }
  });
  return words ? { words, read: () => setWords('') } : null;
}

function Missed({ words, onRead }: { words: string; onRead: () => void }) {
  return (
    <p class="missed" role="status">
      {words}
      <button type="button" class="btn sm" onClick={onRead}>
        {say('read')}
      </button>
    </p>
  );
}

interface TopProps {
  world: World;
  tab: Tab;
  stale: boolean;
  onTab: (tab: Tab) => void;
}

function Top({ world, tab, stale, onTab }: TopProps) {
  const app = useApp();
  const venue = world.views.venue;
  const zone = zoneOf(world);
  const open = calls(world).length;
  const weather = WEATHER[venue?.weather ?? ''];
  const tabs = useMemo<Tab[]>(() => ['live', 'calls', 'wall'], []);
  return (
    <header class="top">
      <span class="mark">
        <svg viewBox="0 0 26 14" aria-hidden="true">
          <path d="M0 7h26" stroke="currentColor" stroke-width="3" />
          <circle cx="7" cy="7" r="4.5" fill="var(--b-paper)" stroke="currentColor" stroke-width="3" />
          <circle cx="19" cy="7" r="6" fill="currentColor" />
        </svg>
        {text(venue?.name)}
      </span>
      <nav aria-label={say('navigation')}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            class="tab"
            data-id={`tab-${one}`}
            aria-current={one === tab ? 'page' : undefined}
            onClick={() => onTab(one)}
          >
            {say(one)}
            {one === 'calls' && open > 0 && <span class="n">{open}</span>}
          </button>
        ))}
      </nav>
      <span class="gap" />
      {openers(world, 'expect').map(({ book, trigger }) => (
        <button
          key={trigger.id}
          type="button"
          class="btn sm"
          data-id={`open-${trigger.id}`}
          disabled={stale}
          onClick={() => app.pages.go({ name: 'ask', book: book.doc.hash, trigger: trigger.id, journey: null })}
        >
          {text(trigger.name)}
        </button>
      ))}
      {weather && (
        <span class="contact">
          {weather === 'rain' && <Icon name="rain" />}
          {sayField(weather)}
        </span>
      )}
      <Contact stale={stale} />
      <button type="button" class="contact quietbtn" data-id="me" onClick={() => app.pages.go({ name: 'duty' })}>
        {text(myPositions(world)[0]?.name)} {text(nameOf(world, world.me))}
      </button>
      <button type="button" class="contact quietbtn" data-id="language" onClick={toggleLanguage}>
        {sayField('language')}
      </button>
      <span class="contact">{dayName(world.now, zone, language.value)}</span>
      <time class="clock num">{clockSeconds(world.now, zone)}</time>
    </header>
  );
}

/** The age in whole seconds; drawn again only when it changes. */
function Contact({ stale }: { stale: boolean }) {
  const app = useApp();
  const seconds = useComputed(() => Math.floor(app.clock.age.value / 1000)).value;
  return (
    <span class={`contact ${stale ? 'lost' : ''}`} role="status">
      <i />
      {stale ? sayField('lost', { age: say('age', { n: seconds }) }) : say('connected', { n: seconds })}
    </span>
  );
}

function StaleBar({ world }: { world: World }) {
  const app = useApp();
  const seconds = useComputed(() => Math.floor(app.clock.age.value / 1000)).value;
  const lost = app.clock.contact.value.kind === 'lost';
  return (
    <div class="stalebar">
      <span class="age num" aria-hidden="true">
        {say('age', { n: seconds })}
      </span>
      <span role="alert">
        <b>{say('stale', { at: clock(world.now, zoneOf(world)) })}</b>
        <br />
        {say('staleHelp')}
        {lost && <b> {say('staleUse')}</b>}
      </span>
    </div>
  );
}

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Page } from '../state/pages.ts';
import { rankOf } from '../state/ring.ts';
import { ringing } from '../state/select/alerts.ts';
import { myPositions, self, type World } from '../state/world.ts';
import { CallPage } from './call/CallPage.tsx';
import { CallsPage } from './call/CallsPage.tsx';
import { EndedBand } from './call/EndedBand.tsx';
import { HeardPage } from './call/HeardPage.tsx';
import { HistoryPage } from './call/HistoryPage.tsx';
import { PhrasesPage } from './call/PhrasesPage.tsx';
import { SosPage } from './call/SosPage.tsx';
import { useApp, useWorld } from './context.ts';
import { AwayPage } from './duty/AwayPage.tsx';
import { DutyPage } from './duty/DutyPage.tsx';
import { StartPage } from './duty/StartPage.tsx';
import { AdmitPage } from './field/AdmitPage.tsx';
import { Arrival } from './field/Arrival.tsx';
import { ArrivalHome } from './field/ArrivalHome.tsx';
import { AskPage } from './field/AskPage.tsx';
import { DoorHome } from './field/DoorHome.tsx';
import { DrinksHome } from './field/DrinksHome.tsx';
import { HostHome } from './field/HostHome.tsx';
import { JourneyPage } from './field/JourneyPage.tsx';
import { RoomsHome } from './field/RoomsHome.tsx';
import { JoinPage } from './join/JoinPage.tsx';
import { OutboxPage } from './lost/OutboxPage.tsx';
import { RefusedPage } from './lost/RefusedPage.tsx';
import { Floor } from './parts/Floor.tsx';
import { Empty, Screen } from './parts/Screen.tsx';
import { spoken } from './sound/player.ts';
import { ended } from './sound/ringer.ts';
import { say } from './words/words.ts';

/** A call covers lists at once; a half-typed plate only after so long without a touch, unless it is urgent. */
const TYPING_GRACE_MS = 3_000;

/** What is on the screen: sign-in, a refusal, a call, or the page one is on. */
export function Root() {
  const app = useApp();
  if (app.session.value === null) return <JoinPage />;
  return (
    <>
      <Under />
      <Over />
      <p class="sr" aria-live="polite" data-spoken={spoken.value}>
        {spoken.value}
      </p>
    </>
  );
}

function Under() {
  const app = useApp();
  const world = useWorld();
  const page = app.pages.page.value;
  if (!world.views.venue) return <Loading />;
  if (page.name === 'home') return <Home world={world} />;
  return <PageOf page={page} />;
}

/** Over the page, which keeps what was typed: what was refused first, then the most urgent call. */
function Over() {
  const app = useApp();
  const world = useWorld();
  const calm = useCalm(app.pages.page.value);
  const session = app.session.value?.sessionId;
  const refused = app.outbox.value.find((one) => one.state === 'refused' && one.session === session);
  const calls = ringing(world).filter((alert) => rankOf(alert.kind) > 0);
  const first = calls[0];
  const covers = first && (calm || rankOf(first.kind) > 1) && app.pages.page.value.name !== 'start';
  return (
    <>
      {ended.value && <EndedBand alert={ended.value} />}
      {refused && !(first && rankOf(first.kind) > 1) ? (
        <RefusedPage one={refused} />
      ) : (
        covers && <CallPage key={first.id} alert={first} more={calls.length - 1} />
      )}
    </>
  );
}

/** Whether nobody is in the middle of typing: pages with a pad count touches. */
function useCalm(page: Page): boolean {
  const typing = page.name === 'arrival' || page.name === 'ask';
  const [calm, setCalm] = useState(true);
  useEffect(() => {
    if (!typing) return setCalm(true);
    let timer: ReturnType<typeof setTimeout>;
    const touched = () => {
      setCalm(false);
      clearTimeout(timer);
      timer = setTimeout(() => setCalm(true), TYPING_GRACE_MS);
    };
    window.addEventListener('pointerdown', touched);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', touched);
    };
  }, [typing]);
  return calm || !typing;
}

function Home({ world }: { world: World }) {
  if (self(world)?.positions.length === 0) return <StartPage />;
  switch (screenOf(world)) {
    case 'arrival':
      return <ArrivalHome />;
    case 'door':
      return <DoorHome />;
    case 'drinks':
      return <DrinksHome />;
    case 'host':
      return <HostHome />;
    case 'rooms':
      return <RoomsHome />;
    case 'desk':
    case 'watch':
      return <Board />;
    default:
      return <CallsPage home />;
  }
}

/** The position's screen is venue data; of several the first that is more than a list of calls. */
function screenOf(world: World): string {
  const screens = myPositions(world).map((one) => one.screen);
  return screens.find((one) => one !== 'calls') ?? 'calls';
}

/** The board comes in a file of its own: no phone loads it. */
function Board() {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null);
  useEffect(() => {
    void import('./board/BoardPage.tsx').then((module) => setLoaded(() => module.BoardPage));
  }, []);
  return Loaded ? <Loaded /> : <Loading />;
}

function Loading() {
  const app = useApp();
  return (
    <Screen name="loading" hidden={say('loading')} dock={<Floor words={say('phrases')} off small={say('loading')} />}>
      <Empty words={say('loading')} help={app.clock.contact.value.kind === 'lost' ? say('joinFailed') : ''} />
    </Screen>
  );
}

function PageOf({ page }: { page: Page }) {
  switch (page.name) {
    case 'arrival':
      return <Arrival journey={page.journey} />;
    case 'ask':
      return <AskPage book={page.book} trigger={page.trigger} journey={page.journey} />;
    case 'journey':
      return <JourneyPage id={page.journey} />;
    case 'heard':
      return <HeardPage journey={page.journey} alert={page.alert} />;
    case 'admit':
      return <AdmitPage id={page.journey} />;
    case 'calls':
      return <CallsPage home={false} />;
    case 'history':
      return <HistoryPage />;
    case 'outbox':
      return <OutboxPage />;
    case 'phrases':
      return <PhrasesPage journey={page.journey} />;
    case 'away':
      return <AwayPage />;
    case 'duty':
      return <DutyPage />;
    case 'start':
      return <StartPage />;
    case 'sos':
      return <SosPage />;
    case 'home':
      return null;
  }
}

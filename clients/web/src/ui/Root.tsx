import { useEffect, useState } from 'preact/hooks';
import type { AlertView } from '../protocol/contracts.gen.ts';
import type { Waiting } from '../state/outbox.ts';
import type { Page } from '../state/pages.ts';
import { rankOf } from '../state/ring.ts';
import { ringing } from '../state/select/alerts.ts';
import { myPositions, self, type World } from '../state/world.ts';
import { CallPage } from './call/CallPage.tsx';
import { CallsPage } from './call/CallsPage.tsx';
import { EndedBand } from './call/EndedBand.tsx';
import { HeardPage } from './call/HeardPage.tsx';
import { SosPage } from './call/SosPage.tsx';
import { useApp, useWorld } from './context.ts';
import { StartPage } from './duty/StartPage.tsx';
import { JoinPage } from './join/JoinPage.tsx';
import { later } from './later.tsx';
import { OutboxPage } from './lost/OutboxPage.tsx';
import { RefusedPage } from './lost/RefusedPage.tsx';
import { Floor } from './parts/Floor.tsx';
import { Empty, Screen } from './parts/Screen.tsx';
import { isTablet } from './size.ts';
import { spoken } from './sound/player.ts';
import { ended } from './sound/ringer.ts';
import { say } from './words/words.ts';

/** A call covers lists at once; a half-typed plate only after so long without a touch, unless it is urgent. */
const TYPING_GRACE_MS = 3_000;

const loading = () => <Loading />;
const field = () => import('./field/screens.ts');
const AdmitPage = later(async () => (await field()).AdmitPage, loading);
const Arrival = later(async () => (await field()).Arrival, loading);
const ArrivalHome = later(async () => (await field()).ArrivalHome, loading);
const AskPage = later(async () => (await field()).AskPage, loading);
const CardPage = later(async () => (await field()).CardPage, loading);
const DoorHome = later(async () => (await field()).DoorHome, loading);
const DrinksHome = later(async () => (await field()).DrinksHome, loading);
const HostHome = later(async () => (await field()).HostHome, loading);
const JourneyPage = later(async () => (await field()).JourneyPage, loading);
const RoomsHome = later(async () => (await field()).RoomsHome, loading);
const more = () => import('./more.ts');
const AwayPage = later(async () => (await more()).AwayPage, loading);
const DutyPage = later(async () => (await more()).DutyPage, loading);
const HistoryPage = later(async () => (await more()).HistoryPage, loading);
const PhrasesPage = later(async () => (await more()).PhrasesPage, loading);
/** No phone loads the board. */
const Board = later(async () => (await import('./board/BoardPage.tsx')).BoardPage, loading, false);

/** What is on the screen: sign-in, a refusal, a call, or the page one is on. */
export function Root() {
  const app = useApp();
  if (app.session.value === null) return <JoinPage />;
  return <SignedIn />;
}

/** The page keeps what was typed while something lies over it, and cannot be reached meanwhile. */
function SignedIn() {
  const over = useOver();
  return (
    <>
      <div class="under" inert={over !== null}>
        <Under />
      </div>
      {ended.value && <EndedBand alert={ended.value} />}
      {over?.kind === 'refused' && <RefusedPage one={over.one} />}
      {over?.kind === 'call' && <CallPage key={over.alert.id} alert={over.alert} more={over.more} />}
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

type Cover = { kind: 'refused'; one: Waiting } | { kind: 'call'; alert: AlertView; more: number };

/** What lies over the page: what was refused first, unless a call is urgent; then the most urgent call. */
function useOver(): Cover | null {
  const app = useApp();
  const world = useWorld();
  const page = app.pages.page.value;
  const calm = useCalm(page);
  const session = app.session.value?.sessionId;
  const refused = app.outbox.value.find((one) => one.state === 'refused' && one.session === session);
  const calls = ringing(world).filter((alert) => rankOf(alert.kind) > 0);
  const first = calls[0];
  if (refused && !(first && rankOf(first.kind) > 1)) return { kind: 'refused', one: refused };
  if (!first || page.name === 'start' || !isCovering(first, screenOf(world), calm)) return null;
  return { kind: 'call', alert: first, more: calls.length - 1 };
}

/** The board has its strip of needs: only an emergency goes over it. A half-typed plate gives way to what is urgent. */
function isCovering(alert: AlertView, screen: string, calm: boolean): boolean {
  const rank = rankOf(alert.kind);
  if (isTablet.value && (screen === 'watch' || screen === 'desk')) return rank > 2;
  return calm || rank > 1;
}

/** Whether nobody is in the middle of typing: pages with a pad count touches. */
function useCalm(page: Page): boolean {
  const typing = page.name === 'arrival' || page.name === 'ask' || page.name === 'card';
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
      // On a phone a board is a list of calls.
      return isTablet.value ? <Board /> : <CallsPage home />;
    default:
      return <CallsPage home />;
  }
}

/** The position's screen is venue data; of several the first that is more than a list of calls. */
function screenOf(world: World): string {
  const screens = myPositions(world).map((one) => one.screen);
  return screens.find((one) => one !== 'calls') ?? 'calls';
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
      return <AskPage book={page.book} trigger={page.trigger} journey={page.journey} given={page.given} />;
    case 'card':
      return <CardPage id={page.journey} />;
    case 'journey':
      return <JourneyPage id={page.journey} />;
    case 'heard':
      return <HeardPage journey={page.journey} alert={page.alert} sent={page.sent} />;
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

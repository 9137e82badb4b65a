import { Kinds } from '../../protocol/contracts.gen.ts';
import { firstRoom, type Room, rooms } from '../../state/select/rooms.ts';
import { openers } from '../../state/select/steps.ts';
import { pull } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { Run, span } from '../parts/Run.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { isTablet } from '../size.ts';
import { text } from '../words/language.ts';
import { minutes } from '../words/time.ts';
import { say, type Word } from '../words/words.ts';
import { heardWords } from './MainFloor.tsx';

const LOOK: Record<Room['state'], string> = {
  free: 'free',
  reserved: 'prep',
  ready: 'ready',
  used: 'busy',
  closed: 'free',
};
const WORD: Record<Room['state'], Word> = {
  free: 'roomFree',
  reserved: 'roomReserved',
  ready: 'roomReady',
  used: 'roomUsed',
  closed: 'roomClosed',
};

/** Rooms as areas on one line: free, preparing, ready, occupied, late. The floor stands under the room it is for. */
export function RoomsHome() {
  const world = useWorld();
  const all = rooms(world);
  const first = firstRoom(all);
  const at = first ? all.indexOf(first) : -1;
  // Two rows from five rooms on: the line then comes down from the column of its room.
  const columns = all.length > 4 ? Math.ceil(all.length / 2) : Math.max(1, all.length);
  const under = isTablet.value && at >= 0 ? (at % columns) * (100 / columns) : undefined;
  return (
    <Screen
      name="rooms"
      hidden={say('roomsAllFree')}
      class="roomsmain"
      dock={
        <>
          <Alone />
          <RoomFloor room={first} under={under} />
        </>
      }
    >
      {all.length === 0 && <Empty words={say('roomsNone')} help="" />}
      <div class="rooms" style={{ '--columns': String(columns) }}>
        {all.map((room) => (
          <Area key={room.place.id} room={room} onFloor={room === first} />
        ))}
      </div>
    </Screen>
  );
}

/** A guest whom nobody expects stands at the door: the opener that declines. */
function Alone() {
  const app = useApp();
  const world = useWorld();
  const ways = openers(world, 'decline');
  if (ways.length === 0) return null;
  return (
    <div class="seconds">
      {ways.map(({ book, trigger }) => (
        <Press
          key={trigger.id}
          class="btn"
          id={`open-${trigger.id}`}
          onPress={() => app.pages.go({ name: 'ask', book: book.doc.hash, trigger: trigger.id, journey: null })}
        >
          {text(trigger.name)}
        </Press>
      ))}
    </div>
  );
}

function RoomFloor({ room, under }: { room: Room | null; under: number | undefined }) {
  const app = useApp();
  const world = useWorld();
  const card = room?.card;
  if (room?.state === 'ready' && room.admit && card)
    return (
      <Floor
        words={`${card.address} ${text(room.admit.trigger.name)}`}
        small={card.companion ? say('companion', { who: text(card.companion) }) : say('noCompanion')}
        under={under}
        onPress={() => app.pages.go({ name: 'admit', journey: card.journey.id })}
      />
    );
  if (room?.ready && card) {
    const step = room.ready;
    return (
      <Floor
        words={`${text(room.place.name)} ${say('roomReady')}`}
        small={heardWords(world, card.journey, step)}
        under={under}
        once={`${card.journey.id} ${step.trigger.id}`}
        onPress={() => pull(app, card.journey, step.trigger)}
      />
    );
  }
  return (
    <Floor
      words={say('phrases')}
      small={say('phrasesHelp')}
      onPress={() => app.pages.go({ name: 'phrases', journey: null })}
    />
  );
}

/** A of A样板房 and of Room A: what is read across a room. A name without such a letter is its own sign. */
function signOf(name: string): string {
  return /^[A-Z0-9]{1,3}(?![A-Za-z0-9])/.exec(name)?.[0] ?? /(?:^|\s)([A-Z0-9]{1,3})$/.exec(name)?.[1] ?? name;
}

function Area({ room, onFloor }: { room: Room; onFloor: boolean }) {
  const { card } = room;
  const name = text(room.place.name);
  const sign = signOf(name);
  const left = room.target === null ? null : room.target - room.elapsed;
  const prep = room.state === 'reserved' && left !== null;
  return (
    <section class={`room ${room.late ? 'late' : LOOK[room.state]}`} aria-label={name} data-room={room.place.id}>
      <h2 class="no">
        {sign} <small>{say(WORD[room.state])}</small>
      </h2>
      <div class="rline" />
      {card && <p class="g">{card.address}</p>}
      {card && (
        <p>
          {card.companion
            ? say('companion', { who: text(card.companion) })
            : room.caller
              ? say('brings', { who: text(room.caller) })
              : say('noCompanion')}
        </p>
      )}
      {room.state === 'free' || room.state === 'closed' ? (
        <p class="g quiet">{say('freeFor', { n: minutes(room.elapsed) })}</p>
      ) : (
        <>
          <p class={`huge ${room.late ? 'now' : ''}`}>
            {span(prep ? Math.abs(left) : room.elapsed)}{' '}
            <small>
              {prep && say(left < 0 ? 'over' : 'left')}
              {room.state === 'ready' && say('waitingFor')}
            </small>
          </p>
          {room.target !== null && <Run elapsed={room.elapsed} target={room.target} bare />}
        </>
      )}
      {card?.needs.map((need) => (
        <p key={need.zh}>
          <span class="tag need">
            <Icon name="person" /> {text(need)}
          </span>
        </p>
      ))}
      <div class="foot">
        <AreaButtons room={room} onFloor={onFloor} />
      </div>
    </section>
  );
}

function AreaButtons({ room, onFloor }: { room: Room; onFloor: boolean }) {
  const app = useApp();
  const { card, end, admit, ready } = room;
  const place = { place: room.place.id, open: room.state === 'closed' ? 'true' : 'false' };
  const step = end ?? (onFloor ? null : room.state === 'ready' ? admit : room.state === 'reserved' ? ready : null);
  if (card && step)
    return (
      <Press
        class="btn"
        id={`room-${room.place.id}`}
        once={`${card.journey.id} ${step.trigger.id}`}
        onPress={() =>
          step === admit
            ? app.pages.go({ name: 'admit', journey: card.journey.id })
            : pull(app, card.journey, step.trigger)
        }
      >
        {text(step.trigger.name)}
      </Press>
    );
  if (card)
    return (
      <Press
        class="btn"
        id={`open-${room.place.id}`}
        onPress={() => app.pages.go({ name: 'journey', journey: card.journey.id })}
      >
        {say('otherSteps')}
      </Press>
    );
  const words = say(room.state === 'closed' ? 'openRoom' : 'closeRoom');
  return (
    <Press
      class="btn"
      id={`open-${room.place.id}`}
      once={`place ${room.place.id}`}
      onPress={() => app.do({ kind: Kinds.placeOpen, args: place, says: `${text(room.place.name)} ${words}` })}
    >
      {words}
    </Press>
  );
}

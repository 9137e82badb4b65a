import { ringing, taken } from '../../state/select/alerts.ts';
import { type Card, expected, inside } from '../../state/select/guests.ts';
import { mainStep, openers } from '../../state/select/steps.ts';
import { bookFor, type World } from '../../state/world.ts';
import { finish, headOf } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Press } from '../parts/Press.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { text } from '../words/language.ts';
import { say } from '../words/words.ts';
import { ExpectedRow, GuestRow } from './GuestRow.tsx';
import { MainFloor } from './MainFloor.tsx';

/** Who leads guests: mine first, with their time; then who will be mine. The floor is the next step of the oldest due. */
export function HostHome() {
  const app = useApp();
  const world = useWorld();
  const all = inside(world);
  const mine = all.filter((card) => isMine(world, card));
  const others = all.filter((card) => !mine.includes(card) && mainStep(world, card.journey) !== null);
  const soon = expected(world).cards.filter((card) => isMine(world, card));
  const open = (card: Card) => app.pages.go({ name: 'journey', journey: card.journey.id });
  const calls = taken(world);
  const only = mine.length === 1 ? mine[0] : undefined;
  return (
    <Screen
      name="host"
      hidden={say('inHand', { n: mine.length })}
      dock={
        <>
          <Expect />
          {only ? (
            <MainFloor journey={only.journey} />
          ) : (
            <Floor
              words={say('phrases')}
              small={ringing(world).length > 0 ? say('openCalls', { n: ringing(world).length }) : say('phrasesHelp')}
              onPress={() => app.pages.go({ name: 'phrases', journey: null })}
            />
          )}
        </>
      }
    >
      {calls.map((alert) => (
        <div key={alert.id} class="row flat warm">
          <span>
            <span class="n wrap">{headOf(alert)}</span>
            <span class="s">{say('acknowledged')}</span>
          </span>
          <Press class="btn fit" id={`done-${alert.id}`} once={`done ${alert.id}`} onPress={() => finish(app, alert)}>
            {say('doneCall')}
          </Press>
        </div>
      ))}
      {mine.length === 0 ? (
        <Empty words={say('noGuest')} help={say('noGuestHelp')} />
      ) : (
        <>
          <h2 class="head">{say('inHand', { n: mine.length })}</h2>
          <div class="lined">
            {mine.map((card) => (
              <GuestRow
                key={card.journey.id}
                card={card}
                onPress={() => open(card)}
                action={<StageTag card={card} />}
              />
            ))}
          </div>
        </>
      )}
      {soon.length > 0 && (
        <>
          <h2 class="head">{say('expected', { n: soon.length })}</h2>
          <div class="lined">
            {soon.map((card) => (
              <ExpectedRow key={card.journey.id} card={card} likely={false} onPress={() => open(card)} />
            ))}
          </div>
        </>
      )}
      {others.length > 0 && (
        <>
          <h2 class="head">{say('otherGuests')}</h2>
          <div class="lined">
            {others.map((card) => (
              <GuestRow
                key={card.journey.id}
                card={card}
                onPress={() => open(card)}
                action={<StageTag card={card} />}
              />
            ))}
          </div>
        </>
      )}
    </Screen>
  );
}

/** A guest who will come: opened by whoever makes the appointment. */
export function Expect() {
  const app = useApp();
  const world = useWorld();
  const ways = openers(world, 'expect');
  if (ways.length === 0) return null;
  return (
    <div class="seconds">
      {ways.map(({ book, trigger }) => (
        <Press
          key={book.doc.hash + trigger.id}
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

/** Led by this person, or named in one of the journey's staff fields. */
function isMine(world: World, card: Card): boolean {
  if (card.journey.host === world.me) return true;
  const fields = [...(bookFor(world, card.journey)?.fields.values() ?? [])];
  return fields.some((field) => field.type === 'staff' && card.journey.facts[field.id] === world.me);
}

function StageTag({ card }: { card: Card }) {
  return <span class="small">{text(card.stage?.name)}</span>;
}

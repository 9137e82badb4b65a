import { useState } from 'preact/hooks';
import { compose, TITLES } from '../../state/address.ts';
import { fieldBy } from '../../state/book.ts';
import { PLATE_LETTERS, TAIL } from '../../state/plate.ts';
import { type Card, expected, inside, search } from '../../state/select/guests.ts';
import { hearers, nextOnRota, type Opener, openers, stepBy } from '../../state/select/steps.ts';
import { isWetOutside, type World } from '../../state/world.ts';
import { pull, send } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { DeleteKey, Key, TailSlots } from '../parts/Keys.tsx';
import { Tail } from '../parts/Plate.tsx';
import { Press } from '../parts/Press.tsx';
import { Screen } from '../parts/Screen.tsx';
import { list, text } from '../words/language.ts';
import { say } from '../words/words.ts';
import { ExpectedWords } from './GuestRow.tsx';

/** Four are enough to find one guest among a day's. */
const PLACES = 4;
/** More hits than this are no choice but a list: one more letter is faster. */
const SHOWN = 4;

/** Who is here? One pad for plate, phone and surname; found → the floor names the guest. */
export function Arrival(props: { journey: string | null }) {
  const app = useApp();
  const world = useWorld();
  const [typed, setTyped] = useState('');
  const [letters, setLetters] = useState(false);
  const [picked, setPicked] = useState(props.journey);
  const all = expected(world).cards;
  const found = search(all, typed);
  const shown = typed ? found.slice(0, SHOWN) : all.filter((card) => card.journey.id === picked);
  const chosen = chosenOf(shown, picked);
  const press = (key: string) => {
    setPicked(null);
    setTyped((had) => (had.length < PLACES ? had + key : had));
  };
  return (
    <Screen
      name="arrival"
      title={say('whoTitle')}
      end={say('whoHelp')}
      dock={
        <>
          <Pad
            letters={letters}
            onKey={press}
            onMode={setLetters}
            onClear={() => setTyped('')}
            onDelete={() => setTyped((had) => had.slice(0, -1))}
          />
          <ArrivalFloor card={chosen} world={world} />
        </>
      }
    >
      <TailSlots typed={typed} places={PLACES} />
      <div class="gap" />
      {typed && found.length === 0 && <NoneFound world={world} typed={typed} />}
      {found.length > 1 && <p class="head">{say('manyFound', { n: found.length })}</p>}
      {shown.map((card) => (
        <Found
          key={card.journey.id}
          card={card}
          world={world}
          typed={typed}
          chosen={card === chosen}
          onPress={() => setPicked(card.journey.id)}
        />
      ))}
      <NotListed world={world} typed={typed} app={app} />
    </Screen>
  );
}

function chosenOf(shown: readonly Card[], picked: string | null): Card | null {
  return shown.find((card) => card.journey.id === picked) ?? (shown.length === 1 ? (shown[0] ?? null) : null);
}

function ArrivalFloor({ card, world }: { card: Card | null; world: World }) {
  const app = useApp();
  const step = card && stepBy(world, card.journey, 'arrive');
  if (!card || !step) return <Floor words={say('carHere')} small={say('pickFirst')} off />;
  const heard = hearers(world, step.trigger, card.journey).map(text);
  return (
    <Floor
      words={say('isHere', { who: card.address })}
      small={heard.length > 0 ? say('willHear', { who: list(heard) }) : say('nobodyHears')}
      once={`${card.journey.id} ${step.trigger.id}`}
      onPress={() => {
        pull(app, card.journey, step.trigger);
        if (app.pages.page.peek().name === 'arrival') {
          app.pages.swap({ name: 'heard', journey: card.journey.id, alert: null });
        }
      }}
    />
  );
}

function Found(props: { card: Card; world: World; typed: string; chosen: boolean; onPress: () => void }) {
  const { card, world } = props;
  return (
    <Press class={`row flat found ${props.chosen ? 'pick' : ''}`} pressed={props.chosen} onPress={props.onPress}>
      <span>
        <span class="n">{card.address}</span>
        <ExpectedWords card={card} world={world} />
        {isWetOutside(world) && (
          <span class="s wait">
            <b>
              <Icon name="umb" /> {say('rainReady')}
            </b>
          </span>
        )}
      </span>
      <Tail tail={card.tail} green={card.green} typed={props.typed || undefined} />
    </Press>
  );
}

function NoneFound({ world, typed }: { world: World; typed: string }) {
  const here = search(inside(world), typed)[0];
  return (
    <p class="pad">
      <b>
        {here
          ? `${here.address} ${say('alreadyHere', { where: text(here.where) || text(here.stage?.name) })}`
          : say('noneFound')}
      </b>
      <br />
      {!here && <span class="small">{say('noneFoundHelp')}</span>}
    </p>
  );
}

/** Nobody on the list: one tap reports a stranger, or the page that asks for name, plate and party. */
function NotListed({ world, typed, app }: { world: World; typed: string; app: ReturnType<typeof useApp> }) {
  const ways = openers(world, 'walk-in', 'return-visit');
  if (ways.length === 0) return null;
  const given = (way: Opener): Record<string, string> => {
    const plate = fieldBy(way.book, 'plate');
    return plate && /\d/.test(typed) && typed.length >= TAIL ? { [plate.id]: typed.slice(-TAIL) } : {};
  };
  const ask = (way: Opener) =>
    app.pages.swap({
      name: 'ask',
      book: way.book.doc.hash,
      trigger: way.trigger.id,
      journey: null,
      given: given(way),
    });
  const report = (way: Opener, address: string) => {
    const field = fieldBy(way.book, 'address');
    const fields = field ? { ...given(way), [field.id]: address } : given(way);
    app.pages.swap({ name: 'heard', journey: null, alert: null, sent: send(app, way.book, way.trigger, null, fields) });
  };
  const atOnce = ways.find((way) => way.trigger.needs.length === 0);
  return (
    <>
      <p class="head">
        {say('notListed')}
        <em>{say('notListedHelp')}</em>
      </p>
      {atOnce && (
        <div class="seconds">
          {TITLES.slice(0, 2).map((title) => (
            <Press
              key={title.value}
              class="btn stack"
              id={`open-${atOnce.trigger.id}-${title.word}`}
              once={atOnce.trigger.id}
              onPress={() => report(atOnce, compose('', title.value))}
            >
              {say(title.stranger)}
              <small>{wayHelp(world, atOnce)}</small>
            </Press>
          ))}
        </div>
      )}
      <div class="seconds">
        {ways.map((way) => (
          <Press key={way.trigger.id} class="btn stack" id={`open-${way.trigger.id}`} onPress={() => ask(way)}>
            {text(way.trigger.name)}
            <small>{way === atOnce ? askHelp(way) : wayHelp(world, way)}</small>
          </Press>
        ))}
      </div>
    </>
  );
}

/** 称呼、车牌: what may be told beforehand. */
function askHelp(way: Opener): string {
  return list(
    way.trigger.ask
      .slice(0, 2)
      .map((id) => text(way.book.fields.get(id)?.name))
      .filter(Boolean),
  );
}

/** Whom it calls: the next on the rota, unless it asks for a person itself. */
function wayHelp(world: World, way: Opener): string {
  const person = way.trigger.needs.map((id) => way.book.fields.get(id)).find((field) => field?.type === 'staff');
  if (person) return text(person.name);
  const next = nextOnRota(world);
  return next ? say('turnOf', { who: text(next.name) }) : list(hearers(world, way.trigger, null).map(text));
}

interface PadProps {
  letters: boolean;
  onKey: (key: string) => void;
  onMode: (letters: boolean) => void;
  onClear: () => void;
  onDelete: () => void;
}

function Pad(props: PadProps) {
  const keys = props.letters ? [...PLATE_LETTERS] : [...'1234567890'];
  return (
    <div class={`keys ${props.letters ? 'k7' : 'k5'}`}>
      {keys.map((key) => (
        <Key key={key} name={key} onPress={props.onKey} />
      ))}
      <Key
        name="mode"
        class="fn wide"
        label={props.letters ? say('digits') : say('letters')}
        onPress={() => props.onMode(!props.letters)}
      />
      <Key name="clear" class={props.letters ? 'fn' : 'fn wide'} label={say('clearAll')} onPress={props.onClear} />
      <DeleteKey onPress={props.onDelete} />
    </div>
  );
}

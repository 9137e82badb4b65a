import type { FieldWords, JourneyView, PlaceView } from '../../protocol/contracts.gen.ts';
import { candidates, type Question } from '../../state/select/steps.ts';
import { addressOf, nameOf, zoneOf } from '../../state/world.ts';
import { useWorld } from '../context.ts';
import { Icon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { list, text } from '../words/language.ts';
import { clock } from '../words/time.ts';
import { say } from '../words/words.ts';
import { AddressPad } from './AddressPad.tsx';
import { PlatePad } from './PlatePad.tsx';

interface AnswererProps {
  question: Question;
  value: string;
  journey: JourneyView | null;
  onAnswer: (value: string) => void;
}

/** One field, asked in the way of its type. */
export function Answerer(props: AnswererProps) {
  const { field } = props.question;
  switch (field.type) {
    case 'choice':
    case 'choices':
      return <Choices {...props} />;
    case 'number':
      return <Amount {...props} />;
    case 'place':
      return <Places {...props} />;
    case 'staff':
      return <People {...props} />;
    case 'position':
      return <Positions {...props} />;
    case 'time':
      return <Hour {...props} />;
    default:
      if (field.use === 'plate') return <PlatePad value={props.value} onPlate={props.onAnswer} />;
      if (field.use === 'address')
        return <AddressPad id={field.id} name={text(field.name)} value={props.value} onAnswer={props.onAnswer} />;
      return <Words {...props} />;
  }
}

function Choices({ question: { field }, value, onAnswer }: AnswererProps) {
  const chosen = value ? value.split(',') : [];
  const toggle = (id: string) => {
    if (field.type === 'choice') return onAnswer(chosen.includes(id) ? '' : id);
    onAnswer((chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]).join(','));
  };
  return (
    <div class="wrapbtns pad">
      {field.choices.map((choice) => {
        const on = chosen.includes(choice.id);
        return (
          <Press
            key={choice.id}
            class={`btn ${on ? 'sel' : ''}`}
            id={`${field.id}-${choice.id}`}
            pressed={on}
            onPress={() => toggle(choice.id)}
          >
            {text(choice.name)}
          </Press>
        );
      })}
    </div>
  );
}

/** A party, a number of covers: counted up and down, never typed. */
function Amount({ question: { field }, value, onAnswer }: AnswererProps) {
  const least = field.min ?? 0;
  const most = field.max ?? 99;
  const now = value ? Number(value) : null;
  const set = (next: number) => onAnswer(String(Math.min(most, Math.max(least, next))));
  return (
    <div class="amount pad">
      <Press
        class="btn fit"
        id={`${field.id}-less`}
        label={`${text(field.name)} −1`}
        onPress={() => set((now ?? least) - 1)}
      >
        −
      </Press>
      <output class="big">{now ?? '–'}</output>
      <Press
        class="btn fit"
        id={`${field.id}-more`}
        label={`${text(field.name)} +1`}
        onPress={() => set(now === null ? Math.max(least, 1) : now + 1)}
      >
        +
      </Press>
    </div>
  );
}

function Places({ question: { field }, value, journey, onAnswer }: AnswererProps) {
  const world = useWorld();
  const all = [...world.views.places.values()]
    .filter((place) => place.kind === field.kind)
    .sort((a, b) => a.order - b.order);
  const free = all.filter((place) => isFree(place, journey) || place.id === value);
  if (free.length === 0) return <p class="pad">{say('askNone')}</p>;
  const taken = all.filter((place) => !free.includes(place) && place.journey);
  return (
    <>
      <div class="wrapbtns pad">
        {free.map((place) => (
          <Press
            key={place.id}
            class={`btn ${place.id === value ? 'sel' : ''}`}
            id={`${field.id}-${place.id}`}
            pressed={place.id === value}
            onPress={() => onAnswer(place.id === value ? '' : place.id)}
          >
            {text(place.name)}
          </Press>
        ))}
      </div>
      {taken.length > 0 && field.choices.length === 0 && (
        <p class="small pad">
          {list(
            taken.slice(0, 4).map((place) => {
              const owner = world.views.journeys.get(place.journey ?? '');
              return `${text(place.name)} ${owner ? addressOf(world, owner) : ''}`;
            }),
          )}
        </p>
      )}
    </>
  );
}

function isFree(place: PlaceView, journey: JourneyView | null): boolean {
  return place.state === 'free' || (place.journey !== null && place.journey === journey?.id);
}

/** Who can be named: on duty at one of the field's positions, the least busy first. */
function People({ question: { field }, value, onAnswer }: AnswererProps) {
  const world = useWorld();
  const people = candidates(world, field);
  if (people.length === 0) return <p class="pad">{say('askNobody')}</p>;
  return (
    <>
      {people.map((one) => {
        const on = one.id === value;
        const hosting = one.hosting.flatMap((id) => world.views.journeys.get(id) ?? []);
        const busy = hosting.length > 0;
        return (
          <Press
            key={one.id}
            class={`row flat ${on ? 'pick' : ''}`}
            id={`${field.id}-${one.id}`}
            pressed={on}
            onPress={() => onAnswer(on ? '' : one.id)}
          >
            <span>
              <span class="n">{text(one.name)}</span>
              <span class="s">
                {list(one.positions.map((id) => text(nameOf(world, id))))} ·{' '}
                {busy ? say('withGuest', { who: list(hosting.map((j) => addressOf(world, j))) }) : say('atHand')}
              </span>
            </span>
            {on && (
              <b class="ok">
                <Icon name="check" /> {say('chosen')}
              </b>
            )}
          </Press>
        );
      })}
    </>
  );
}

function Positions({ question: { field }, value, onAnswer }: AnswererProps) {
  const world = useWorld();
  return (
    <div class="wrapbtns pad">
      {[...world.views.positions.values()]
        .sort((a, b) => a.order - b.order)
        .map((one) => (
          <Press
            key={one.id}
            class={`btn ${one.id === value ? 'sel' : ''}`}
            id={`${field.id}-${one.id}`}
            pressed={one.id === value}
            onPress={() => onAnswer(one.id === value ? '' : one.id)}
          >
            {text(one.name)}
          </Press>
        ))}
    </div>
  );
}

/** Near times are a tap; they are what is asked for on the floor. */
const MINUTES = [15, 30, 45, 60, 90, 120];

function Hour({ question: { field }, value, onAnswer }: AnswererProps) {
  const world = useWorld();
  const base = Math.ceil(world.now / 300_000) * 300_000;
  return (
    <div class="wrapbtns pad">
      {MINUTES.map((minutes) => {
        const at = String(base + minutes * 60_000);
        return (
          <Press
            key={minutes}
            class={`btn ${at === value ? 'sel' : ''}`}
            id={`${field.id}-${minutes}`}
            pressed={at === value}
            onPress={() => onAnswer(at === value ? '' : at)}
          >
            {clock(Number(at), zoneOf(world))}
          </Press>
        );
      })}
    </div>
  );
}

/** The only typing there is: how to address somebody, a note. Digits for a telephone. */
function Words({ question: { field }, value, onAnswer }: AnswererProps) {
  return (
    <div class="pad">
      <input
        class="input"
        aria-label={text(field.name)}
        data-id={field.id}
        value={value}
        maxLength={field.max ?? 80}
        inputMode={modeOf(field)}
        autocomplete="off"
        onInput={(event) => onAnswer(event.currentTarget.value)}
      />
    </div>
  );
}

function modeOf(field: FieldWords): 'tel' | 'text' {
  return field.use === 'phone' ? 'tel' : 'text';
}

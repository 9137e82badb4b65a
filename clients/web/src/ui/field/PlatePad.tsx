import { useState } from 'preact/hooks';
import {
  GREEN_PLACES,
  isWhole,
  PLATE_LETTERS,
  PLATE_PLACES,
  PROVINCES,
  plateStep,
  TAIL,
  tailOf,
  typePlate,
} from '../../state/plate.ts';
import { DeleteKey, Key, TailSlots } from '../parts/Keys.tsx';
import { Press } from '../parts/Press.tsx';
import { say } from '../words/words.ts';

/** Cars from here and from next door come first. */
const LOCAL = 4;

/**
 * Province first, letters without I and O, the eighth place makes it green. A tail that is known already is enough
 * and stays until a whole plate has been typed.
 */
export function PlatePad(props: { value: string; local?: string; onPlate: (plate: string) => void }) {
  const [open, setOpen] = useState<'tail' | 'whole' | null>(null);
  if (open === 'whole') return <PlateKeys {...props} />;
  if (open === 'tail') return <TailKeys {...props} />;
  const tail = props.value ? tailOf(props.value) : '';
  return (
    <div class="platefold pad">
      {tail && <span class="tail">{tail}</span>}
      <Press class="btn" id="plate-tail" onPress={() => setOpen('tail')}>
        {say('plateTail')}
      </Press>
      <Press class="btn" id="plate-open" onPress={() => setOpen('whole')}>
        {say('plateTitle')}
      </Press>
    </div>
  );
}

/** The last three are what the ear says and the eye looks for. */
function TailKeys(props: { value: string; onPlate: (plate: string) => void }) {
  const typed = tailOf(props.value);
  const press = (key: string) => typed.length < TAIL && props.onPlate(typed + key);
  return (
    <>
      <TailSlots typed={typed} places={TAIL} />
      <div class="platekeys">
        <div class="keys k7">
          {[...'1234567890', ...PLATE_LETTERS].map((key) => (
            <Key key={key} name={key} onPress={press} />
          ))}
          <DeleteKey onPress={() => props.onPlate(typed.slice(0, -1))} />
        </div>
      </div>
    </>
  );
}

function PlateKeys(props: { value: string; local?: string; onPlate: (plate: string) => void }) {
  const known = isWhole(props.value) ? '' : tailOf(props.value);
  const [typed, setTyped] = useState(isWhole(props.value) ? props.value : '');
  const provinces = [...(props.local ?? '沪苏浙皖'), ...PROVINCES].filter((one, at, all) => all.indexOf(one) === at);
  const step = plateStep(typed);
  const change = (next: string) => {
    setTyped(next);
    props.onPlate(isWhole(next) ? next : known);
  };
  const press = (key: string) => change(typePlate(typed, key));
  return (
    <>
      <Slots typed={typed} known={known} />
      {known && <p class="head">{say('plateHave', { tail: known })}</p>}
      <div class="platekeys">
        {step === 'province' ? (
          <>
            <div class="keys k4">
              {provinces.slice(0, LOCAL).map((key) => (
                <Key key={key} name={key} onPress={press} />
              ))}
            </div>
            <div class="keys k6">
              {provinces.slice(LOCAL).map((key) => (
                <Key key={key} name={key} onPress={press} />
              ))}
            </div>
          </>
        ) : (
          <div class="keys k7">
            {step !== 'letter' && [...'1234567890'].map((key) => <Key key={key} name={key} onPress={press} />)}
            {step !== 'full' && [...PLATE_LETTERS].map((key) => <Key key={key} name={key} onPress={press} />)}
            <DeleteKey wide onPress={() => change(typed.slice(0, -1))} />
          </div>
        )}
      </div>
      {typed && !isWhole(typed) && <p class="small pad">{say('plateMore', { n: PLATE_PLACES - typed.length })}</p>}
      {isWhole(typed) && (
        <div class="seconds">
          <Press class="btn" id="plate-clear" onPress={() => change('')}>
            {known ? say('plateTailOnly', { tail: known }) : say('plateWithout')}
          </Press>
        </div>
      )}
    </>
  );
}

function Slots({ typed, known }: { typed: string; known: string }) {
  const green = typed.length === GREEN_PLACES;
  const tail = [...known.padStart(PLATE_PLACES, ' ')];
  return (
    <div class={`slots onplate ${green ? 'green' : ''}`} role="status" aria-label={typed || known}>
      {Array.from({ length: GREEN_PLACES }, (_, at) => {
        const letter = typed[at] ?? (typed ? '' : (tail[at] ?? '').trim());
        const current = at === typed.length;
        if (at === PLATE_PLACES && !letter)
          return (
            <span key={at} class={current ? 'cur' : 'ne'}>
              {say('newEnergy')}
            </span>
          );
        return (
          <span key={at} class={current ? 'cur' : ''}>
            {letter}
          </span>
        );
      })}
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { PhraseWords } from '../../protocol/contracts.gen.ts';
import { Kinds } from '../../protocol/contracts.gen.ts';
import { likelyPlace } from '../../state/select/places.ts';
import { addressOf, nameOf, type World } from '../../state/world.ts';
import { useApp, useWorld } from '../context.ts';
import { PlaceChips } from '../field/PlaceChips.tsx';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { list, text } from '../words/language.ts';
import { say } from '../words/words.ts';
import { phrasesOf, receivers } from './phrases.ts';

/** Long enough to read, short enough that nobody reads along. */
const MEANING_MS = 3_000;

/** Ready calls: selected first, sent by the floor. Discreet ones show no meaning unless asked. */
export function PhrasesPage({ journey }: { journey: string | null }) {
  const app = useApp();
  const world = useWorld();
  const [picked, setPicked] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(() => likelyPlace(world, journey));
  const all = phrasesOf(world).filter((one) => one.kind !== 'emergency');
  const chosen = all.find((one) => one.id === picked) ?? null;
  const open = chosen?.to.length === 0;
  const guest = journey ? world.views.journeys.get(journey) : undefined;
  const send = (phrase: PhraseWords) => {
    const args: Record<string, string> = { phrase: phrase.id };
    if (journey) args.journey = journey;
    if (phrase.to.length === 0 && to) args.to = to;
    if (phrase.needsPlace && place) args.place = place;
    app.do({ kind: Kinds.alertRaise, args, says: text(phrase.name) });
    app.pages.swap({ name: 'history' });
  };
  return (
    <Screen
      name="phrases"
      title={say('phrasesTitle')}
      end={say('phrasesHelp')}
      dock={
        chosen ? (
          <Floor
            words={say('callWho', { who: open ? text(nameOf(world, to)) || '…' : receivers(world, chosen) })}
            small={
              open && !to ? say('callTo') : list([text(chosen.name), whereOf(world, chosen, place)].filter(Boolean))
            }
            off={open && !to}
            once={`phrase ${chosen.id}`}
            onPress={() => send(chosen)}
          />
        ) : (
          <Floor words={say('phrases')} small={say('callPick')} off />
        )
      }
    >
      {guest && <div class="head">{say('phrasesFor', { who: addressOf(world, guest) })}</div>}
      {all.length === 0 && <Empty words={say('phrasesEmpty')} help="" />}
      {chosen?.needsPlace && (
        <>
          <div class="head">{say('whereAt')}</div>
          <PlaceChips value={place} onPick={setPlace} />
        </>
      )}
      {open && (
        <>
          <div class="head">{say('callTo')}</div>
          <div class="wrapbtns pad">
            {[...world.views.positions.values()]
              .sort((a, b) => a.order - b.order)
              .map((one) => (
                <Press
                  key={one.id}
                  class={`btn ${one.id === to ? 'sel' : ''}`}
                  id={`to-${one.id}`}
                  pressed={one.id === to}
                  onPress={() => setTo(one.id)}
                >
                  {text(one.name)}
                </Press>
              ))}
          </div>
        </>
      )}
      {all
        .filter((one) => !one.discreet)
        .map((one) => (
          <Plain key={one.id} phrase={one} world={world} on={one === chosen} onPick={setPicked} />
        ))}
      {all.some((one) => one.discreet) && (
        <div class="head">
          {say('discreet')} <em>{say('discreetHelp')}</em>
        </div>
      )}
      {all
        .filter((one) => one.discreet)
        .map((one) => (
          <Discreet key={one.id} phrase={one} on={one === chosen} onPick={setPicked} />
        ))}
    </Screen>
  );
}

function whereOf(world: World, phrase: PhraseWords, place: string | null): string {
  return phrase.needsPlace && place ? text(world.views.places.get(place)?.name) : '';
}

interface PickProps {
  phrase: PhraseWords;
  on: boolean;
  onPick: (id: string) => void;
}

function Plain({ phrase, on, onPick, world }: PickProps & { world: World }) {
  return (
    <Press class={`phr ${on ? 'pick' : ''}`} id={`phrase-${phrase.id}`} pressed={on} onPress={() => onPick(phrase.id)}>
      <span>
        <b>{text(phrase.name)}</b>
        <span class="s">→ {receivers(world, phrase)}</span>
      </span>
      {on && (
        <b class="ok">
          <Icon name="check" /> {say('chosen')}
        </b>
      )}
    </Press>
  );
}

function Discreet({ phrase, on, onPick }: PickProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => setOpen(false), MEANING_MS);
    return () => clearTimeout(timer);
  }, [open]);
  return (
    <div class={`phr ${on ? 'pick' : ''}`}>
      <Press class="pick1" id={`phrase-${phrase.id}`} pressed={on} onPress={() => onPick(phrase.id)}>
        {text(phrase.name)}
        {open && <span class="s">{text(phrase.meaning)}</span>}
      </Press>
      <Press class="btn fit" label={`${say('meaning')}：${text(phrase.name)}`} onPress={() => setOpen(true)}>
        <Icon name="eye" />
        {say('meaning')}
      </Press>
    </div>
  );
}

import { useState } from 'preact/hooks';
import { Kinds } from '../../protocol/contracts.gen.ts';
import { useApp, useWorld } from '../context.ts';
import { PlaceChips } from '../field/PlaceChips.tsx';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { text } from '../words/language.ts';
import { say } from '../words/words.ts';
import { phrasesOf, receivers } from './phrases.ts';

/** 求助: the second tap sends. Without contact it is a telephone. */
export function SosPage() {
  const app = useApp();
  const world = useWorld();
  const all = phrasesOf(world).filter((one) => one.kind === 'emergency');
  const [picked, setPicked] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const chosen = all.find((one) => one.id === picked) ?? all.find((one) => one.use === 'sos') ?? all[0] ?? null;
  const phone = phoneOf(world.views.positions, chosen?.to ?? []);
  const lost = app.clock.contact.value.kind === 'lost';
  return (
    <Screen
      name="sos"
      title={say('sosTitle')}
      end={say('sosHelp')}
      dock={
        lost && phone ? (
          <Floor words={say('callOne', { who: phone.name })} look="tel" icon="tel" href={`tel:${phone.number}`} />
        ) : (
          <Floor
            words={say('sosGo')}
            small={chosen ? say('willHear', { who: receivers(world, chosen) }) : say('sosNone')}
            off={!chosen}
            look="tel"
            icon="emergency"
            once={`sos ${chosen?.id}`}
            onPress={() => {
              if (!chosen) return;
              app.do({
                kind: Kinds.alertRaise,
                args: place ? { phrase: chosen.id, place } : { phrase: chosen.id },
                says: text(chosen.name),
              });
              app.pages.swap({ name: 'history' });
            }}
          />
        )
      }
    >
      {all.length === 0 && <Empty words={say('sosNone')} help="" />}
      {all.map((one) => (
        <Press
          key={one.id}
          class={`phr ${one === chosen ? 'pick' : ''}`}
          id={`sos-${one.id}`}
          pressed={one === chosen}
          onPress={() => setPicked(one.id)}
        >
          <span>
            <b>{text(one.name)}</b>
            <span class="s">→ {receivers(world, one)}</span>
          </span>
          {one === chosen && (
            <b class="ok">
              <Icon name="check" /> {say('chosen')}
            </b>
          )}
        </Press>
      ))}
      {chosen && (
        <>
          <h2 class="head">
            {say('whereAt')} <em>{say('askOptional')}</em>
          </h2>
          <PlaceChips value={place} onPick={setPlace} />
        </>
      )}
    </Screen>
  );
}

type Positions = ReadonlyMap<string, { name: { zh: string; en: string }; phone: string | null; order: number }>;

/** The number of whoever is meant; else the venue's first. */
function phoneOf(positions: Positions, wanted: readonly string[]): { name: string; number: string } | null {
  const all = [...positions].sort(
    ([a, one], [b, other]) => rank(wanted, a) - rank(wanted, b) || one.order - other.order,
  );
  for (const [, one] of all) if (one.phone) return { name: text(one.name), number: one.phone };
  return null;
}

function rank(wanted: readonly string[], id: string): number {
  return wanted.includes(id) ? 0 : 1;
}

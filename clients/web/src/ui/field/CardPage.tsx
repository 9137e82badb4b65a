import { useState } from 'preact/hooks';
import { Kinds } from '../../protocol/contracts.gen.ts';
import { isBare } from '../../state/address.ts';
import { addressOf, bookFor } from '../../state/world.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { list, text } from '../words/language.ts';
import { say } from '../words/words.ts';
import { Answerer } from './Answerer.tsx';

function isChange(value: string, known: string): boolean {
  return value !== '' && value !== known && !isBare(value);
}

/** Words about a guest put right: a name heard wrong, a plate. Only what was given is sent; what others may not see stays unseen. */
export function CardPage({ id }: { id: string }) {
  const app = useApp();
  const world = useWorld();
  const journey = world.views.journeys.get(id);
  const book = journey && bookFor(world, journey);
  const address = journey ? addressOf(world, journey) : '';
  const [given, setGiven] = useState<Record<string, string>>({});
  if (!journey || !book)
    return (
      <Screen
        name="card"
        title={say('cardTitle')}
        dock={<Floor words={say('backHome')} onPress={() => app.pages.home()} />}
      >
        <Empty words={say('noGuest')} help="" />
      </Screen>
    );
  const fields = [...book.fields.values()].filter((field) => field.class !== null);
  const changed = fields.filter((field) => isChange(given[field.id] ?? '', known(field.use)));
  function known(use: string | null): string {
    // As it is stored, whatever language this device shows.
    return use === 'address' ? (world.views.guests.get(journey?.guest ?? '')?.address.zh ?? '') : '';
  }
  return (
    <Screen
      name={`card ${id}`}
      title={say('cardTitle')}
      end={address}
      dock={
        <Floor
          words={say('cardGo')}
          small={changed.length > 0 ? list(changed.map((field) => text(field.name))) : say('cardHelp')}
          off={changed.length === 0}
          once={`card ${id}`}
          onPress={() => {
            const words = Object.fromEntries(changed.map((field) => [field.id, given[field.id] ?? '']));
            const says = `${say('cardTitle')}：${address}`;
            app.do({ kind: Kinds.guestCard, args: { guest: journey.guest }, fields: words, says });
            app.pages.back();
          }}
        />
      }
    >
      {fields.map((field) => (
        <section key={field.id} data-field={field.id}>
          <h2 class="head">{text(field.name)}</h2>
          <Answerer
            question={{ field, needed: false, known: null }}
            value={given[field.id] ?? known(field.use)}
            journey={journey}
            onAnswer={(value) => setGiven((had) => ({ ...had, [field.id]: value }))}
          />
        </section>
      ))}
    </Screen>
  );
}

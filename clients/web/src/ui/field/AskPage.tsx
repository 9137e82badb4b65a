import { useState } from 'preact/hooks';
import type { TriggerWords } from '../../protocol/contracts.gen.ts';
import { isBare } from '../../state/address.ts';
import { fieldBy } from '../../state/book.ts';
import { hearers, type Question, questions } from '../../state/select/steps.ts';
import { addressOf } from '../../state/world.ts';
import { send } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { list, text } from '../words/language.ts';
import { say } from '../words/words.ts';
import { Answerer } from './Answerer.tsx';

/** What a trigger asks for, in the playbook's order; what is known is filled in, what is optional says so. */
export function AskPage(props: {
  book: string;
  trigger: string;
  journey: string | null;
  given?: Record<string, string> | undefined;
}) {
  const app = useApp();
  const world = useWorld();
  const [given, setGiven] = useState<Record<string, string>>(props.given ?? {});
  const book = world.books.get(props.book);
  const trigger = book?.triggers.get(props.trigger);
  const journey = props.journey ? (world.views.journeys.get(props.journey) ?? null) : null;
  if (!book || !trigger)
    return (
      <Screen
        name="ask"
        title={say('loading')}
        dock={<Floor words={say('backHome')} onPress={() => app.pages.home()} />}
      >
        <Empty words={say('loading')} help="" />
      </Screen>
    );
  const asked = questions(world, book, trigger, journey);
  const values = withGiven(asked, given);
  const missing = asked.filter((one) => isMissing(one, values[one.field.id] ?? ''));
  const heard = hearers(world, trigger, journey).map(text);
  const address = journey ? addressOf(world, journey) : (values[fieldBy(book, 'address')?.id ?? ''] ?? '');
  return (
    <Screen
      name={`ask ${trigger.id}`}
      title={text(trigger.name)}
      end={address || undefined}
      dock={
        <Floor
          words={floorWords(trigger, address)}
          small={
            missing.length > 0
              ? say('askMissing', { what: list(missing.map((one) => text(one.field.name))) })
              : heard.length > 0
                ? say('willHear', { who: list(heard) })
                : say('nobodyHears')
          }
          off={missing.length > 0}
          once={`${props.journey} ${trigger.id}`}
          onPress={() => {
            const sent = send(app, book, trigger, journey, values);
            // Whoever has just reported a guest wants to see who has heard.
            if (trigger.opens && heard.length > 0) app.pages.swap({ name: 'heard', journey: null, alert: null, sent });
            else app.pages.home();
          }}
        />
      }
    >
      {text(trigger.say) && (
        <p class="say asksay">
          <small>{say('sayThis')}</small>
          {text(trigger.say).replaceAll('{address}', address)}
        </p>
      )}
      {asked.map((one) => (
        <section key={one.field.id} data-field={one.field.id}>
          <h2 class="head">
            {text(one.field.name)}
            {!one.needed && <em>{say('askOptional')}</em>}
          </h2>
          <Answerer
            question={one}
            value={values[one.field.id] ?? ''}
            journey={journey}
            onAnswer={(value) => setGiven((had) => ({ ...had, [one.field.id]: value }))}
          />
        </section>
      ))}
    </Screen>
  );
}

function isMissing({ field, needed }: Question, value: string): boolean {
  return value ? field.use === 'address' && isBare(value) : needed;
}

// Somebody has come: that is what the floor says, whichever way they came.
const COMING = ['arrive', 'walk-in', 'return-visit'];

function floorWords(trigger: TriggerWords, address: string): string {
  if (address && COMING.includes(trigger.use ?? '')) return say('isHere', { who: address });
  return `${address} ${text(trigger.name)}`.trim();
}

/** What is known, and over it what was just given; an empty answer takes a known one back. */
export function withGiven(asked: readonly Question[], given: Record<string, string>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { field, known } of asked) {
    const value = given[field.id] ?? known ?? '';
    if (value) values[field.id] = value;
  }
  return values;
}

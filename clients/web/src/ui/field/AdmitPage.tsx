import { useState } from 'preact/hooks';
import { type Book, fieldBy } from '../../state/book.ts';
import { cardOf, itemsOf } from '../../state/select/guests.ts';
import { calledPlaces, candidates, type Step, stepBy } from '../../state/select/steps.ts';
import { addressOf, bookFor, myPositionIds, nameOf, type World, zoneOf } from '../../state/world.ts';
import { pull, send } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { list, text } from '../words/language.ts';
import { clockSeconds } from '../words/time.ts';
import { say } from '../words/words.ts';
import { Second } from './JourneyPage.tsx';
import { heardWords } from './MainFloor.tsx';

/** At the door of a room: who comes along, or the words to decline. Nobody is admitted alone. */
export function AdmitPage({ id }: { id: string }) {
  const world = useWorld();
  const app = useApp();
  const journey = world.views.journeys.get(id);
  const step = journey && stepBy(world, journey, 'admit');
  const book = journey && bookFor(world, journey);
  const field = fieldBy(book, 'companion');
  const [named, setNamed] = useState<string | null>(null);
  if (!journey || !step || !book)
    return (
      <Screen
        name="admit"
        title={say('whoCan')}
        dock={<Floor words={say('backHome')} onPress={() => app.pages.home()} />}
      >
        <Empty words={say('nothingNow')} help={say('nothingNowHelp')} />
      </Screen>
    );
  const card = cardOf(world, journey);
  const companion = named ?? (field && journey.facts[field.id]) ?? null;
  const decline = stepBy(world, journey, 'decline');
  const colleague = stepBy(world, journey, 'call-companion');
  const room = calledPlaces(world, book, journey)[0];
  return (
    <Screen
      name={`admit ${id}`}
      title={say('roomDoor', { room: text(room?.name ?? card.where) })}
      wide
      dock={
        <>
          <div class="seconds">
            {decline && <Second journey={journey} step={decline} />}
            {colleague && companion && <Second journey={journey} step={colleague} />}
          </div>
          {colleague && !companion ? (
            <Floor
              words={text(colleague.trigger.name)}
              small={heardWords(world, journey, colleague)}
              once={`${journey.id} ${colleague.trigger.id}`}
              onPress={() => pull(app, journey, colleague.trigger)}
            />
          ) : (
            <Floor
              words={text(step.trigger.name)}
              small={companion ? say('companion', { who: text(nameOf(world, companion)) }) : say('noCompanion')}
              off={!companion}
              once={`${journey.id} ${step.trigger.id}`}
              onPress={() => {
                if (field && companion && step.trigger.ask.includes(field.id))
                  send(app, book, step.trigger, journey, { [field.id]: companion });
                else pull(app, journey, step.trigger);
                app.pages.home();
              }}
            />
          )}
        </>
      }
    >
      <div class="two">
        <div>
          <div class="guest">
            <p class="n">{card.address}</p>
            <p class="s">
              {[card.size ? say('people', { n: card.size }) : '', text(card.visit), text(card.host)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          {companion ? (
            <p class="ok admitline">
              <Icon name="check" /> {say('companion', { who: text(nameOf(world, companion)) })}
            </p>
          ) : (
            <Alone
              step={step}
              world={world}
              address={addressOf(world, journey)}
              words={wordsFor(world, book, step, decline)}
            />
          )}
          {card.needs.map((need) => (
            <p key={need.zh} class="wait admitline">
              <Icon name="person" /> {text(need)}
            </p>
          ))}
        </div>
        <div>
          {companion && !named ? (
            <Before world={world} journey={id} trigger={text(step.trigger.name)} />
          ) : (
            field && (
              <>
                <h2 class="lbl">{say('whoCan')}</h2>
                {candidates(world, field).map((one) => (
                  <Press
                    key={one.id}
                    class={`row flat ${one.id === companion ? 'pick' : ''}`}
                    id={`companion-${one.id}`}
                    pressed={one.id === companion}
                    onPress={() => setNamed(one.id)}
                  >
                    <span>
                      <span class="n">{text(one.name)}</span>
                      <span class="s">
                        {list(one.positions.map((position) => text(nameOf(world, position))))} ·{' '}
                        {one.hosting.length > 0 ? say('inHand', { n: one.hosting.length }) : say('atHand')}
                      </span>
                    </span>
                    {one.id === companion && (
                      <b class="ok">
                        <Icon name="check" /> {say('chosen')}
                      </b>
                    )}
                  </Press>
                ))}
              </>
            )
          )}
          <p class="hint admithint">
            <Icon name="hands" />
            <span>{say('handsBusy')}</span>
          </p>
        </div>
      </div>
    </Screen>
  );
}

/** What to say to the guest's face: the playbook's words for the step that declines, or for the reason that the hub has named. */
function wordsFor(world: World, book: Book, step: Step, decline: Step | null): string {
  const last = world.outbox
    .filter((one) => one.state === 'refused' && one.command.args.trigger === step.trigger.id)
    .at(-1);
  const named = last?.answer?.args?.else ?? step.blocked?.args.else ?? '';
  return text(decline?.trigger.say) || text(book.doc.codes[named]) || text(last?.answer?.words);
}

function Alone(props: { step: Step; world: World; address: string; words: string }) {
  return (
    <>
      <p class="now admitline">
        <Icon name="none" /> {say('noCompanion')}
      </p>
      <p>{say('noCompanionHelp')}</p>
      {props.words && (
        <p class="say">
          <small>{say('sayThis')}</small>
          {props.words.replaceAll('{address}', props.address)}
        </p>
      )}
    </>
  );
}

/** What is ticked together with the trigger; nothing is asked for while both hands are busy. */
function Before({ world, journey, trigger }: { world: World; journey: string; trigger: string }) {
  const items = itemsOf(world, journey).filter((item) =>
    item.positions.some((one) => myPositionIds(world).includes(one)),
  );
  return (
    <>
      <h2 class="lbl">{say('beforeInside')}</h2>
      {items.map((item) => (
        <div key={item.id} class={`item ${item.state === 'done' ? 'done' : ''}`}>
          <span class="box">{item.state === 'done' && <Icon name="check" />}</span>
          <span class="w">
            {text(item.name)}
            <span class="s">
              {item.at ? clockSeconds(item.at, zoneOf(world)) : say('tickedWith', { what: trigger })}
            </span>
          </span>
          <span class="due" />
        </div>
      ))}
    </>
  );
}

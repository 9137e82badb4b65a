import { Kinds } from '../../protocol/contracts.gen.ts';
import { type Card, inside, itemsAt } from '../../state/select/guests.ts';
import { leadingStep, type Step, stepsFor } from '../../state/select/steps.ts';
import { addressOf, bookFor, myPositionIds, nameOf, type World, zoneOf } from '../../state/world.ts';
import { pull } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { Run } from '../parts/Run.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { text } from '../words/language.ts';
import { clockSeconds } from '../words/time.ts';
import { say } from '../words/words.ts';
import { StepButton } from './ArrivalHome.tsx';
import { GuestRow } from './GuestRow.tsx';
import { beside, GuestHead, Second, Supplement } from './JourneyPage.tsx';
import { heardWords } from './MainFloor.tsx';

interface Coming {
  card: Card;
  step: Step;
}

/** Who comes to the door, the nearest first; then what is to be given back, and who comes after. */
export function DoorHome() {
  const app = useApp();
  const world = useWorld();
  const coming = inside(world).flatMap((card): Coming[] => {
    const step = leadingStep(world, card.journey);
    return step ? [{ card, step }] : [];
  });
  coming.sort((a, b) => nearness(world, a) - nearness(world, b) || a.card.journey.since - b.card.journey.since);
  const [first, ...others] = coming;
  const items = itemsAt(world, myPositionIds(world));
  const rest = items.length + others.length;
  return (
    <Screen
      name="door"
      hidden={say('carHere')}
      line={Boolean(first)}
      dock={
        first ? (
          <>
            <Others first={first} world={world} />
            <Floor
              words={`${first.card.address} ${text(first.step.trigger.name)}`}
              small={heardWords(world, first.card.journey, first.step)}
              once={`${first.card.journey.id} ${first.step.trigger.id}`}
              onPress={() => pull(app, first.card.journey, first.step.trigger)}
            />
          </>
        ) : (
          <Floor
            words={say('phrases')}
            small={say('phrasesHelp')}
            onPress={() => app.pages.go({ name: 'phrases', journey: null })}
          />
        )
      }
    >
      {first ? (
        <Nearest one={first} world={world} />
      ) : (
        <Empty words={say('nobodyComes')} help={say('nobodyComesHelp')} />
      )}
      {rest > 0 && <h2 class="head ruled">{say('more', { n: rest })}</h2>}
      {items.map((item) => {
        const owner = world.views.journeys.get(item.journey ?? '');
        return (
          <div key={item.id} class={`row flat ${item.late ? 'warm' : ''}`}>
            <span>
              <span class="n wrap">
                {text(item.name)}
                {item.tag != null && <span class="tag">{say('tag', { n: item.tag })}</span>}
              </span>
              {owner && <span class={item.late ? 's wait' : 's'}>{addressOf(world, owner)}</span>}
            </span>
            <Press
              class="btn fit"
              id={`tick-${item.id}`}
              once={item.id}
              onPress={() => app.do({ kind: Kinds.itemTick, args: { item: item.id }, says: text(item.name) })}
            >
              {say('itemDone')}
            </Press>
          </div>
        );
      })}
      {others.map(({ card, step }) => (
        <GuestRow
          key={card.journey.id}
          card={card}
          flat
          onPress={() => app.pages.go({ name: 'journey', journey: card.journey.id })}
          action={<StepButton card={card} step={step} />}
        />
      ))}
    </Screen>
  );
}

/** On the way in first; then those whom somebody else has to bring on first; then those who leave. */
function nearness(world: World, { card, step }: Coming): number {
  if (card.use === 'leaving') return 2;
  const book = bookFor(world, card.journey);
  const mine = myPositionIds(world);
  const elsewhere = [...(book?.triggers.values() ?? [])].some(
    (one) =>
      one.use === step.trigger.use &&
      one.id !== step.trigger.id &&
      one.from.includes(card.journey.stage) &&
      !one.by.some((id) => mine.includes(id)),
  );
  return step.blocked || elsewhere ? 1 : 0;
}

function Nearest({ one: { card }, world }: { one: Coming; world: World }) {
  const last = card.journey.steps.at(-1);
  return (
    <ol class="track short">
      {last && (
        <li class="past">
          <span class="small">
            {clockSeconds(last.at, zoneOf(world))} {text(nameOf(world, last.staff))} → {text(card.stage?.name)}
          </span>
        </li>
      )}
      <li class={`here ${card.late ? 'late' : ''}`}>
        <GuestHead card={card} />
        <div class="runline">
          <Run elapsed={card.elapsed} target={card.target} />
        </div>
        {card.host && <p>{say('hostIs', { who: text(card.host) })}</p>}
        {card.needs.map((need) => (
          <p key={need.zh} class="wait">
            <Icon name="person" /> <b>{text(need)}</b>
          </p>
        ))}
      </li>
    </ol>
  );
}

/** What else may be done with the nearest guest: leaving, from any stage. */
function Others({ first, world }: { first: Coming; world: World }) {
  const others = beside(stepsFor(world, first.card.journey), first.step);
  const leave = others.filter((step) => step.trigger.use === 'leave');
  const shown = [...leave, ...others.filter((step) => !leave.includes(step))].slice(0, 2);
  return (
    <div class="seconds">
      <Supplement journey={first.card.journey} step={first.step} />
      {shown.map((step) => (
        <Second key={step.trigger.id} journey={first.card.journey} step={step} />
      ))}
    </div>
  );
}

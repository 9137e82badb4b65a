import { type Card, expected, inside } from '../../state/select/guests.ts';
import { leadingStep, type Step } from '../../state/select/steps.ts';
import { zoneOf } from '../../state/world.ts';
import { pull } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Press } from '../parts/Press.tsx';
import { Empty, Screen } from '../parts/Screen.tsx';
import { text } from '../words/language.ts';
import { clock } from '../words/time.ts';
import { say } from '../words/words.ts';
import { ExpectedRow, GuestRow } from './GuestRow.tsx';

/** Where guests are first met: in hand above, expected below the now-line, the likely one first. */
export function ArrivalHome() {
  const app = useApp();
  const world = useWorld();
  const inHand = inside(world).flatMap((card) => {
    const step = leadingStep(world, card.journey);
    return step ? [{ card, step }] : [];
  });
  inHand.sort((a, b) => Number(a.card.use === 'leaving') - Number(b.card.use === 'leaving'));
  const { cards, likely } = expected(world);
  const openArrival = (card: Card | null) => app.pages.go({ name: 'arrival', journey: card?.journey.id ?? null });
  return (
    <Screen
      name="arrival-home"
      hidden={say('carHere')}
      dock={<Floor words={say('carHere')} small={say('carHereHelp')} onPress={() => openArrival(null)} />}
    >
      {inHand.length > 0 && (
        <>
          <h2 class="head">{say('inHand', { n: inHand.length })}</h2>
          <div class="lined">
            {inHand.map(({ card, step }) => (
              <GuestRow
                key={card.journey.id}
                card={card}
                onPress={() => app.pages.go({ name: 'journey', journey: card.journey.id })}
                action={<StepButton card={card} step={step} />}
              />
            ))}
          </div>
        </>
      )}
      <p class="nowline">{say('now', { at: clock(world.now, zoneOf(world)) })}</p>
      {cards.length === 0 ? (
        <Empty words={say('noneExpected')} help={say('noneExpectedHelp')} />
      ) : (
        <>
          <h2 class="head tight">
            {say('expected', { n: cards.length })} <em>{say('byTime')}</em>
          </h2>
          <div class="lined">
            {cards.map((card) => (
              <ExpectedRow
                key={card.journey.id}
                card={card}
                likely={card === likely}
                onPress={() => openArrival(card)}
              />
            ))}
          </div>
        </>
      )}
    </Screen>
  );
}

export function StepButton(props: { card: Card; step: Step }) {
  const app = useApp();
  const { card, step } = props;
  return (
    <Press
      class="btn fit"
      id={`step-${card.journey.id}`}
      once={`${card.journey.id} ${step.trigger.id}`}
      disabled={step.blocked !== null}
      onPress={() => pull(app, card.journey, step.trigger)}
    >
      {text(step.trigger.name)}
    </Press>
  );
}

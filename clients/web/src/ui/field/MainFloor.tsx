import type { JourneyView } from '../../protocol/contracts.gen.ts';
import { calledPlaces, hearers, mainStep, type Step } from '../../state/select/steps.ts';
import { addressOf, bookFor, type World } from '../../state/world.ts';
import { mayAsk, pull } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { span } from '../parts/Run.tsx';
import { list, text } from '../words/language.ts';
import { say } from '../words/words.ts';

/** The floor of a guest: the step that leads on; off with its reason when it is blocked; home when nothing is to do. */
export function MainFloor(props: { journey: JourneyView | null; under?: number }) {
  const app = useApp();
  const world = useWorld();
  const { journey } = props;
  const step = journey && mainStep(world, journey);
  if (!journey || !step) return <Floor words={say('backHome')} onPress={() => app.pages.home()} />;
  const waits = waitsForRoom(world, journey, step);
  return (
    <Floor
      words={floorWords(world, journey, step)}
      small={waits || (step.blocked ? blockedWords(world, journey, step) : heardWords(world, journey, step))}
      off={step.blocked !== null || waits !== ''}
      under={props.under}
      once={`${journey.id} ${step.trigger.id}`}
      onPress={() => pull(app, journey, step.trigger, mayAsk(world))}
    />
  );
}

function floorWords(world: World, journey: JourneyView, step: Step): string {
  const name = text(step.trigger.name);
  return step.trigger.use === 'arrive' ? say('isHere', { who: addressOf(world, journey) }) : name;
}

/** The room that was asked for is not ready: said with how long it has been prepared, and the floor is off. */
function waitsForRoom(world: World, journey: JourneyView, step: Step): string {
  const book = bookFor(world, journey);
  const to = step.trigger.to && book?.stages.get(step.trigger.to);
  if (!book || !to || to.use !== 'visiting') return '';
  const waiting = calledPlaces(world, book, journey).find((place) => place.state === 'reserved');
  return waiting ? say('roomNotReady', { room: text(waiting.name), t: span(world.now - waiting.since) }) : '';
}

/** 门岗会听到: who hears of it. */
export function heardWords(world: World, journey: JourneyView, step: Step): string {
  const who = hearers(world, step.trigger, journey).map(text);
  return who.length > 0 ? say('willHear', { who: list(who) }) : say('nobodyHears');
}

/** Why it is not possible yet: the words of its code, or what is missing by name. */
export function blockedWords(world: World, journey: JourneyView, step: Step): string {
  const book = bookFor(world, journey);
  const { blocked } = step;
  if (!blocked) return '';
  const field = book?.fields.get(blocked.args.field ?? '');
  if (field) return say('askMissing', { what: text(field.name) });
  const item = world.views.items.get(blocked.args.item ?? '');
  if (item) return say('askMissing', { what: text(item.name) });
  return text(book?.doc.codes[blocked.code]) || say('blocked');
}

import type { AlertView } from '../../protocol/contracts.gen.ts';
import { nameOf, zoneOf } from '../../state/world.ts';
import { headOf } from '../act.ts';
import { useWorld } from '../context.ts';
import { Icon } from '../parts/Icon.tsx';
import { text } from '../words/language.ts';
import { clockSeconds } from '../words/time.ts';
import { say } from '../words/words.ts';

/** A call that rang here was taken elsewhere, or is not needed: said for four seconds, then gone by itself. */
export function EndedBand({ alert }: { alert: AlertView }) {
  const world = useWorld();
  const answer = alert.answers.find((one) => one.kind === 'ack' || one.kind === 'done');
  const words = answer
    ? say('takenBy', { who: text(nameOf(world, answer.staff)), at: clockSeconds(answer.at, zoneOf(world)) })
    : say('notNeeded');
  return (
    <p class="endedband" role="status">
      <Icon name={answer ? 'check' : 'cross'} />
      <span>
        <b>{words}</b>
        <br />
        <span class="small">{headOf(alert)}</span>
      </span>
    </p>
  );
}

import type { JourneyView } from '../../protocol/contracts.gen.ts';
import { addressOf, bookFor } from '../../state/world.ts';
import { fact, undo } from '../act.ts';
import { useApp, useWorld } from '../context.ts';
import { Press } from '../parts/Press.tsx';
import { say } from '../words/words.ts';

/** The last trigger, as long as it can be taken back. Above the floor, never over it; its line gets shorter. */
export function UndoBar({ journey }: { journey: JourneyView }) {
  const app = useApp();
  const world = useWorld();
  const left = (journey.undo?.until ?? 0) - world.now;
  const trigger = journey.undo && bookFor(world, journey)?.triggers.get(journey.undo.trigger);
  if (!journey.undo || !trigger || left <= 0 || journey.undo.staff !== world.me) return null;
  const whole = (world.views.venue?.undoSeconds ?? 30) * 1000;
  const what = fact(addressOf(world, journey), trigger);
  return (
    <div class="undo" style={{ '--left': `${Math.min(100, (left / whole) * 100)}%` }}>
      <span>{what}</span>
      <Press
        class="btn fit"
        id="undo"
        once={`undo ${journey.id} ${journey.undo.until}`}
        onPress={() => undo(app, journey, what)}
      >
        {say('undoLeft', { n: Math.ceil(Math.min(left, whole) / 1000) })}
      </Press>
    </div>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import { DEAD_TIME_MS } from './gate.ts';

/** What is shown stays as it is while a pointer moves over it, and for a moment after: nothing jumps under a finger. */
export function useHeld<T>(current: T) {
  const [, draw] = useState(0);
  const state = useMemo(
    () => ({ shown: current, until: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined }),
    [],
  );
  if (performance.now() >= state.until) state.shown = current;
  useEffect(() => () => clearTimeout(state.timer), [state]);
  const hold = () => {
    state.until = performance.now() + DEAD_TIME_MS;
    clearTimeout(state.timer);
    state.timer = setTimeout(() => draw((count) => count + 1), DEAD_TIME_MS + 1);
  };
  return [state.shown, { onPointerMove: hold, onPointerDown: hold }] as const;
}

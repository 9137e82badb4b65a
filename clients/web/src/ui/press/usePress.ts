import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Gate } from './gate.ts';

/** One gate for the whole page: a second finger anywhere makes a touch none. */
export const gate = new Gate();
export const wet = signal(false);

const points = new Set<number>();
let mostPoints = 0;
const now = () => performance.now();

function track(event: PointerEvent): void {
  if (event.type === 'pointerdown') {
    points.add(event.pointerId);
    mostPoints = points.size === 1 ? 1 : Math.max(mostPoints, points.size);
  } else {
    // After the handlers of the target have run.
    queueMicrotask(() => points.delete(event.pointerId));
  }
}

/** Listens for all points on the screen. Answers how to stop. */
export function onPoints(): () => void {
  const kinds = ['pointerdown', 'pointerup', 'pointercancel'] as const;
  for (const kind of kinds) window.addEventListener(kind, track, { capture: true });
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, track, { capture: true });
  };
}

interface Down {
  id: number;
  at: number;
}

function isInside(event: PointerEvent): boolean {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return (
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom
  );
}

/** Handlers for a button that acts on release. `target` names what must not happen twice within 3 s. */
export function usePress(act: (() => void) | undefined, target: string | null) {
  const state = useMemo(() => ({ down: null as Down | null, act, target }), []);
  state.act = act;
  state.target = target;
  return useMemo(() => {
    const take = (finger: boolean, ms: number, inside: boolean) => {
      const touch = { finger, ms, inside, points: finger ? mostPoints : 1 };
      const taken = gate.takes(touch, state.target, now());
      wet.value = gate.isWet(now());
      if (taken) state.act?.();
    };
    return {
      onPointerDown: (event: PointerEvent) => {
        state.down = { id: event.pointerId, at: now() };
      },
      onPointerUp: (event: PointerEvent) => {
        const down = state.down;
        state.down = null;
        if (down?.id !== event.pointerId || event.button > 0) return;
        take(event.pointerType !== 'mouse', now() - down.at, isInside(event));
      },
      onPointerCancel: () => {
        state.down = null;
      },
      // Keyboards and screen readers only click; what a pointer did was judged above.
      onClick: (event: MouseEvent) => {
        event.preventDefault();
        if (event.detail === 0) take(false, 0, true);
      },
    };
  }, [state]);
}

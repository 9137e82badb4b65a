import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Long enough to be meant, short enough to be done in the rain. */
const HOLD_MS = 1_000;

/** Held for a second, because it cannot be undone. Letting go cancels; a key is held as a finger is. */
export function Hold(props: { class?: string; id?: string; onHeld: () => void; children: ComponentChildren }) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [down, setDown] = useState(false);
  const stop = () => {
    clearTimeout(timer.current);
    setDown(false);
  };
  const start = () => {
    stop();
    setDown(true);
    timer.current = setTimeout(() => {
      stop();
      props.onHeld();
    }, HOLD_MS);
  };
  useEffect(() => stop, []);
  return (
    <button
      type="button"
      class={`btn hold ${down ? 'held' : ''} ${props.class ?? ''}`}
      data-id={props.id}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && !event.repeat && start()}
      onKeyUp={stop}
      onBlur={stop}
    >
      {props.children}
    </button>
  );
}

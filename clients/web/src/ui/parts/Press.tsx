import type { ComponentChildren } from 'preact';
import { usePress } from '../press/usePress.ts';

interface PressProps {
  class?: string;
  label?: string | undefined;
  pressed?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Names what must not happen twice within 3 s. */
  once?: string | undefined;
  /** How it is found in a test, and nothing else. */
  id?: string | undefined;
  style?: Record<string, string> | undefined;
  focus?: boolean;
  onPress?: (() => void) | undefined;
  children?: ComponentChildren;
}

/** Everything that is pressed: acts on release, inside, within the times of FIELD.md. */
export function Press(props: PressProps) {
  const press = usePress(props.disabled ? undefined : props.onPress, props.once ?? null);
  return (
    <button
      type="button"
      class={props.class}
      aria-label={props.label}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      data-id={props.id}
      style={props.style}
      ref={props.focus ? focusOnce : null}
      {...press}
    >
      {props.children}
    </button>
  );
}

function focusOnce(element: HTMLButtonElement | null): void {
  if (element && !element.dataset.focused) {
    element.dataset.focused = 'true';
    element.focus({ preventScroll: true });
  }
}

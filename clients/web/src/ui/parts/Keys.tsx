import { say } from '../words/words.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

/** A key of a pad: as fast as fingers are, so no dead time between two of them. */
export function Key(props: {
  name: string;
  onPress: (key: string) => void;
  class?: string;
  label?: string;
  pressed?: boolean;
}) {
  return (
    <Press
      class={`key ${props.class ?? ''}`}
      id={`key-${props.name}`}
      pressed={props.pressed}
      onPress={() => props.onPress(props.name)}
    >
      {props.label ?? props.name}
    </Press>
  );
}

export function DeleteKey(props: { wide?: boolean; onPress: () => void }) {
  return (
    <Press class={`key fn ${props.wide ? 'wide' : ''}`} id="key-delete" label={say('remove')} onPress={props.onPress}>
      <Icon name="del" />
      {props.wide && ` ${say('remove')}`}
    </Press>
  );
}

/** Four empty places, filled as typed; nobody has to fill them all. */
export function TailSlots({ typed, places }: { typed: string; places: number }) {
  const words = say('notAll').match(/^(..)(..)$/);
  return (
    <div class="slots tailslots" role="status" aria-label={typed || say('whoHelp')}>
      {Array.from({ length: places }, (_, at) => {
        const letter = typed[at];
        if (letter) return <span key={at}>{letter}</span>;
        if (at === typed.length) return <span key={at} class="cur" />;
        const last = at === places - 1;
        return (
          <span key={at} class={last ? 'ne' : ''}>
            {last && (words ? [words[1], <br key="br" />, words[2]] : say('notAll'))}
          </span>
        );
      })}
    </div>
  );
}

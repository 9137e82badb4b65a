import { useState } from 'preact/hooks';
import { Kinds } from '../../protocol/contracts.gen.ts';
import { coversFor } from '../../state/select/board.ts';
import { nameOf, type World } from '../../state/world.ts';
import { useApp } from '../context.ts';
import { text } from '../words/language.ts';
import { say } from './words.ts';

/** Nobody reads a longer list while somebody waits. */
const OFFERED = 5;

/** 指派替岗: who can be sent to a position, one tap each. */
export function CoverButton(props: { position: string; world: World; off: boolean; small?: boolean }) {
  const app = useApp();
  const [open, setOpen] = useState(false);
  const look = props.small ? 'btn sm' : 'btn';
  if (!open)
    return (
      <button
        type="button"
        class={look}
        data-id={`cover-${props.position}`}
        disabled={props.off}
        onClick={() => setOpen(true)}
      >
        {say('cover')}
      </button>
    );
  const send = (staff: string) => {
    const where = text(nameOf(props.world, props.position));
    app.do({
      kind: Kinds.dutyCover,
      args: { staff, position: props.position },
      says: `${text(nameOf(props.world, staff))} → ${where}`,
    });
    setOpen(false);
  };
  return (
    <span class="covers">
      {coversFor(props.world, props.position)
        .slice(0, OFFERED)
        .map((one) => (
          <button key={one.id} type="button" class={look} disabled={props.off} onClick={() => send(one.id)}>
            {text(one.name)}
          </button>
        ))}
    </span>
  );
}

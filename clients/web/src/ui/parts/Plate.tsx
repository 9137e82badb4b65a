import { say } from '../words/words.ts';

/** The last three of a plate, on the colour of the real one. */
export function Tail(props: { tail: string | null; green: boolean; size?: 'xl'; typed?: string | undefined }) {
  if (!props.tail) return <span class="tail none">{say('noPlate')}</span>;
  const at = props.typed ? props.tail.indexOf(props.typed) : -1;
  const found = at >= 0 && props.typed ? props.typed.length : 0;
  return (
    <span class={`tail ${props.green ? 'green' : ''} ${props.size ?? ''}`}>
      {props.tail.slice(0, Math.max(at, 0))}
      {found > 0 && <u>{props.tail.slice(at, at + found)}</u>}
      {props.tail.slice(Math.max(at, 0) + found)}
    </span>
  );
}

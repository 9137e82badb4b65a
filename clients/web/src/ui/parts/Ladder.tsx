/** `past` filled, `cur` here now, `todo` to come, `bad` stopped; `wt` waits for somebody. */
export type StationLook = 'past' | 'cur' | 'wt cur' | 'todo' | 'bad';

export interface Station {
  look: StationLook;
  name: string;
  small?: string | undefined;
}

/** The line, lying: who has heard, and who comes next. A station is never filled by guess. */
export function Ladder({ stations }: { stations: readonly Station[] }) {
  return (
    <ol class="ladder">
      {stations.map((one, index) => (
        <li key={index} class={one.look === 'past' ? '' : one.look}>
          <b>{one.name}</b>
          {one.small}
        </li>
      ))}
    </ol>
  );
}

import { duration, minutes } from '../words/time.ts';
import { say } from '../words/words.ts';

/** m:ss up to 99:59, then whole minutes. */
export function span(ms: number): string {
  return duration(ms) ?? say('minutesLong', { n: minutes(ms) });
}

/** 1:20 / 3:00 with its bar; past the target the over part is hatched and told. */
export function Run(props: { elapsed: number; target: number | null; bare?: boolean }) {
  const { elapsed, target } = props;
  if (!target) return <span class="t">{span(elapsed)}</span>;
  const late = elapsed > target;
  const whole = late ? elapsed : target;
  const share = (part: number) => `${Math.round((Math.max(0, part) / whole) * 100)}%`;
  return (
    <div class="run">
      <div class="meter">
        <i style={{ width: share(Math.min(elapsed, target)) }} />
        {late && <s style={{ left: share(target), width: share(elapsed - target) }} />}
        {late && <u style={{ left: share(target) }} />}
      </div>
      <span class={late ? 't now' : 't'}>
        {!props.bare && span(elapsed)}{' '}
        <small>{late && !props.bare ? say('overBy', { age: span(elapsed - target) }) : `/ ${span(target)}`}</small>
      </span>
    </div>
  );
}

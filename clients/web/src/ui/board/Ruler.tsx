import type { AlertView } from '../../protocol/contracts.gen.ts';
import { rungsOf } from '../../state/select/alerts.ts';
import type { World } from '../../state/world.ts';
import { span } from '../parts/Run.tsx';
import { list, text } from '../words/language.ts';
import { say as sayField } from '../words/words.ts';
import { say } from './words.ts';

/** Every ruler has the same scale, so two calls can be compared by eye. */
const RULER_MS = 5 * 60_000;
const WIDTH = 690;
/** Words of two steps that fall closer together would run into each other: the later one moves along. */
const APART = 150;

/** The steps of one call on a linear ruler of five minutes. */
export function Ruler({ alert, world }: { alert: AlertView; world: World }) {
  const at = (time: number) => Math.min(WIDTH, Math.max(0, ((time - alert.raised) / RULER_MS) * WIDTH));
  const now = at(world.now);
  const open = alert.state === 'open';
  const hot = open && (alert.exhausted || alert.step > 1);
  const colour = hot ? 'var(--b-now)' : 'var(--b-ink)';
  let last = Number.NEGATIVE_INFINITY;
  return (
    <svg viewBox="-8 -8 720 62" role="img" aria-label={say('ruler')}>
      <line x1="0" y1="12" x2={WIDTH} y2="12" stroke="var(--b-rule-2)" stroke-width="2" />
      <line x1="0" y1="12" x2={now} y2="12" stroke={colour} stroke-width="5" />
      {rungsOf(world, alert).map((rung, index) => {
        const x = at(rung.at);
        const words = Math.max(x, last + APART);
        last = words;
        const anchor = words > WIDTH - APART ? 'end' : 'start';
        return (
          <g key={index}>
            {rung.state === 'skipped' ? (
              <rect x={x - 6} y="6" width="12" height="12" fill="var(--b-now)" />
            ) : (
              <circle
                cx={x}
                cy="12"
                r="6"
                fill={rung.state === 'todo' ? 'var(--b-paper)' : colour}
                stroke={rung.state === 'todo' ? 'var(--b-rule-2)' : 'none'}
                stroke-width="2.5"
              />
            )}
            <text class="name" x={words} y="34" text-anchor={anchor}>
              {list(rung.names.map(text))}
            </text>
            <text x={words} y="49" text-anchor={anchor}>
              {rung.state === 'todo'
                ? sayField('after', { t: span(rung.ms) })
                : rung.state === 'skipped'
                  ? sayField('skippedShort')
                  : rung.state === 'ringing' && open
                    ? sayField('ringing', { t: span(rung.ms) })
                    : ''}
            </text>
          </g>
        );
      })}
      <path d={`M${now} 1l-5 -7h10z`} fill={colour} />
    </svg>
  );
}

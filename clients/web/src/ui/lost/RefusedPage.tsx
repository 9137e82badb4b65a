import { useEffect } from 'preact/hooks';
import type { Waiting } from '../../state/outbox.ts';
import { bookFor, nameOf, type World, zoneOf } from '../../state/world.ts';
import { useApp, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { StatusBar } from '../parts/StatusBar.tsx';
import { gate } from '../press/usePress.ts';
import { isTablet } from '../size.ts';
import { list, text } from '../words/language.ts';
import { clockSeconds } from '../words/time.ts';
import { say } from '../words/words.ts';

/** A refused tap, in place of the page until it is read: who was first, why, what now. */
export function RefusedPage({ one }: { one: Waiting }) {
  const app = useApp();
  const world = useWorld();
  useEffect(() => gate.pageChanged(performance.now()), [one.command.commandId]);
  const args = one.answer?.args ?? {};
  const who = text(nameOf(world, args.who));
  const at = args.at ? clockSeconds(Number(args.at), zoneOf(world)) : '';
  const can = canNow(world, one);
  return (
    <div
      class={`app over ${isTablet.value ? 'tab' : ''}`}
      role="alertdialog"
      aria-modal="true"
      aria-label={say('refusedTitle')}
    >
      <StatusBar tablet={isTablet.value} />
      <main>
        <div class="refuse" role="alert">
          <span class="mark">
            <Icon name="cross" />
          </span>
          <h1>
            {say('refusedTitle')}：<br />
            {one.says}
          </h1>
          <dl>
            {who && (
              <div>
                <dt>{say('refusedWho')}</dt>
                <dd>
                  {who} {at}
                </dd>
              </div>
            )}
            <div>
              <dt>{say('refusedWhy')}</dt>
              <dd>{text(one.answer?.words) || one.answer?.code}</dd>
            </div>
            {can && (
              <div>
                <dt>{say('refusedNow')}</dt>
                <dd>{say('refusedCan', { what: can })}</dd>
              </div>
            )}
          </dl>
          <p class="small code">{one.answer?.code}</p>
        </div>
      </main>
      <footer class="dock">
        <Floor
          words={say('ok')}
          look="plain"
          once={`read ${one.command.commandId}`}
          focus
          onPress={() => app.drop(one.command.commandId)}
        />
      </footer>
    </div>
  );
}

/** Triggers that are possible now, by their words. */
function canNow(world: World, one: Waiting): string {
  const journey = world.views.journeys.get(one.command.args.journey ?? one.answer?.args?.journey ?? '');
  const book = journey && bookFor(world, journey);
  const ids = one.answer?.args?.can?.split(',') ?? [];
  return list(ids.flatMap((id) => text(book?.triggers.get(id)?.name) || []));
}

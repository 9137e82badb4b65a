import type { StaffView } from '../../protocol/contracts.gen.ts';
import { type Lane, lanes, ownerOf, type Post, posts, resources, stored } from '../../state/select/board.ts';
import { inside } from '../../state/select/guests.ts';
import { addressOf, nameOf, type World, zoneOf } from '../../state/world.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { span } from '../parts/Run.tsx';
import { useHeld } from '../press/useHeld.ts';
import { list, text } from '../words/language.ts';
import { clock } from '../words/time.ts';
import { CoverButton } from './Cover.tsx';
import { LaneView } from './Lanes.tsx';
import { Needs } from './Needs.tsx';
import { say } from './words.ts';

/** Places that are few enough to be named one by one. */
const NAMED_PLACES = 4;

/** Needs on top, lanes with counts, the rail of positions, and what is free. */
export function Live({ world, off }: { world: World; off: boolean }) {
  const all = lanes(world);
  const firstEnded = all.find((lane) => lane.use === 'ended');
  return (
    <div class="live">
      <main class="main">
        <Needs world={world} inside={inside(world)} off={off} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: more guests than fit must be reachable by keys */}
        <section class="lanes" tabIndex={0} aria-label={say('flow')} style={{ gridTemplateColumns: columnsOf(all) }}>
          {all.map((lane) => (
            <LaneView key={lane.id} lane={lane} world={world} departed={lane === firstEnded} />
          ))}
        </section>
        <Resources world={world} />
      </main>
      <Rail world={world} off={off} />
    </div>
  );
}

/** Those still to come and those gone are narrow; the rest share the width. */
function columnsOf(all: readonly Lane[]): string {
  return all
    .map((lane) => (lane.use === 'expected' ? '180px' : lane.use === 'ended' ? '134px' : 'minmax(0, 1fr)'))
    .join(' ');
}

function Resources({ world }: { world: World }) {
  const rota = (world.views.venue?.rota ?? []).map((id) => text(nameOf(world, id))).filter(Boolean);
  const things = stored(world);
  const late = things.find((one) => one.late);
  return (
    <footer class="res">
      {rota.length > 0 && (
        <div>
          <h2>{say('rota')}</h2>
          <p>
            <b>{say('next', { who: rota[0] ?? '' })}</b>
            {rota.length > 1 && ` → ${rota.slice(1).join(' → ')}`}
          </p>
        </div>
      )}
      {resources(world).map((one) => (
        <div key={one.kind}>
          <h2>{text(one.name)}</h2>
          <p>
            {one.all.length <= NAMED_PLACES ? (
              one.all.map((place) => `${text(place.name)} ${placeWords(world, place)}`).join(' · ')
            ) : (
              <>
                <b>{say('free', { n: one.free.length })}</b> / {one.all.length}
              </>
            )}
          </p>
        </div>
      ))}
      {things.length > 0 && (
        <div>
          <h2>{say('stored')}</h2>
          <p>
            {say('storedOne', { n: things.length })}
            {late && ` · ${say('storedLate', { tag: late.tag ?? '', who: ownerOf(world, late) })}`}
          </p>
        </div>
      )}
    </footer>
  );
}

function placeWords(world: World, place: { state: string; journey: string | null }): string {
  const journey = place.journey ? world.views.journeys.get(place.journey) : undefined;
  return journey ? addressOf(world, journey) : say('free', { n: '' }).trim();
}

function Rail({ world, off }: { world: World; off: boolean }) {
  const [all, held] = useHeld(posts(world));
  const empty = all.filter((one) => one.look === 'empty');
  const count = (look: Post['look']) => all.filter((one) => one.look === look).length;
  return (
    <aside class="rail" {...held}>
      <h2>
        {say('positions', { n: all.length })}{' '}
        <span>
          {say('positionsCount', { none: count('hot') + empty.length, some: count('warm'), good: count('ok') })}
        </span>
      </h2>
      {all
        .filter((post) => post.look !== 'empty')
        .map((post) => (
          <PostView key={post.position.id} post={post} world={world} off={off} />
        ))}
      {empty.length > 0 && (
        <div class="pos empty1">
          <p class="p">{say('nobodyAt', { n: empty.length })}</p>
          <p class="h">{list(empty.map((post) => text(post.position.name)))}</p>
        </div>
      )}
    </aside>
  );
}

function PostView({ post, world, off }: { post: Post; world: World; off: boolean }) {
  const { position, holders, look } = post;
  if (look === 'ok')
    return (
      <div class="pos ok1">
        <span class="p">{text(position.name)}</span>
        <span class="h">{holders.map((one) => text(one.name)).join(' · ')}</span>
        <span class="h fixed" title={say('reach_sound')}>
          <Icon name="sound" />
        </span>
      </div>
    );
  return (
    <div class={`pos ${look}`}>
      <p class="p">
        <span>
          {text(position.name)}
          {look === 'hot' && ` · ${say('unmanned')}`}
        </span>
        {look === 'hot' && position.since != null && <span class="num">{span(world.now - position.since)}</span>}
      </p>
      {holders.map((one) => (
        <Holder key={one.id} one={one} world={world} />
      ))}
      {look === 'hot' && <CoverButton position={position.id} world={world} off={off} small />}
    </div>
  );
}

const REACH: Record<string, IconName> = { sound: 'sound', screen: 'push', none: 'none' };

function Holder({ one, world }: { one: StaffView; world: World }) {
  const reach = one.reach === 'sound' || one.reach === 'screen' ? one.reach : 'none';
  return (
    <>
      <p class="h">
        <b>{text(one.name)}</b> {dutyWords(one, world)}
        <span class={`rc ${reach === 'sound' ? '' : 'wait'}`}>
          <Icon name={REACH[reach] ?? 'none'} />
          {say(`reach_${reach}`)}
        </span>
      </p>
      {one.lostSince != null && <p class="whyline">{say('lostFor', { t: span(world.now - one.lostSince) })}</p>}
      {one.cover && <p class="whyline">{say('coveredBy', { who: list([text(nameOf(world, one.cover))]) })}</p>}
    </>
  );
}

function dutyWords(one: StaffView, world: World): string {
  if (one.state !== 'away' || one.until == null) return say('onDuty');
  return one.until < world.now
    ? say('awayOver', { t: span(world.now - one.until) })
    : say('awayUntil', { at: clock(one.until, zoneOf(world)) });
}

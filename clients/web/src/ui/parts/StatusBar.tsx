import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { App } from '../../state/app.ts';
import { myPositions, self, zoneOf } from '../../state/world.ts';
import { useApp } from '../context.ts';
import { text } from '../words/language.ts';
import { clock, clockSeconds } from '../words/time.ts';
import { say, type Word } from '../words/words.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';
import { span } from './Run.tsx';

const WEATHER: Record<string, Word> = { cloudy: 'cloudy', rain: 'rain', snow: 'snow', hot: 'hot' };

/** Who I am, the contact and what is not sent, the hour, help. On every page. */
export function StatusBar({ tablet }: { tablet: boolean }) {
  const app = useApp();
  const world = app.world.value;
  const me = self(world);
  const names = myPositions(world).map((one) => text(one.name));
  const venue = world.views.venue;
  const at = world.now;
  return (
    <header class="bar">
      <button type="button" class="me" data-id="me" onClick={() => app.pages.go({ name: 'duty' })}>
        <b>{names[0] ?? (venue ? text(venue.name) : say('brand'))}</b>
        {` ${text(me?.name)}`}
        {names.length > 1 && ` · ${names.slice(1).join(' · ')}`}
        {tablet && me?.state === 'on' && ` · ${say('onDuty')}`}
        {me?.state === 'away' && <span class="wait"> · {say('away')}</span>}
        {!tablet && <ContactState />}
      </button>
      {tablet && <ContactState />}
      <time class="clock">{(tablet ? clockSeconds : clock)(at, zoneOf(world))}</time>
      <Press class="help" id="sos" label={say('sos')} onPress={() => app.pages.go({ name: 'sos' })}>
        <Icon name="emergency" />
        {say('sos')}
      </Press>
    </header>
  );
}

/** The contact, in steps: drawn again only when its words change, not four times a second. */
function useContactWords(app: App) {
  return useMemo(
    () =>
      computed(() => {
        const contact = app.clock.contact.value;
        if (contact.kind === 'live') return { kind: contact.kind, words: say('connected') };
        const seconds = Math.floor(contact.age / 1000);
        const words = contact.kind === 'slow' ? say('slow', { n: seconds }) : say('lost', { age: span(contact.age) });
        return { kind: contact.kind, words };
      }),
    [app],
  );
}

export function ContactState() {
  const app = useApp();
  const contact = useContactWords(app).value;
  const unsent = app.outbox.value.filter((one) => one.state === 'waiting').length;
  const weather = WEATHER[app.known.value.venue?.weather ?? ''];
  return (
    <span class={`contact ${contact.kind}`} role="status">
      <i />
      {unsent > 0 && contact.kind === 'lost' ? say('lostShort') : contact.words}
      {unsent > 0 && (
        <span class="unsent">
          {' · '}
          {say('unsent', { n: unsent })}
        </span>
      )}
      {unsent === 0 && contact.kind === 'live' && weather && ` · ${say(weather)}`}
    </span>
  );
}

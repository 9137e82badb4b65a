import { Kinds } from '../../protocol/contracts.gen.ts';
import type { Page } from '../../state/pages.ts';
import { self } from '../../state/world.ts';
import { useApp, useWorld } from '../context.ts';
import { toggleLanguage } from '../join/JoinPage.tsx';
import { Floor } from '../parts/Floor.tsx';
import { Hold } from '../parts/Hold.tsx';
import { Press } from '../parts/Press.tsx';
import { Screen } from '../parts/Screen.tsx';
import { spoken } from '../sound/player.ts';
import { chosenTheme, type Theme } from '../words/language.ts';
import { say, type Word } from '../words/words.ts';

const THEMES: [Theme, Word][] = [
  ['day', 'themeDay'],
  ['sun', 'themeSun'],
  ['dark', 'themeDark'],
];

const ROOMS: [Page, Word][] = [
  [{ name: 'calls' }, 'calls'],
  [{ name: 'history' }, 'history'],
  [{ name: 'phrases', journey: null }, 'phrases'],
  [{ name: 'outbox' }, 'outboxPage'],
  [{ name: 'start' }, 'startTitle'],
];

/** Behind the position's name: where else to go, this device, and the ways out of duty. */
export function DutyPage() {
  const app = useApp();
  const world = useWorld();
  const away = self(world)?.state === 'away';
  return (
    <Screen
      name="duty"
      title={say('dutyTitle')}
      dock={
        away ? (
          <Floor
            words={say('dutyBack')}
            once="back"
            onPress={() => {
              app.do({ kind: Kinds.dutyBack, args: {}, says: say('dutyBack') });
              app.pages.home();
            }}
          />
        ) : (
          <Floor words={say('dutyAway')} onPress={() => app.pages.go({ name: 'away' })} />
        )
      }
    >
      {ROOMS.map(([page, word]) => (
        <Press key={word} class="row flat" id={`go-${page.name}`} onPress={() => app.pages.go(page)}>
          <span class="n">{say(word)}</span>
        </Press>
      ))}
      <div class="seconds">
        {THEMES.map(([theme, word]) => (
          <Press
            key={theme}
            class={`btn ${chosenTheme.value === theme ? 'sel' : ''}`}
            id={`theme-${theme}`}
            pressed={chosenTheme.value === theme}
            onPress={() => {
              chosenTheme.value = chosenTheme.peek() === theme ? null : theme;
            }}
          >
            {say(word)}
          </Press>
        ))}
      </div>
      <div class="seconds">
        <Press class="btn" id="language" onPress={toggleLanguage}>
          {say('language')}
        </Press>
        <Hold
          id="duty-end"
          onHeld={() => {
            app.do({ kind: Kinds.dutyEnd, args: {}, says: say('dutyEnd') });
            app.pages.home();
          }}
        >
          {say('dutyEnd')}
          <small>{say('holdSecond')}</small>
        </Hold>
        <Hold id="sign-out" onHeld={() => app.signOut()}>
          {say('signOut')}
        </Hold>
      </div>
      {spoken.value && <p class="small pad">{say('said', { words: spoken.value })}</p>}
    </Screen>
  );
}

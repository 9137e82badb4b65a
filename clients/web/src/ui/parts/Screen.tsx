import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../context.ts';
import { gate, wet } from '../press/usePress.ts';
import { isTablet } from '../size.ts';
import { update } from '../update.ts';
import { say } from '../words/words.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';
import { span } from './Run.tsx';
import { StatusBar } from './StatusBar.tsx';

interface ScreenProps {
  /** What this page is; another name is another page, and a new page is deaf at first. */
  name: string;
  title?: string | undefined;
  end?: string | undefined;
  /** Heading for readers of pages that show none. */
  hidden?: string | undefined;
  class?: string;
  /** The line runs from the page into the floor. */
  line?: boolean;
  wide?: boolean;
  dock: ComponentChildren;
  children: ComponentChildren;
}

/** Frame of every page: status bar, what scrolls, and the dock with the floor, which never does. */
export function Screen(props: ScreenProps) {
  const app = useApp();
  useEffect(() => gate.pageChanged(performance.now()), [props.name]);
  const tablet = isTablet.value;
  return (
    <div class={`app ${tablet ? 'tab' : ''}`} data-page={props.name}>
      <StatusBar tablet={tablet} />
      <main class={props.class} tabIndex={-1}>
        <LostBar />
        <UpdateBar home={!props.title} />
        {wet.value && (
          <p class="hint pad wait" role="status">
            <Icon name="rain" />
            <span>{say('wet')}</span>
          </p>
        )}
        {props.title ? (
          <div class="title">
            <Press class="back" id="back" label={say('back')} onPress={() => app.pages.back()}>
              <Icon name="back" />
            </Press>
            <h1>{props.title}</h1>
            {props.end && <span class="end">{props.end}</span>}
          </div>
        ) : (
          <h1 class="sr">{props.hidden}</h1>
        )}
        {props.children}
      </main>
      <footer class={`dock ${props.line ? 'on' : ''} ${props.wide && tablet ? 'wide' : ''}`}>{props.dock}</footer>
    </div>
  );
}

/** Red, with the age in large figures, for as long as nobody can be reached. The list below stays usable. */
function LostBar() {
  const app = useApp();
  const contact = app.clock.contact.value;
  if (contact.kind !== 'lost' || app.pages.page.value.name === 'outbox') return null;
  return (
    <Press class="lostbar" id="lost" onPress={() => app.pages.go({ name: 'outbox' })}>
      <span class="a">
        <span role="alert">{say('lostTitle')}</span>
        <span class="num" aria-hidden="true">
          {span(contact.age)}
        </span>
      </span>
      <span class="p">{say('lostHelp')}</span>
    </Press>
  );
}

/** Offered where nothing is under way. */
function UpdateBar({ home }: { home: boolean }) {
  const take = update.value;
  if (!take || !home) return null;
  return (
    <div class="row flat updatebar" role="status">
      <span>
        <span class="n">{say('update')}</span>
        <span class="s">{say('updateHelp')}</span>
      </span>
      <Press class="btn fit" id="update" onPress={take}>
        {say('updateGo')}
      </Press>
    </div>
  );
}

/** Nothing there: keeps the line and says what still works. */
export function Empty(props: { words: string; help: string }) {
  return (
    <div class="empty">
      <b>{props.words}</b>
      {props.help}
    </div>
  );
}

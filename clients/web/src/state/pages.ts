import { type ReadonlySignal, signal } from '@preact/signals';

/** Where a person can be. Home is what their position says. */
export type Page =
  | { name: 'home' }
  | { name: 'arrival'; journey: string | null }
  | { name: 'ask'; book: string; trigger: string; journey: string | null; given?: Record<string, string> }
  | { name: 'card'; journey: string }
  | { name: 'journey'; journey: string }
  /** `sent` is the command that opened a journey whose id is not known yet. */
  | { name: 'heard'; journey: string | null; alert: string | null; sent?: string }
  | { name: 'admit'; journey: string }
  | { name: 'calls' }
  | { name: 'history' }
  | { name: 'outbox' }
  | { name: 'phrases'; journey: string | null }
  | { name: 'away' }
  | { name: 'duty' }
  | { name: 'start' }
  | { name: 'sos' };

export interface Pages {
  readonly page: ReadonlySignal<Page>;
  go(page: Page): void;
  /** In place of this page: 返回 goes to where this one came from. */
  swap(page: Page): void;
  back(): void;
  home(): void;
}

/** The browser's own history, so that a phone's back key is 返回. */
export function browserPages(): Pages {
  const read = (state: unknown): Page =>
    typeof state === 'object' && state !== null && 'name' in state ? (state as Page) : { name: 'home' };
  const page = signal<Page>(read(history.state));
  window.addEventListener('popstate', (event) => {
    page.value = read(event.state);
  });
  return {
    page,
    go(next) {
      history.pushState(next, '');
      page.value = next;
    },
    swap(next) {
      history.replaceState(next, '');
      page.value = next;
    },
    back() {
      if (page.value.name === 'home') return;
      // The first page of a visit has nothing behind it.
      if (history.length > 1) history.back();
      else this.swap({ name: 'home' });
    },
    home() {
      if (page.value.name !== 'home') this.go({ name: 'home' });
    },
  };
}

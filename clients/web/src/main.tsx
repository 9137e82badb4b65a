import { request } from './connection/http.ts';
import { Hub } from './connection/hub.ts';
import type { WordsDocument } from './protocol/contracts.gen.ts';
import { App } from './state/app.ts';
import { browserPages } from './state/pages.ts';
import { openVault } from './state/vault.ts';
import { mount } from './ui/mount.tsx';
import { browserSink } from './ui/sound/sink.ts';
import { offerUpdates } from './ui/update.ts';
import { english } from './ui/words/language.ts';

async function start(): Promise<void> {
  const app = new App({
    vault: await openVault(),
    pages: browserPages(),
    english,
    openHub: (ports) => new Hub(ports),
    fetchWords: (token, hash) =>
      request<WordsDocument>(`/words/${encodeURIComponent(hash)}`, token, { cache: 'default' }),
  });
  await app.restore();
  mount(app, browserSink(), document.body);
  if ('serviceWorker' in navigator && import.meta.env.PROD) {
    void offerUpdates('/sw.js').catch(() => undefined);
  }
}

void start();

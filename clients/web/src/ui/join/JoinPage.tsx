import { useState } from 'preact/hooks';
import { Refused, request } from '../../connection/http.ts';
import type { Enrol, Session } from '../../protocol/contracts.gen.ts';
import { useApp, useShell } from '../context.ts';
import { selfTest } from '../duty/selftest.ts';
import { Floor } from '../parts/Floor.tsx';
import { DeleteKey, Key } from '../parts/Keys.tsx';
import { Press } from '../parts/Press.tsx';
import { language, text } from '../words/language.ts';
import { say } from '../words/words.ts';
import { DemoPeople } from './DemoPeople.tsx';

/** As the hub gives them out. */
const CODE_PLACES = 8;
/** The letters and figures a code is made of: none that is read as another. */
const CODE_KEYS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code becomes a session. The first tap of the day also gives the page its voice. */
export function JoinPage() {
  const app = useApp();
  const { sink } = useShell();
  const [code, setCode] = useState(codeInAddress);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  /** Where there is a list of people nobody has a code to type, unless they say so. */
  const [listed, setListed] = useState(false);
  const missing = CODE_PLACES - code.length;
  const join = async () => {
    selfTest.value = { ...selfTest.peek(), primed: sink.prime() };
    setBusy(true);
    setProblem('');
    try {
      const enrol: Enrol = { code, device: say('joinDeviceDefault') };
      app.signIn(await request<Session>('/enrol', null, { method: 'POST', body: JSON.stringify(enrol) }));
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };
  const failed = (error: unknown) =>
    setProblem(error instanceof Refused && error.words ? text(error.words) : say('joinFailed'));
  const press = (key: string) => setCode((had) => (had.length < CODE_PLACES ? had + key : had));
  return (
    <div class="app" data-page="join">
      <header class="bar plainbar">
        <b>{say('brand')}</b>
        <Press class="btn fit" id="language" onPress={() => toggleLanguage()}>
          {say('language')}
        </Press>
      </header>
      <main>
        {listed ? (
          <h1 class="sr">{say('joinDemo')}</h1>
        ) : (
          <>
            <div class="pad">
              <h1 class="joinhead">{say('joinTitle')}</h1>
              <p class="small">{say('joinHelp')}</p>
            </div>
            <div class="slots codeslots" role="status" aria-label={code || say('joinTitle')}>
              {Array.from({ length: CODE_PLACES }, (_, at) => (
                <span key={at} class={at === code.length ? 'cur' : ''}>
                  {code[at]}
                </span>
              ))}
            </div>
          </>
        )}
        {problem && (
          <p class="pad now" role="alert">
            <b>{problem}</b>
          </p>
        )}
        {!window.isSecureContext && <p class="small pad">{say('joinInsecure')}</p>}
        <DemoPeople onFound={() => setListed(code === '')} onProblem={failed} />
      </main>
      <footer class="dock">
        {listed ? (
          <div class="seconds">
            <Press class="btn" id="has-code" onPress={() => setListed(false)}>
              {say('joinHasCode')}
            </Press>
          </div>
        ) : (
          <>
            <div class="keys k7 codekeys">
              {[...CODE_KEYS].map((key) => (
                <Key key={key} name={key} onPress={press} />
              ))}
              <DeleteKey wide onPress={() => setCode((had) => had.slice(0, -1))} />
            </div>
            <Floor
              words={say('joinGo')}
              small={missing > 0 ? say('joinMore', { n: missing }) : undefined}
              off={missing > 0 || busy}
              look="plain"
              once="join"
              onPress={() => void join()}
            />
          </>
        )}
      </footer>
    </div>
  );
}

export function toggleLanguage(): void {
  language.value = language.value === 'en' ? 'zh-CN' : 'en';
}

/** The supervisor's QR opens the page with the code behind `#`: it never reaches a server's log. */
function codeInAddress(): string {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
  if (code) history.replaceState(history.state, '', location.pathname + location.search);
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, CODE_PLACES);
}

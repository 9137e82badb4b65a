import { useEffect, useState } from 'preact/hooks';
import { request } from '../../connection/http.ts';
import type { Session, Text } from '../../protocol/contracts.gen.ts';
import { useApp, useShell } from '../context.ts';
import { selfTest } from '../duty/selftest.ts';
import { Press } from '../parts/Press.tsx';
import { text } from '../words/language.ts';
import { say } from '../words/words.ts';

interface DemoPerson {
  id: string;
  name: Text;
  position?: Text | null;
}

/** In a demo anybody may be anybody: the hub lists its staff. Elsewhere it has no such list and this shows nothing. */
export function DemoPeople(props: { onFound: () => void; onProblem: (error: unknown) => void }) {
  const app = useApp();
  const { sink } = useShell();
  const [people, setPeople] = useState<readonly DemoPerson[]>([]);
  useEffect(() => {
    request<DemoPerson[]>('/demo/staff', null)
      .then((found) => {
        if (!Array.isArray(found) || found.length === 0) return;
        setPeople(found);
        props.onFound();
      })
      .catch(() => undefined);
  }, []);
  if (people.length === 0) return null;
  const be = async (staff: string) => {
    selfTest.value = { ...selfTest.peek(), primed: sink.prime() };
    try {
      app.signIn(await request<Session>('/demo/sessions', null, { method: 'POST', body: JSON.stringify({ staff }) }));
    } catch (error) {
      props.onProblem(error);
    }
  };
  return (
    <>
      <h2 class="head">{say('joinDemo')}</h2>
      {people.map((one) => (
        <Press
          key={one.id}
          class="row flat"
          id={`demo-${one.id}`}
          once={`demo ${one.id}`}
          onPress={() => void be(one.id)}
        >
          <span>
            <span class="n">{text(one.name)}</span>
            {one.position && <span class="s">{text(one.position)}</span>}
          </span>
        </Press>
      ))}
    </>
  );
}

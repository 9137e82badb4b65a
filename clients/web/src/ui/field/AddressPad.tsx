import { useState } from 'preact/hooks';
import { compose, FAMILIES, parseAddress, TITLES } from '../../state/address.ts';
import { Press } from '../parts/Press.tsx';
import { say } from '../words/words.ts';

/** How to address somebody: a title alone is 一位先生, with a surname 王先生. The common surnames are a tap, the rest is typed. */
export function AddressPad(props: { id: string; name: string; value: string; onAnswer: (value: string) => void }) {
  const { family, title } = parseAddress(props.value);
  const [open, setOpen] = useState(family !== '');
  const answer = (nextFamily: string, nextTitle: string) => props.onAnswer(compose(nextFamily, nextTitle));
  return (
    <>
      <div class="wrapbtns pad">
        {TITLES.map((one) => (
          <Press
            key={one.value}
            class={`btn ${one.value === title ? 'sel' : ''}`}
            id={`title-${one.word}`}
            pressed={one.value === title}
            onPress={() => answer(family, one.value === title ? '' : one.value)}
          >
            {say(family ? one.word : one.stranger)}
          </Press>
        ))}
        {!open && (
          <Press class="btn" id="family" onPress={() => setOpen(true)}>
            {say('knowsFamily')}
          </Press>
        )}
      </div>
      {open && (
        <>
          <div class="pad">
            <input
              class="input"
              aria-label={say('family')}
              placeholder={say('family')}
              data-id={props.id}
              value={family}
              maxLength={12}
              autocomplete="off"
              onInput={(event) => answer(event.currentTarget.value.trim(), title)}
            />
          </div>
          <div class="keys k6 families" lang="zh-CN">
            {FAMILIES.map((one) => (
              <Press
                key={one}
                class={`key ${one === family ? 'sel' : ''}`}
                id={`family-${one}`}
                pressed={one === family}
                onPress={() => answer(one, title)}
              >
                {one}
              </Press>
            ))}
          </div>
        </>
      )}
    </>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { Kinds } from '../../protocol/contracts.gen.ts';
import { itemsAt } from '../../state/select/guests.ts';
import { nameOf, self } from '../../state/world.ts';
import { useApp, useShell, useWorld } from '../context.ts';
import { Floor } from '../parts/Floor.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Press } from '../parts/Press.tsx';
import { Screen } from '../parts/Screen.tsx';
import { language, list, text } from '../words/language.ts';
import { say } from '../words/words.ts';
import { onHeadset, primeHeadset } from './headset.ts';
import { type SelfTest, selfTest } from './selftest.ts';

/** Start of duty: the position, and the device tried as a line. What is limited is hollow and says its substitute. */
export function StartPage() {
  const app = useApp();
  const { sink, player } = useShell();
  const world = useWorld();
  const me = self(world);
  const allowed = me?.allowed ?? [];
  const [picked, setPicked] = useState<string[] | null>(null);
  const [asking, setAsking] = useState(false);
  const chosen = picked ?? (me && me.positions.length > 0 ? me.positions : allowed.slice(0, 1));
  const test = selfTest.value;
  useEffect(() => onHeadset(() => tell({ button: 'good' })), []);

  const trySound = async () => {
    sink.prime();
    primeHeadset();
    setAsking(true);
    const how = await player.play('action', say('testVoiceWords', { who: text(me?.name) }), language.value);
    tell({ how });
  };
  const heard = (well: boolean) => {
    setAsking(false);
    tell({ voice: well ? 'good' : 'limited' });
  };
  const items = itemsAt(world, chosen);
  const offline = app.clock.contact.value.kind === 'lost';
  const start = () => {
    tell({ primed: sink.prime() });
    primeHeadset();
    app.do({ kind: Kinds.dutyStart, args: { positions: chosen.join(',') }, says: say('startGo') });
    app.pages.swap({ name: 'home' });
  };
  return (
    <Screen
      name="start"
      hidden={say('startTitle')}
      line
      dock={
        <>
          <div class="seconds">
            {asking ? (
              <>
                <Press class="btn" id="heard-no" onPress={() => heard(false)}>
                  {say('heardNo')}
                </Press>
                <Press class="btn" id="heard-yes" onPress={() => heard(true)}>
                  {say('heardYes')}
                </Press>
              </>
            ) : (
              <Press class="btn" id="test-sound" onPress={() => void trySound()}>
                <Icon name="sound" />
                {say(test.voice === 'untried' ? 'startTest' : 'again')}
              </Press>
            )}
          </div>
          <Floor
            words={say('startGo')}
            small={chosen.length === 0 ? say('startPick') : offline ? say('outboxHelp') : say('startGoWords')}
            off={chosen.length === 0}
            once="start"
            onPress={start}
          />
        </>
      }
    >
      <ol class="track">
        <li class={chosen.length > 0 ? 'past' : ''}>
          <b>{say('startPosition')}</b>
          {allowed.length === 0 && <p>{say('startNone')}</p>}
          <div class="wrapbtns">
            {allowed.map((id) => (
              <PositionChoice key={id} id={id} chosen={chosen} onChosen={setPicked} />
            ))}
          </div>
        </li>
        <SelfTestTrack test={test} canKeep={app.vault.keeps} />
        {items.length > 0 && (
          <li class="here cut">
            <b>{say('handover', { n: items.length })}</b>
            <br />
            <span class="small">{list(items.slice(0, 3).map((item) => text(item.name)))}</span>
          </li>
        )}
        <li class="fill" aria-hidden="true" />
      </ol>
    </Screen>
  );
}

function PositionChoice(props: { id: string; chosen: string[]; onChosen: (ids: string[]) => void }) {
  const world = useWorld();
  const on = props.chosen.includes(props.id);
  const others = (world.views.positions.get(props.id)?.holders ?? []).filter((one) => one !== world.me);
  return (
    <Press
      class={`btn stack ${on ? 'sel' : ''}`}
      id={`position-${props.id}`}
      pressed={on}
      onPress={() => props.onChosen(on ? props.chosen.filter((one) => one !== props.id) : [...props.chosen, props.id])}
    >
      {text(nameOf(world, props.id))}
      <small>
        {others.length > 0
          ? say('startWith', { who: list(others.map((id) => text(nameOf(world, id)))) })
          : say('startAlone')}
      </small>
    </Press>
  );
}

function tell(part: Partial<SelfTest>): void {
  selfTest.value = { ...selfTest.value, ...part };
}

function SelfTestTrack({ test, canKeep }: { test: SelfTest; canKeep: boolean }) {
  const app = useApp();
  const { sink } = useShell();
  const live = app.clock.contact.value.kind === 'live';
  const voice = sink.canSpeak(language.value);
  const how = test.how === 'screen' ? say('screenOnly') : voice ? say('testVoiceAsk') : say('toneOnly');
  return (
    <>
      <Station name={say('testContact')} good={live} words={live ? say('good') : say('lostTitle')} help="" />
      <Station
        name={say('testVoice')}
        good={test.voice === 'good' && test.how === 'voice'}
        untried={test.voice === 'untried'}
        words={test.voice === 'untried' ? say('notYet') : say(test.voice === 'good' ? 'heardYes' : 'heardNo')}
        help={how}
      />
      <Station
        name={say('testButton')}
        good={test.button === 'good'}
        untried={test.button === 'untried'}
        words={test.button === 'good' ? say('good') : say('notYet')}
        help={test.button === 'good' ? say('headsetHint') : say('testButtonAsk')}
      />
      <Station
        name={say('testVibration')}
        good={sink.canVibrate()}
        words={sink.canVibrate() ? say('good') : say('limited')}
        help={sink.canVibrate() ? '' : say('vibrationNo')}
      />
      <Station name={say('testLocked')} good={false} words={say('limited')} help={say('testLockedWords')} />
      <Station
        name={say('testStore')}
        good={canKeep}
        words={canKeep ? say('good') : say('limited')}
        help={canKeep ? say('testStoreYes') : say('testStoreNo')}
      />
    </>
  );
}

function Station(props: { name: string; good: boolean; untried?: boolean; words: string; help: string }) {
  return (
    <li class={props.good ? 'past' : props.untried ? 'todo' : ''}>
      <b>{props.name}</b>{' '}
      <span class={props.good ? 'ok' : 'wait'}>
        {!props.untried && <Icon name={props.good ? 'check' : 'none'} />} {props.words}
      </span>
      {props.help && (
        <>
          <br />
          <span class="small">{props.help}</span>
        </>
      )}
    </li>
  );
}

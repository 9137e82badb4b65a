import { effect } from '@preact/signals';
import { render } from 'preact';
import type { App } from '../state/app.ts';
import { ringing } from '../state/select/alerts.ts';
import { myPositions } from '../state/world.ts';
import { acknowledge, delay } from './act.ts';
import { type Shell, ShellContext } from './context.ts';
import { onHeadset } from './duty/headset.ts';
import { reachOf, selfTest } from './duty/selftest.ts';
import { keepAwake } from './duty/wakelock.ts';
import { fetchLater } from './later.tsx';
import { onPoints } from './press/usePress.ts';
import { Root } from './Root.tsx';
import { onSize } from './size.ts';
import { Player } from './sound/player.ts';
import { startRinger } from './sound/ringer.ts';
import type { Sink } from './sound/sink.ts';
import { toneOf } from './sound/tones.ts';
import { asTheme, language, onChoices, text } from './words/language.ts';
import './style/tokens.css';
import './style/base.css';
import './style/field.css';
import './style/pages.css';

/** 稍候 by the headset's double press. */
const HEADSET_DELAY_MIN = 2;

/** Puts the application on a page. Answers how to take it off. */
export function mount(app: App, sink: Sink, into: HTMLElement): () => void {
  const shell: Shell = { app, sink, player: new Player(sink) };
  const stops = [
    effect(() => {
      app.reach.value = reachOf(selfTest.value);
    }),
    fetchLater(),
    onSize(),
    onPoints(),
    onChoices(() => asTheme(myPositions(app.world.value)[0]?.theme)),
    startRinger(app, shell.player),
    keepAwake(),
    onHeadset((press) => {
      const call = ringing(app.world.peek())[0];
      if (!call) return;
      if (press === 'once') acknowledge(app, call);
      else if (press === 'twice') delay(app, call, HEADSET_DELAY_MIN);
      else void shell.player.play(toneOf(call.kind), text(call.ear), language.peek());
    }),
  ];
  render(
    <ShellContext.Provider value={shell}>
      <Root />
    </ShellContext.Provider>,
    into,
  );
  return () => {
    for (const stop of stops) stop();
    render(null, into);
  };
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { App } from '../state/app.ts';
import type { World } from '../state/world.ts';
import type { Player } from './sound/player.ts';
import type { Sink } from './sound/sink.ts';

export interface Shell {
  app: App;
  sink: Sink;
  player: Player;
}

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('a screen stands outside the shell');
  return shell;
}

export function useApp(): App {
  return useShell().app;
}

/** The world as it is; the screen is drawn again whenever it changes. */
export function useWorld(): World {
  return useApp().world.value;
}

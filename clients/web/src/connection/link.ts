import { retryDelay } from './backoff.ts';

/** Tries without a socket before the long poll begins: one may be a node that just went down. */
const POLL_AFTER_FAILURES = 2;

/** How the device stands to the hub. `polling` runs beside the tries for a socket, never instead of them. */
export type LinkState =
  | { phase: 'off' }
  | { phase: 'opening'; failures: number; polling: boolean }
  | { phase: 'live' }
  | { phase: 'waiting'; failures: number; polling: boolean }
  /** The session is over: somebody must sign in again. */
  | { phase: 'revoked' };

export type LinkEvent =
  | { kind: 'start' }
  | { kind: 'stop' }
  | { kind: 'opened' }
  | { kind: 'closed' }
  | { kind: 'left'; code: string; afterMs: number }
  /** The wait is over. */
  | { kind: 'due' }
  /** The page became visible, or the network came back. */
  | { kind: 'wake' }
  /** Nothing was heard for so long that the socket is dead, whatever it says. */
  | { kind: 'silent' }
  | { kind: 'denied' };

export type LinkEffect =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'wait'; ms: number }
  | { kind: 'poll' }
  | { kind: 'stop-poll' };

export type LinkStep = readonly [LinkState, readonly LinkEffect[]];

const OFF: LinkState = { phase: 'off' };

/** What follows from an event. Never gives up: only a sign-out or a revoked session ends it. */
export function linkStep(state: LinkState, event: LinkEvent, random: () => number): LinkStep {
  if (event.kind === 'stop') return [OFF, [{ kind: 'close' }, { kind: 'stop-poll' }]];
  if (event.kind === 'denied') return [{ phase: 'revoked' }, [{ kind: 'close' }, { kind: 'stop-poll' }]];
  switch (state.phase) {
    case 'off':
    case 'revoked':
      return event.kind === 'start' ? open(0, false) : [state, []];
    case 'opening':
      return whileOpening(state, event, random);
    case 'live':
      return whileLive(state, event, random);
    case 'waiting':
      if (event.kind === 'due') return open(state.failures, state.polling);
      if (event.kind === 'wake') return open(0, state.polling);
      return [state, []];
  }
}

function whileOpening(
  state: Extract<LinkState, { phase: 'opening' }>,
  event: LinkEvent,
  random: () => number,
): LinkStep {
  if (event.kind === 'opened') return [{ phase: 'live' }, [{ kind: 'stop-poll' }]];
  if (event.kind === 'left') return leave(event, random);
  if (event.kind !== 'closed' && event.kind !== 'silent') return [state, []];
  const failures = state.failures + 1;
  const polling = state.polling || failures >= POLL_AFTER_FAILURES;
  const effects: LinkEffect[] = [{ kind: 'close' }, { kind: 'wait', ms: retryDelay(failures, random) }];
  if (polling && !state.polling) effects.push({ kind: 'poll' });
  return [{ phase: 'waiting', failures, polling }, effects];
}

function whileLive(state: LinkState, event: LinkEvent, random: () => number): LinkStep {
  if (event.kind === 'left') return leave(event, random);
  // A dead socket that nobody closed is left at once; a closed one is one of many, so its return is spread.
  if (event.kind === 'silent') return open(0, false, [{ kind: 'close' }]);
  if (event.kind !== 'closed') return [state, []];
  const wait: LinkEffect = { kind: 'wait', ms: retryDelay(0, random) };
  return [{ phase: 'waiting', failures: 0, polling: false }, [wait]];
}

function leave(event: Extract<LinkEvent, { kind: 'left' }>, random: () => number): LinkStep {
  if (event.code === 'revoked') return [{ phase: 'revoked' }, [{ kind: 'close' }, { kind: 'stop-poll' }]];
  const ms = event.afterMs + retryDelay(0, random);
  return [{ phase: 'waiting', failures: 0, polling: false }, [{ kind: 'close' }, { kind: 'wait', ms }]];
}

function open(failures: number, polling: boolean, before: readonly LinkEffect[] = []): LinkStep {
  return [{ phase: 'opening', failures, polling }, [...before, { kind: 'open' }]];
}

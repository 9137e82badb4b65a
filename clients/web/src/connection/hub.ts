import type { Answer, Changes, Command, Join, Report } from '../protocol/contracts.gen.ts';
import { LOST_AFTER_MS } from './contact.ts';
import { Denied, fetchSync, NotNow, postCommand, postReport } from './http.ts';
import { type LinkEffect, type LinkEvent, type LinkState, linkStep } from './link.ts';
import { Socket } from './socket.ts';

/** What the hub lets a long poll wait; longer is cut by proxies. */
const POLL_WAIT_S = 10;
/** Between two polls that failed: no faster than the socket is tried. */
const POLL_PAUSE_MS = 3_000;
/** How often silence is looked for. */
const WATCH_MS = 1_000;

export interface Cursor {
  seq: number;
  mark: string;
}

export interface HubPorts {
  token: string;
  headSeconds: number;
  reach(): string;
  cursor(): Cursor;
  /** Apply it. Answers false when something is missing before it. */
  changes(changes: Changes): boolean;
  /** The hub was heard: contact counts from now. */
  heard(): void;
  /** The session is over. */
  revoked(): void;
}

/** The way to the hub: a socket for as long as one works, the long poll when none does. */
export class Hub {
  #state: LinkState = { phase: 'off' };
  #socket: Socket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #poll: AbortController | null = null;
  #fetching = false;
  #lastHeard = 0;

  constructor(private readonly ports: HubPorts) {}

  start(): void {
    document.addEventListener('visibilitychange', this.#wake);
    window.addEventListener('online', this.#wake);
    window.addEventListener('pageshow', this.#wake);
    this.#lastHeard = performance.now();
    this.#watch = setInterval(() => this.#lookForSilence(), WATCH_MS);
    this.#on({ kind: 'start' });
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#wake);
    window.removeEventListener('online', this.#wake);
    window.removeEventListener('pageshow', this.#wake);
    clearInterval(this.#watch);
    this.#on({ kind: 'stop' });
  }

  /** Sends one command. Throws when the outcome is unknown: the same again, later. */
  async do(command: Command): Promise<Answer> {
    const answer = await this.#guard(() =>
      this.#state.phase === 'live' && this.#socket ? this.#socket.do(command) : postCommand(this.ports.token, command),
    );
    this.#heard();
    return answer;
  }

  async report(report: Report): Promise<void> {
    await this.#guard(() =>
      this.#state.phase === 'live' && this.#socket ? this.#socket.report(report) : postReport(this.ports.token, report),
    );
  }

  rejoin(): void {
    if (this.#state.phase === 'live') void this.#socket?.open(this.#join());
  }

  #join(): Join {
    const { seq, mark } = this.ports.cursor();
    return { since: seq, mark, headSeconds: this.ports.headSeconds, reach: this.ports.reach() };
  }

  #on(event: LinkEvent): void {
    const [state, effects] = linkStep(this.#state, event, Math.random);
    this.#state = state;
    clearTimeout(this.#timer);
    if (event.kind !== 'stop' && state.phase === 'revoked') this.ports.revoked();
    for (const effect of effects) this.#run(effect);
  }

  #run(effect: LinkEffect): void {
    switch (effect.kind) {
      case 'open':
        return void this.#open();
      case 'close':
        this.#socket?.close();
        this.#socket = null;
        return;
      case 'wait':
        this.#timer = setTimeout(() => this.#on({ kind: 'due' }), effect.ms);
        return;
      case 'poll':
        return void this.#pollOn();
      case 'stop-poll':
        this.#poll?.abort();
        this.#poll = null;
    }
  }

  async #open(): Promise<void> {
    const socket = new Socket(this.ports.token, {
      changes: (changes) => this.#take(changes),
      leave: (leave) => this.#on({ kind: 'left', code: leave.code, afterMs: leave.afterMs }),
      closed: () => {
        if (this.#socket !== socket) return;
        this.#socket = null;
        this.#on({ kind: 'closed' });
      },
    });
    this.#socket = socket;
    const joined = await socket.open(this.#join());
    if (!joined || this.#socket !== socket) return;
    this.#heard();
    this.#on({ kind: 'opened' });
  }

  async #pollOn(): Promise<void> {
    this.#poll?.abort();
    const poll = new AbortController();
    this.#poll = poll;
    while (!poll.signal.aborted) {
      const { seq, mark } = this.ports.cursor();
      try {
        const changes = await fetchSync(
          this.ports.token,
          { seq, mark, reach: this.ports.reach() },
          seq === 0 ? 0 : POLL_WAIT_S,
          poll.signal,
        );
        if (!poll.signal.aborted) this.#take(changes);
      } catch (error) {
        if (error instanceof Denied) return this.#on({ kind: 'denied' });
        await new Promise((resolve) => setTimeout(resolve, POLL_PAUSE_MS));
      }
    }
  }

  #take(changes: Changes): void {
    this.#heard();
    if (!this.ports.changes(changes)) void this.#fetch();
  }

  /** A hole before a message: the difference or the whole, from any node. A gap never closes a socket. */
  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      const { seq, mark } = this.ports.cursor();
      const changes = await this.#guard(() => fetchSync(this.ports.token, { seq, mark, reach: this.ports.reach() }, 0));
      this.#heard();
      this.ports.changes(changes);
    } catch (error) {
      if (error instanceof NotNow) setTimeout(() => void this.#fetch(), POLL_PAUSE_MS * Math.random());
    } finally {
      this.#fetching = false;
    }
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Denied) this.#on({ kind: 'denied' });
      throw error;
    }
  }

  #heard(): void {
    this.#lastHeard = performance.now();
    this.ports.heard();
  }

  #lookForSilence(): void {
    if (performance.now() - this.#lastHeard < LOST_AFTER_MS || this.#state.phase !== 'live') return;
    this.#on({ kind: 'silent' });
  }

  readonly #wake = (): void => {
    if (document.visibilityState !== 'visible') return;
    // A phone kills sockets without saying so: what was silent past a head is not worth waiting for.
    const suspicious = performance.now() - this.#lastHeard > this.ports.headSeconds * 1000 + WATCH_MS * 2;
    this.#on({ kind: this.#state.phase === 'live' && suspicious ? 'silent' : 'wake' });
  };
}

import type { Answer, Command } from '../protocol/contracts.gen.ts';

/** A command that ended its connection this often is set aside with words; the next one goes. */
const SET_ASIDE_AFTER = 2;

/** What is to be sent, or was refused. It belongs to the session and person that made it, whoever signs in later. */
export interface Waiting {
  readonly command: Command;
  readonly session: string;
  readonly staff: string;
  /** What the person did, as they read it: 赵女士到了. */
  readonly says: string;
  /** `sent` = carried out, but the views here are not there yet. */
  readonly state: 'waiting' | 'sent' | 'aside' | 'refused';
  /** How often sending it ended the connection. */
  readonly broke: number;
  readonly answer: Answer | null;
}

export type Outbox = readonly Waiting[];

export type OutboxEvent =
  | { kind: 'loaded'; entries: Outbox }
  | { kind: 'made'; entry: Omit<Waiting, 'state' | 'broke' | 'answer'> }
  | { kind: 'answered'; answer: Answer }
  | { kind: 'broke'; commandId: string }
  /** The views have come so far: the guess gives way to what is known. */
  | { kind: 'reached'; seq: number }
  /** The person took it back, or has read the refusal. */
  | { kind: 'dropped'; commandId: string };

export function outboxStep(outbox: Outbox, event: OutboxEvent): Outbox {
  switch (event.kind) {
    case 'loaded': {
      const known = new Set(outbox.map((one) => one.command.commandId));
      return [...event.entries.filter((one) => !known.has(one.command.commandId)), ...outbox];
    }
    case 'made':
      // The id was made with the button, so a double tap comes with the same one.
      if (outbox.some((one) => one.command.commandId === event.entry.command.commandId)) return outbox;
      return [...outbox, { ...event.entry, state: 'waiting', broke: 0, answer: null }];
    case 'answered':
      return change(outbox, event.answer.commandId, (one) => ({
        ...one,
        state: event.answer.ok ? 'sent' : 'refused',
        answer: event.answer,
      }));
    case 'reached':
      if (!outbox.some((one) => isReached(one, event.seq))) return outbox;
      return outbox.filter((one) => !isReached(one, event.seq));
    case 'broke':
      return change(outbox, event.commandId, (one) => {
        const broke = one.broke + 1;
        return { ...one, broke, state: broke >= SET_ASIDE_AFTER ? 'aside' : one.state };
      });
    case 'dropped':
      return outbox.filter((one) => one.command.commandId !== event.commandId);
  }
}

/** The one to send next: in order, and only what belongs to whoever is signed in. */
export function nextToSend(outbox: Outbox, session: string): Waiting | null {
  return outbox.find((one) => one.state === 'waiting' && one.session === session) ?? null;
}

/** What waits of an earlier sign-in is shown to nobody else as theirs; it is listed as not carried out. */
export function isForeign(one: Waiting, session: string): boolean {
  return one.session !== session;
}

function isReached(one: Waiting, seq: number): boolean {
  return one.state === 'sent' && (one.answer?.seq ?? 0) <= seq;
}

function change(outbox: Outbox, id: string, how: (one: Waiting) => Waiting): Outbox {
  return outbox.map((one) => (one.command.commandId === id ? how(one) : one));
}

import { describe, expect, it } from 'vitest';
import type { Command } from '../protocol/contracts.gen.ts';
import { nextToSend, type Outbox, type OutboxEvent, outboxStep } from './outbox.ts';

const command = (commandId: string): Command => ({ commandId, kind: 'pull', madeAt: 1, args: {} });
const made = (id: string, session = 's1'): OutboxEvent => ({
  kind: 'made',
  entry: { command: command(id), session, staff: 'p1', says: id },
});
const run = (...events: OutboxEvent[]) => events.reduce<Outbox>(outboxStep, []);
const ids = (outbox: Outbox) => outbox.map((one) => `${one.command.commandId}:${one.state}`);
const answer = (commandId: string, ok: boolean): OutboxEvent => ({
  kind: 'answered',
  answer: { commandId, ok, seq: 5, at: 0, code: ok ? null : 'not-now' },
});

describe('the outbox', () => {
  it('sends in order, one at a time', () => {
    const outbox = run(made('a'), made('b'));
    expect(nextToSend(outbox, 's1')?.command.commandId).toBe('a');
    expect(nextToSend(run(made('a'), made('b'), answer('a', true)), 's1')?.command.commandId).toBe('b');
  });

  it('keeps what was carried out until the views are there: it is the guess on the screen', () => {
    const outbox = run(made('a'), answer('a', true));
    expect(ids(outboxStep(outbox, { kind: 'reached', seq: 4 }))).toEqual(['a:sent']);
    expect(outboxStep(outbox, { kind: 'reached', seq: 5 })).toEqual([]);
  });

  it('takes a double tap as one', () => {
    expect(ids(run(made('a'), made('a')))).toEqual(['a:waiting']);
  });

  it('keeps a refused one with its words until it is read', () => {
    const outbox = run(made('a'), made('b'), answer('a', false));
    expect(ids(outbox)).toEqual(['a:refused', 'b:waiting']);
    expect(ids(outboxStep(outbox, { kind: 'dropped', commandId: 'a' }))).toEqual(['b:waiting']);
  });

  it('sets aside what twice ended its connection, and goes on with the next', () => {
    const broke: OutboxEvent = { kind: 'broke', commandId: 'a' };
    expect(nextToSend(run(made('a'), made('b'), broke), 's1')?.command.commandId).toBe('a');
    expect(ids(run(made('a'), made('b'), broke, broke))).toEqual(['a:aside', 'b:waiting']);
  });

  it('never sends under the next sign-in what another person did', () => {
    const outbox = run(made('a', 's1'), made('b', 's2'));
    expect(nextToSend(outbox, 's2')?.command.commandId).toBe('b');
    expect(nextToSend(outbox, 's3')).toBeNull();
  });

  it('puts what was kept from before in front of what was done meanwhile', () => {
    const kept = run(made('a'), made('b'));
    expect(ids(outboxStep(run(made('b'), made('c')), { kind: 'loaded', entries: kept }))).toEqual([
      'a:waiting',
      'b:waiting',
      'c:waiting',
    ]);
  });
});

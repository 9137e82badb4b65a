import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bookOf, fieldBy } from '../state/book.ts';
import { type Outbox, outboxStep } from '../state/outbox.ts';
import { applyChanges, noViews, type Views } from '../state/views.ts';
import { type Answer, type Changes, type Command, Kinds, type WordsDocument } from './contracts.gen.ts';

/** The messages that the hub's own tests read and write, so that both sides mean the same. */
function golden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../../tests/wire/${name}.json`, import.meta.url), 'utf8')) as T;
}
function apply(views: Views, message: Changes): Views {
  const applied = applyChanges(views, message);
  if (applied.kind === 'gap') throw new Error('a gap');
  return applied.views;
}

describe('the golden messages', () => {
  it('fill every dictionary', () => {
    const views = apply(noViews, golden<Changes>('changes'));
    expect(views.venue?.columns.length).toBeGreaterThan(0);
    const kinds = ['guests', 'journeys', 'alerts', 'receipts', 'items', 'positions', 'staff', 'places'] as const;
    for (const kind of kinds) expect([kind, views[kind].size > 0]).toEqual([kind, true]);
    expect([views.seq, views.mark]).toEqual([42, 'm_-42']);
  });

  it('are whole where the wire leaves out what is empty', () => {
    const views = apply(noViews, golden<Changes>('changes-bare'));
    const alert = [...views.alerts.values()][0];
    expect(alert).toMatchObject({
      staff: null,
      next: null,
      ladder: [],
      answers: [],
      asks: { staff: [], positions: [] },
    });
    expect([...views.journeys.values()][0]).toMatchObject({ host: null, undo: null, eta: null, blocked: [] });
    expect([...views.items.values()][0]).toMatchObject({ due: null, tag: null });
  });

  it('move the cursor by a head', () => {
    const views = apply(noViews, golden<Changes>('changes'));
    expect(apply(views, golden<Changes>('head')).guests).toBe(views.guests);
  });

  it('are the words a screen is driven by', () => {
    const book = bookOf(golden<WordsDocument>('words'));
    expect(book.stages.size + book.doc.phrases.length).toBeGreaterThan(0);
    for (const trigger of book.triggers.values())
      expect(trigger.to === null || typeof trigger.to === 'string').toBe(true);
    expect(fieldBy(book, 'no such use')).toBeUndefined();
  });

  it('answer what was sent', () => {
    const command = golden<Command>('command');
    expect(Object.values(Kinds)).toContain(command.kind);
    const made: Outbox = outboxStep([], { kind: 'made', entry: { command, session: 's', staff: 'p', says: '' } });
    const refused = outboxStep(made, { kind: 'answered', answer: golden<Answer>('answer-refused') });
    expect(refused[0]).toMatchObject({
      state: 'refused',
      answer: { code: 'not-now', words: { en: 'Not possible now' } },
    });
  });
});

import { complete } from '../protocol/complete.ts';
import type { FieldWords, JourneyView, StageWords, TriggerWords, WordsDocument } from '../protocol/contracts.gen.ts';

/** A words document, with its parts by id. All that a screen knows of a procedure is in here. */
export interface Book {
  readonly doc: WordsDocument;
  readonly stages: ReadonlyMap<string, StageWords>;
  readonly triggers: ReadonlyMap<string, TriggerWords>;
  readonly fields: ReadonlyMap<string, FieldWords>;
}

export type Books = ReadonlyMap<string, Book>;

export function bookOf(raw: WordsDocument): Book {
  const words = complete('words', raw);
  const doc = { ...words, phrases: words.phrases.map((phrase) => complete('phrases', phrase)) };
  const byId = <T extends { id: string }>(kind: string, parts: readonly T[]) =>
    new Map(parts.map((part) => [part.id, complete(kind, part)]));
  return {
    doc,
    stages: byId('stages', doc.stages),
    triggers: byId('triggers', doc.triggers),
    fields: byId('fields', doc.fields),
  };
}

export function stageOf(book: Book | undefined, journey: JourneyView): StageWords | undefined {
  return book?.stages.get(journey.stage);
}

export function useOf(book: Book | undefined, journey: JourneyView): string | null {
  return stageOf(book, journey)?.use ?? null;
}

/** What these positions may pull in the journey's stage, in the playbook's order. */
export function triggersFor(
  book: Book | undefined,
  journey: JourneyView,
  positions: readonly string[],
): TriggerWords[] {
  if (!book || journey.ended) return [];
  return [...book.triggers.values()].filter(
    (trigger) =>
      !trigger.opens &&
      trigger.from.includes(journey.stage) &&
      (trigger.by.length === 0 || trigger.by.some((one) => positions.includes(one))),
  );
}

export function openersFor(book: Book, positions: readonly string[]): TriggerWords[] {
  return [...book.triggers.values()].filter(
    (trigger) => trigger.opens && (trigger.by.length === 0 || trigger.by.some((one) => positions.includes(one))),
  );
}

export function fieldBy(book: Book | undefined, use: string): FieldWords | undefined {
  if (!book) return undefined;
  for (const field of book.fields.values()) if (field.use === use) return field;
  return undefined;
}

/** What a journey says of a field of this use, as it stands on the wire. */
export function factBy(book: Book | undefined, journey: JourneyView, use: string): string | undefined {
  const field = fieldBy(book, use);
  return field && journey.facts[field.id];
}

/** The place fields a trigger asks for. */
export function placeFields(book: Book, trigger: TriggerWords): FieldWords[] {
  return trigger.ask.flatMap((id) => {
    const field = book.fields.get(id);
    return field?.type === 'place' ? [field] : [];
  });
}

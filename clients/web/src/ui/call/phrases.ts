import type { PhraseWords } from '../../protocol/contracts.gen.ts';
import { booksInForce, nameOf, type World } from '../../state/world.ts';
import { list, text } from '../words/language.ts';
import { say } from '../words/words.ts';

/** The ready calls of the venue and of its playbooks. */
export function phrasesOf(world: World): PhraseWords[] {
  return booksInForce(world).flatMap((book) => book.doc.phrases);
}

/** Whom a ready call is for; where it names nobody the sender chooses. */
export function receivers(world: World, phrase: PhraseWords): string {
  if (phrase.to.length === 0) return say('toChosen');
  const names = phrase.to.map((id) => text(nameOf(world, id)) || say('everyone'));
  return list(names);
}

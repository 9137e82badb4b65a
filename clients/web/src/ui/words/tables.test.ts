import { describe, expect, it } from 'vitest';
import { table as board } from '../board/words.ts';
import { language, speaker } from './language.ts';
import { table as field, pages } from './words.ts';

const gaps = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

describe('the words', () => {
  it('are whole in both languages, with the same gaps', () => {
    for (const [key, [zh, en]] of [...Object.entries(field), ...Object.entries(board)]) {
      expect([key, zh.length > 0, en.length > 0]).toEqual([key, true, true]);
      if (key !== 'willHear') expect([key, gaps(en)]).toEqual([key, gaps(zh)]);
    }
  });

  it('have one meaning each, whatever page they stand on', () => {
    const keys = pages.flatMap((page) => Object.keys(page));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('are Chinese first, and follow the language of the device', () => {
    const say = speaker(field);
    expect(say('isHere', { who: '王先生' })).toBe('王先生到了');
    language.value = 'en';
    expect(say('isHere', { who: 'Mr Wang' })).toBe('Mr Wang is here');
    language.value = 'zh-CN';
  });
});

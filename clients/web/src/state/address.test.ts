import { describe, expect, it } from 'vitest';
import { compose, parseAddress } from './address.ts';

describe('a form of address', () => {
  it('is a surname and a title, or a stranger with a title alone', () => {
    expect(compose('王', '先生')).toBe('王先生');
    expect(compose('', '女士')).toBe('一位女士');
    expect(compose('', '')).toBe('');
  });

  it('is read back as it was put together', () => {
    for (const address of ['王先生', '一位女士', '欧阳小姐', '宋总', '']) {
      const { family, title } = parseAddress(address);
      expect(compose(family, title)).toBe(address);
    }
    expect(parseAddress('宋总')).toEqual({ family: '宋总', title: '' });
    expect(parseAddress('一位先生').family).toBe('');
  });
});

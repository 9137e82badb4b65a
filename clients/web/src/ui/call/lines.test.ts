import { describe, expect, it } from 'vitest';
import { callLines } from './lines.ts';

describe('the words of a call', () => {
  it('put what and who first and the rest beneath', () => {
    expect(callLines('王先生到了 · 首访 · 2 位 · 345')).toEqual({
      large: ['王先生到了'],
      small: ['首访', '2 位', '345'],
    });
  });

  it('take a short place together with what is wanted there', () => {
    expect(callLines('3号桌 · 王先生：请上饮品 · 龙井')).toEqual({
      large: ['3号桌', '王先生', '请上饮品'],
      small: ['龙井'],
    });
  });

  it('do so in English too', () => {
    expect(callLines('Table 3 · Ms Li: drinks please · party of 2')).toEqual({
      large: ['Table 3', 'Ms Li', 'drinks please'],
      small: ['party of 2'],
    });
    expect(callLines('Mr Wang is here · first visit').large).toEqual(['Mr Wang is here']);
  });

  it('break where the sentence does', () => {
    expect(callLines('自然来访，轮到您：一位先生 · 806').large).toEqual(['自然来访，轮到您', '一位先生']);
    expect(callLines('请到大门\n协助拦截\n有人强行进入')).toEqual({
      large: ['请到大门', '协助拦截'],
      small: ['有人强行进入'],
    });
  });

  it('leave a clock time in one piece', () => {
    expect(callLines('赵女士改到 15:30 到').large).toEqual(['赵女士改到 15:30 到']);
  });

  it('break a long one at its comma', () => {
    expect(callLines('一位客户离场，备车').large).toEqual(['一位客户离场，', '备车']);
  });
});

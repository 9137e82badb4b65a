import { describe, expect, it } from 'vitest';
import { contactOf } from './contact.ts';

// Fails on P11-a-page-waits-a-minute.
describe('what a page says about its contact', () => {
  const at = (seconds: number) => contactOf(0, seconds * 1000).kind;

  it('[P11] is lost after 25 s without a word from the hub', () => {
    expect([at(24.9), at(25), at(3600)]).toEqual(['slow', 'lost', 'lost']);
  });

  it('is slow once a head is late', () => {
    expect([at(0), at(11.9), at(12)]).toEqual(['live', 'live', 'slow']);
  });

  it('does not take a clock that was put back for a loss', () => {
    expect(contactOf(5000, 1000)).toEqual({ kind: 'live', age: 0 });
  });
});

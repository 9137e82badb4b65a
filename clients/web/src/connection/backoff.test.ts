import { describe, expect, it } from 'vitest';
import { retryDelay } from './backoff.ts';

describe('the wait before the next try', () => {
  it('is random from the first one on', () => {
    expect(retryDelay(0, () => 0)).toBe(0);
    expect(retryDelay(0, () => 1)).toBe(500);
  });

  it('doubles its span and stops at 15 s', () => {
    const spans = [0, 1, 2, 3, 4, 5, 6].map((failures) => retryDelay(failures, () => 1));
    expect(spans).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  });

  it('never overflows after a night in a drawer', () => {
    expect(retryDelay(5000, () => 1)).toBe(15_000);
  });
});

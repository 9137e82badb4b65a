import { describe, expect, it } from 'vitest';
import { isGreen, isWhole, plateStep, tailOf, typePlate } from './plate.ts';

const type = (keys: string) => [...keys].reduce(typePlate, '');

describe('a plate', () => {
  it('is known by its last three', () => {
    expect(tailOf('浙A·**345')).toBe('345');
    expect(tailOf('沪AD·***5K8')).toBe('5K8');
    expect(tailOf('5K')).toBe('5K');
  });

  it('of eight places is green', () => {
    expect(isGreen('浙A·**345')).toBe(false);
    expect(isGreen('浙A·***5K8')).toBe(true);
  });

  it('begins with a province, then a letter, then letters and figures', () => {
    expect(type('沪A12345')).toBe('沪A12345');
    expect(type('A沪1A2')).toBe('沪A2');
    expect(plateStep('')).toBe('province');
    expect(plateStep('沪')).toBe('letter');
    expect(plateStep('沪A')).toBe('figure');
  });

  it('has neither I nor O, and never more than eight places', () => {
    expect(type('沪AIO1')).toBe('沪A1');
    expect(type('沪AD123456789')).toBe('沪AD12345');
  });

  it('is whole with seven or eight places', () => {
    expect(['沪A1234', '沪A12345', '沪AD12345'].map(isWhole)).toEqual([false, true, true]);
  });
});

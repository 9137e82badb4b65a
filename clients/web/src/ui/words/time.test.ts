import { describe, expect, it } from 'vitest';
import { clock, clockSeconds, dayName, duration, secondsOf } from './time.ts';

const at = Date.UTC(2026, 10, 28, 6, 26, 8);

describe('times', () => {
  it('are those of the venue, wherever the phone thinks it is', () => {
    expect(clock(at, 'Asia/Shanghai')).toBe('14:26');
    expect(clockSeconds(at, 'Asia/Shanghai')).toBe('14:26:08');
    expect(secondsOf(at)).toBe(':08');
  });

  it('run as m:ss up to 99:59 and never as hours', () => {
    expect(duration(38_000)).toBe('0:38');
    expect(duration(1_570_000)).toBe('26:10');
    expect(duration(99 * 60_000 + 59_000)).toBe('99:59');
    expect(duration(100 * 60_000)).toBeNull();
    expect(duration(-5)).toBe('0:00');
  });

  it('name the day', () => {
    expect(dayName(at, 'Asia/Shanghai', 'zh-CN')).toBe('11月28日 星期六');
    expect(dayName(at, 'Asia/Shanghai', 'en')).toContain('Nov');
  });
});

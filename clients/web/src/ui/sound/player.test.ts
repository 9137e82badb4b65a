import { describe, expect, it } from 'vitest';
import { Player, spoken } from './player.ts';
import type { Sink } from './sink.ts';
import { lengthOf, TONES, toneOf } from './tones.ts';

function recorder() {
  const log: string[] = [];
  let release: () => void = () => undefined;
  const sink: Sink = {
    prime: () => true,
    hush: () => undefined,
    canSpeak: () => true,
    canVibrate: () => false,
    play: async (tone, words) => {
      log.push(`${tone}: ${words}`);
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return 'voice';
    },
  };
  return { log, sink, end: () => release() };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('what the ear gets', () => {
  it('is one call after the other, and the transcript shows the one being said', async () => {
    const { log, sink, end } = recorder();
    const player = new Player(sink);
    void player.play('urgent', '请上饮品，桌三', 'zh-CN');
    void player.play('action', '请备C样板房', 'zh-CN');
    await settle();
    expect(log).toEqual(['urgent: 请上饮品，桌三']);
    expect(spoken.value).toBe('请上饮品，桌三');
    end();
    await settle();
    expect(log).toHaveLength(2);
    expect(spoken.value).toBe('请备C样板房');
  });

  it('goes on after a sound that failed', async () => {
    const player = new Player({ ...recorder().sink, play: () => Promise.reject(new Error('no audio')) });
    await expect(player.play('click', null, 'en')).rejects.toThrow();
    const { log, sink, end } = recorder();
    const next = new Player(sink).play('click', '马骏收到', 'zh-CN');
    await settle();
    end();
    expect(await next).toBe('voice');
    expect(log).toEqual(['click: 马骏收到']);
  });

  it('tells priorities apart without loudness', () => {
    expect(TONES.action.map((note) => note.hertz)).toEqual([660, 880]);
    expect(TONES.urgent).toHaveLength(3);
    expect(lengthOf('emergency')).toBeCloseTo(2);
    expect(toneOf('something newer')).toBe('action');
  });
});

import { describe, expect, it } from 'vitest';
import { NOW, saturday } from '../../../fixtures/saturday.ts';
import { venueWords, visit } from '../../../fixtures/words.ts';
import { Kinds } from '../../protocol/contracts.gen.ts';
import { bookOf } from '../book.ts';
import { guess } from '../guess.ts';
import { type Outbox, outboxStep } from '../outbox.ts';
import { applyChanges, noViews, type Views } from '../views.ts';
import type { World } from '../world.ts';
import { heardBy, ringing, rungsOf, unansweredOf } from './alerts.ts';
import { lanes, needs, posts, resources } from './board.ts';
import { orders } from './drinks.ts';
import { expected, inside, search } from './guests.ts';
import { firstRoom, rooms } from './rooms.ts';
import { hearers, leadingStep, mainStep, nextOnRota, stepBy } from './steps.ts';

const books = new Map([visit, venueWords].map((doc) => [doc.hash, bookOf(doc)]));
const applied = applyChanges(noViews, saturday());
const views = applied.kind === 'applied' ? applied.views : noViews;
const world = (me: string, more: Partial<World> = {}): World => ({
  views,
  books,
  outbox: [],
  me,
  english: false,
  now: NOW,
  ...more,
});
const zh = (texts: readonly { zh: string }[]) => texts.map((one) => one.zh);
const journey = (id: string, from: Views = views) => {
  const found = from.journeys.get(id);
  if (!found) throw new Error(id);
  return found;
};

describe('who is expected', () => {
  it('comes by time, the one within twenty minutes in front', () => {
    const { cards, likely } = expected(world('zhao'));
    expect(likely?.address).toBe('赵女士');
    expect(cards.map((card) => card.address).slice(0, 3)).toEqual(['赵女士', '谢先生', '周先生']);
  });

  it('has no likely one when two are near', () => {
    expect(expected(world('zhao', { now: NOW + 12 * 60_000 })).likely).toBeNull();
  });

  it('is found by four letters at most: plate tail, initials', () => {
    const all = expected(world('zhao')).cards;
    expect(search(all, '5K').map((card) => card.address)).toEqual(['赵女士']);
    expect(search(all, 'w').map((card) => card.address)).toEqual(['魏女士']);
    expect(search(all, '0000')).toEqual([]);
  });

  it('names who will hear it: the own people, not the position', () => {
    const step = stepBy(world('zhao'), journey('zhaonv'), 'arrive');
    expect(step && zh(hearers(world('zhao'), step.trigger, journey('zhaonv')))).toEqual(['马骏', '沈岚']);
    expect(nextOnRota(world('zhao'))?.name.zh).toBe('许婷');
  });
});

describe('what is next for a guest', () => {
  it('is the car when leaving, the way to the door when arrived, and nothing of others', () => {
    expect(leadingStep(world('zhao'), journey('guo'))?.trigger.use).toBe('car-ready');
    expect(leadingStep(world('zhao'), journey('ouyang'))?.trigger.name.zh).toBe('引领');
    expect(leadingStep(world('zhao'), journey('wang'))).toBeNull();
  });

  it('is to call a room before walking there', () => {
    expect(mainStep(world('he'), journey('li'))?.trigger.use).toBe('call-place');
    expect(mainStep(world('tang'), journey('chen'))?.trigger.use).toBe('move-on');
  });

  it('moves at once on this screen, and only here', () => {
    const command = { commandId: 'c', kind: Kinds.pull, madeAt: NOW, args: { journey: 'guo', trigger: 'car' } };
    const outbox: Outbox = outboxStep([], { kind: 'made', entry: { command, session: 's', staff: 'zhao', says: '' } });
    const seen = guess(views, outbox, books, 'zhao');
    expect([journey('guo', seen).stage, journey('guo').stage]).toEqual(['waiting', 'leaving']);
    const refused = outboxStep(outbox, {
      kind: 'answered',
      answer: { commandId: 'c', ok: false, seq: 1, at: NOW, code: 'not-now' },
    });
    expect(guess(views, refused, books, 'zhao').journeys).toBe(views.journeys);
  });
});

describe('a call', () => {
  it('rings whom it asks', () => {
    expect(ringing(world('xu')).map((one) => one.id)).toEqual(['a-walkin']);
    expect(ringing(world('he'))).toEqual([]);
  });

  it('tells its way up: skipped, silent, ringing', () => {
    const alert = views.alerts.get('a-drinks');
    expect(alert && rungsOf(world('liang'), alert).map((rung) => [rung.state, rung.mine])).toEqual([
      ['skipped', false],
      ['past', false],
      ['ringing', true],
    ]);
  });

  it('names two people, but of more the position they stand at, and of all the venue', () => {
    const alert = views.alerts.get('a-drinks');
    const step = alert?.ladder[0];
    if (!alert || !step) throw new Error('a-drinks');
    const named = (staff: string[], positions: string[]) => {
      const ladder = [{ ...step, staff, positions }];
      return rungsOf(world('liang'), { ...alert, ladder }).map((rung) => zh(rung.names));
    };
    const [bar] = step.positions;
    const barName = bar ? [views.positions.get(bar)?.name.zh] : [];
    expect(named(['he', 'xu'], [bar ?? ''])).toEqual([['何佳', '许婷']]);
    expect(named(['he', 'xu', 'liang'], [bar ?? ''])).toEqual([barName]);
    expect(named([], [...views.positions.keys()].slice(0, 5))).toEqual([['全场']]);
  });

  it('fills no station by guess', () => {
    const alert = views.alerts.get('a-drinks');
    const gu = alert && heardBy(world('liang'), alert).find((one) => one.staff === 'gu');
    expect(gu?.delivered).not.toBeNull();
    expect([gu?.heard, gu?.answer, gu?.done]).toEqual([null, null, null]);
  });

  it('of a guest shows as unanswered only while nobody has taken it', () => {
    expect(unansweredOf(world('zhao'), 'yiwei')?.id).toBe('a-walkin');
    expect(unansweredOf(world('zhao'), 'guo')).toBeNull();
  });
});

describe('the board', () => {
  it('puts what was escalated to the reader first', () => {
    const all = needs(world('liang'));
    expect(all.map((need) => need.kind === 'call' && need.alert.id)).toEqual(['a-drinks', 'a-walkin']);
    expect(all[0]).toMatchObject({ hot: true, mine: true });
  });

  it('says in one quiet line that many positions are empty while nothing is open for them', () => {
    const before = world('liang');
    const positions = new Map(
      [...before.views.positions].map(([id, one]) => [id, { ...one, unmanned: true, holders: [] }]),
    );
    const empty = { ...before, views: { ...before.views, positions } };
    const last = needs(empty).at(-1);
    expect(last).toMatchObject({ kind: 'positions', hot: false });
    // The water bar is empty and a call has skipped it: that stays red.
    expect(posts(empty)[0]?.look).toBe('hot');
    expect(posts(empty).filter((post) => post.look === 'hot')).toHaveLength(1);
    expect(posts(empty).some((post) => post.look === 'empty')).toBe(true);
  });

  it('names a position whose people are lost, however many others are empty', () => {
    const before = world('liang');
    const positions = new Map(
      [...before.views.positions].map(([id, one], at) => [
        id,
        { ...one, unmanned: true, holders: at === 1 ? ['zhao'] : [] },
      ]),
    );
    const all = needs({ ...before, views: { ...before.views, positions } });
    expect(all.filter((need) => need.kind === 'position').map((need) => need.position.holders)).toEqual([['zhao']]);
  });

  it('counts its lanes and puts who is late in front', () => {
    const all = lanes(world('liang'));
    expect(all.map((lane) => lane.count)).toEqual([7, 3, 4, 2, 1, 17]);
    const seated = all.find((lane) => lane.use === 'seated');
    expect([seated?.late, seated?.cards[0]?.address]).toEqual([1, '王先生']);
    expect(inside(world('liang'))).toHaveLength(10);
  });

  it('shows positions that are not fine first, and what is free', () => {
    expect(posts(world('liang'))[0]?.look).toBe('hot');
    expect(resources(world('liang')).map((one) => [one.kind, one.free.length])).toContainEqual(['table', 4]);
  });
});

describe('rooms and drinks', () => {
  it('are the kinds that are called for; the floor is the one being prepared', () => {
    const all = rooms(world('luo'));
    expect(all.map((room) => [room.place.id, room.state])).toEqual([
      ['A', 'used'],
      ['B', 'used'],
      ['C', 'reserved'],
    ]);
    expect(firstRoom(all)?.place.id).toBe('C');
    expect(all[2]?.target).toBe(5 * 60_000);
  });

  it('come by waiting time, who is over it first', () => {
    const first = orders(world('zheng'))[0];
    expect([first?.card.address, first?.late]).toEqual(['王先生', true]);
  });
});

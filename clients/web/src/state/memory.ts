import type { WordsDocument } from '../protocol/contracts.gen.ts';
import type { Vault } from './vault.ts';
import { noViews, type Views } from './views.ts';

/** Older than a day is another day: nothing of it may be shown. */
const KEPT_FOR_MS = 24 * 3_600_000;
/** An encrypted write of a whole venue; an erased guest is gone from the device well within ten seconds. */
const WRITE_AFTER_MS = 5_000;
/** Nothing has changed: only the age is written, and seldom. */
const WRITE_AGE_MS = 60_000;
const NAME = 'views';

/** What a device knew when its page was last open. Times are the device's own. */
export interface Remembered {
  views: Views;
  docs: WordsDocument[];
  /** Venue time of what was last heard, and how fast it runs. */
  now: number;
  pace: number;
  /** How long ago that was, ms. */
  age: number;
}

interface Kept {
  session: string;
  at: number;
  now: number;
  pace: number;
  views: Record<string, unknown>;
  docs: WordsDocument[];
}

/** Keeps the venue's views over a reload without contact: encrypted, for a day, for this sign-in only. */
export class Memory {
  #wrote = { seq: -1, at: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly vault: Vault,
    private readonly today: () => number = Date.now,
  ) {}

  async read(session: string): Promise<Remembered | null> {
    const kept = await this.vault.read<Kept>(NAME).catch(() => null);
    if (!kept) return null;
    const age = this.today() - kept.at;
    if (kept.session !== session || age < 0 || age > KEPT_FOR_MS) {
      this.forget();
      return null;
    }
    return { views: unpack(kept.views), docs: kept.docs, now: kept.now, pace: kept.pace, age };
  }

  /** Soon, and once for all that changes meanwhile. */
  keep(session: string, what: () => { views: Views; docs: WordsDocument[]; now: number; pace: number }): void {
    if (!this.vault.keeps) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const { views, docs, now, pace } = what();
      const same = views.seq === this.#wrote.seq && this.today() - this.#wrote.at < WRITE_AGE_MS;
      if (views.venue === null || same) return;
      this.#wrote = { seq: views.seq, at: this.today() };
      const kept: Kept = { session, at: this.today(), now, pace, views: pack(views), docs };
      void this.vault.write(NAME, kept).catch(() => undefined);
    }, WRITE_AFTER_MS);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.vault.write(NAME, null).catch(() => undefined);
  }
}

function pack(views: Views): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(views).map(([name, value]) => [name, value instanceof Map ? [...value.values()] : value]),
  );
}

/** A dictionary was written as the list of its views. */
function unpack(kept: Record<string, unknown>): Views {
  const restored = Object.entries(noViews).map(([name, empty]) => {
    const value = kept[name] ?? empty;
    return [name, Array.isArray(value) ? new Map(value.map((view: { id: string }) => [view.id, view])) : value];
  });
  return Object.fromEntries(restored) as Views;
}

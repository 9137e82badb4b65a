import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { HubPorts } from '../connection/hub.ts';
import type { Answer, Changes, Command, Report, Session, WordsDocument } from '../protocol/contracts.gen.ts';
import { newId } from '../protocol/ids.ts';
import { type Book, bookOf } from './book.ts';
import { type Clock, startClock } from './clock.ts';
import { guess } from './guess.ts';
import { Memory, type Remembered } from './memory.ts';
import { nextToSend, type Outbox, type OutboxEvent, outboxStep } from './outbox.ts';
import type { Pages } from './pages.ts';
import { Reporter } from './reporter.ts';
import { Sender } from './sender.ts';
import type { Vault } from './vault.ts';
import { applyChanges, noViews, type Views } from './views.ts';
import type { World } from './world.ts';

export interface HubLike {
  start(): void;
  stop(): void;
  do(command: Command): Promise<Answer>;
  report(report: Report): Promise<void>;
  /** The device can do more, or less, than it said. */
  rejoin(): void;
}

export interface AppPorts {
  vault: Vault;
  pages: Pages;
  /** Whether this device shows English. */
  english: ReadonlySignal<boolean>;
  clock?: Clock;
  openHub(ports: HubPorts): HubLike;
  fetchWords(token: string, hash: string): Promise<WordsDocument>;
}

/** What a person wants done. `says` is how it reads while it waits. */
export interface Intent {
  /** Made when the button was drawn; missing: made now. */
  id?: string;
  kind: string;
  args: Record<string, string>;
  fields?: Record<string, string>;
  says: string;
}

/** How soon words are asked for again when they could not be had. */
const WORDS_AGAIN_MS = 3_000;
const FIELD_HEAD_S = 10;
const BOARD_HEAD_S = 3;

/** Everything a screen may read, and the one way to act. */
export class App {
  readonly session: Signal<Session | null> = signal(null);
  /** As the hub says; screens look at {@link world}, which includes the guess. */
  readonly known: Signal<Views> = signal(noViews);
  readonly outbox: Signal<Outbox> = signal([]);
  /** What a command of this visit has made, by the command's id: journey, guest, alert. */
  readonly created: Signal<ReadonlyMap<string, Readonly<Record<string, string>>>> = signal(new Map());
  readonly books: Signal<ReadonlyMap<string, Book>> = signal(new Map());
  /** The session was ended from elsewhere: said on the sign-in page. */
  readonly revoked = signal(false);
  readonly clock: Clock;
  readonly views: ReadonlySignal<Views>;
  readonly world: ReadonlySignal<World>;
  readonly vault: Vault;
  readonly pages: Pages;
  /** How this device can alert its holder: as tried at the start of duty. */
  readonly reach: Signal<'sound' | 'screen'> = signal('screen');

  #hub: HubLike | null = null;
  #reporter: Reporter | null = null;
  #asked = new Set<string>();
  readonly #memory: Memory;
  readonly #sender: Sender;
  readonly #ports: AppPorts;

  constructor(ports: AppPorts) {
    this.#ports = ports;
    this.vault = ports.vault;
    this.#memory = new Memory(ports.vault);
    this.pages = ports.pages;
    this.clock = ports.clock ?? startClock();
    this.views = computed(() => guess(this.known.value, this.outbox.value, this.books.value, this.#me()));
    this.world = computed(() => ({
      views: this.views.value,
      books: this.books.value,
      outbox: this.outbox.value,
      me: this.#me(),
      english: this.#ports.english.value,
      now: this.clock.now.value,
    }));
    this.#sender = new Sender({
      next: () => nextToSend(this.outbox.value, this.session.value?.sessionId ?? '')?.command ?? null,
      do: (command) => this.#hub?.do(command) ?? Promise.reject(new Error('no hub')),
      answered: (answer) => {
        this.#outbox({ kind: 'answered', answer });
        if (answer.created) this.created.value = new Map(this.created.peek()).set(answer.commandId, answer.created);
        this.#outbox({ kind: 'reached', seq: this.known.value.seq });
      },
      broke: (commandId) => this.#outbox({ kind: 'broke', commandId }),
      inContact: () => this.clock.contact.value.kind === 'live',
    });
    effect(() => this.#wantWords(this.known.value));
    effect(() => {
      if (this.reach.value) this.#hub?.rejoin();
    });
  }

  /** What this device still knows from before the page was closed. */
  async restore(): Promise<void> {
    const entries = (await this.vault.read<Outbox>('outbox').catch(() => null)) ?? [];
    this.#outbox({ kind: 'loaded', entries });
    const session = await this.vault.read<Session>('session').catch(() => null);
    if (!session) return;
    const had = await this.#memory.read(session.sessionId);
    this.signIn(session, had);
  }

  signIn(session: Session, had: Remembered | null = null): void {
    batch(() => {
      this.known.value = had?.views ?? noViews;
      if (had) {
        this.books.value = new Map(had.docs.map((doc) => [doc.hash, bookOf(doc)]));
        this.clock.remember(had.now, had.pace, had.age);
      }
      this.revoked.value = false;
      this.session.value = session;
    });
    void this.vault.write('session', session).catch(() => undefined);
    const hub = this.#ports.openHub({
      token: session.token,
      headSeconds: session.stream === 'desk' ? BOARD_HEAD_S : FIELD_HEAD_S,
      reach: () => this.reach.peek(),
      cursor: () => ({ seq: this.known.value.seq, mark: this.known.value.mark }),
      changes: (changes) => this.#changes(changes),
      heard: () => this.clock.heard(),
      revoked: () => this.#revoked(),
    });
    this.#hub = hub;
    this.#reporter = new Reporter((report) => hub.report(report));
    hub.start();
    void this.#sender.wake();
  }

  signOut(): void {
    this.#hub?.stop();
    this.#hub = null;
    this.#reporter = null;
    this.#sender.stop();
    batch(() => {
      this.session.value = null;
      this.known.value = noViews;
    });
    void this.vault.write('session', null).catch(() => undefined);
    this.#memory.forget();
  }

  get reporter(): Reporter | null {
    return this.#reporter;
  }

  /** The one way to act: kept on the device first, then sent, in order. Answers the command's id. */
  do(intent: Intent): string {
    const session = this.session.value;
    const commandId = intent.id ?? newId();
    if (!session) return commandId;
    const command: Command = {
      commandId,
      kind: intent.kind,
      madeAt: Math.round(this.clock.exact()),
      args: intent.args,
    };
    if (intent.fields) command.fields = intent.fields;
    const entry = { command, session: session.sessionId, staff: session.staff, says: intent.says };
    this.#outbox({ kind: 'made', entry });
    void this.#sender.wake();
    return commandId;
  }

  /** Taken back before it was sent, or its refusal was read. */
  drop(commandId: string): void {
    this.#outbox({ kind: 'dropped', commandId });
  }

  #me(): string {
    return this.session.value?.staff ?? '';
  }

  #outbox(event: OutboxEvent): void {
    const before = this.outbox.value;
    this.outbox.value = outboxStep(before, event);
    if (this.outbox.value !== before) void this.vault.write('outbox', this.outbox.value).catch(() => undefined);
  }

  #changes(changes: Changes): boolean {
    const applied = applyChanges(this.known.value, changes);
    if (applied.kind === 'gap') return false;
    batch(() => {
      this.clock.set(changes.now, changes.pace);
      this.known.value = applied.views;
      this.#outbox({ kind: 'reached', seq: applied.views.seq });
    });
    this.#reporter?.head(applied.views.seq);
    this.#keep();
    void this.#sender.wake();
    return true;
  }

  #keep(): void {
    const session = this.session.peek();
    if (!session) return;
    this.#memory.keep(session.sessionId, () => ({
      views: this.known.peek(),
      docs: [...this.books.peek().values()].map((book) => book.doc),
      now: this.clock.exact(),
      pace: this.clock.pace(),
    }));
  }

  #revoked(): void {
    this.signOut();
    this.revoked.value = true;
  }

  #wantWords(views: Views): void {
    const hashes = new Set(Object.values(views.venue?.words ?? {}));
    for (const journey of views.journeys.values()) hashes.add(journey.words);
    for (const hash of hashes) void this.#fetchWords(hash);
  }

  async #fetchWords(hash: string): Promise<void> {
    const session = this.session.peek();
    if (!session || this.#asked.has(hash) || this.books.peek().has(hash)) return;
    this.#asked.add(hash);
    try {
      const book = bookOf(await this.#ports.fetchWords(session.token, hash));
      this.books.value = new Map(this.books.peek()).set(hash, book);
    } catch {
      setTimeout(() => {
        this.#asked.delete(hash);
        void this.#fetchWords(hash);
      }, WORDS_AGAIN_MS);
    }
  }
}

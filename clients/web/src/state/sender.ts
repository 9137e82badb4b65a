import { Denied } from '../connection/http.ts';
import type { Answer, Command } from '../protocol/contracts.gen.ts';

/** After a failed try; contact coming back asks at once. */
const AGAIN_MS = 2_000;
/** The hub was there and asks for time. */
const BUSY = new Set(['busy', 'too-many', 'store-full']);

export interface SenderPorts {
  next(): Command | null;
  do(command: Command): Promise<Answer>;
  answered(answer: Answer): void;
  broke(commandId: string): void;
  /** Whether the hub was there just before: only then a failure is the command's own. */
  inContact(): boolean;
}

/** Sends what waits, in order, one at a time, until nothing waits or the hub is away. */
export class Sender {
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ports: SenderPorts) {}

  /** Something was added, or contact is back. */
  async wake(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    try {
      for (let command = this.ports.next(); command; command = this.ports.next()) {
        if (!(await this.#send(command))) {
          this.#timer = setTimeout(() => void this.wake(), AGAIN_MS);
          return;
        }
      }
    } finally {
      this.#busy = false;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #send(command: Command): Promise<boolean> {
    const wasThere = this.ports.inContact();
    try {
      const answer = await this.ports.do(command);
      if (!answer.ok && BUSY.has(answer.code ?? '')) return false;
      this.ports.answered(answer);
      return true;
    } catch (error) {
      if (!(error instanceof Denied) && wasThere) this.ports.broke(command.commandId);
      return false;
    }
  }
}

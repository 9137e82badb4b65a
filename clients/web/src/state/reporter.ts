import type { AlertView, Report } from '../protocol/contracts.gen.ts';
import type { Heard } from '../ui/sound/sink.ts';

/** Tells the hub, once per step of a call, that it arrived here and how it was heard. */
export class Reporter {
  #said = new Set<string>();
  #cursor = -1;

  constructor(private readonly send: (report: Report) => Promise<void>) {}

  /** These calls ask this person and are here. */
  delivered(alerts: readonly AlertView[], cursor: number): void {
    const fresh = alerts.filter((alert) => this.#once(`d ${alert.id} ${alert.step}`));
    if (fresh.length > 0) this.#tell(cursor, fresh, [], 'screen');
  }

  heard(alert: AlertView, how: Heard, cursor: number): void {
    if (this.#once(`h ${alert.id} ${alert.step}`)) this.#tell(cursor, [], [alert], how);
  }

  /** A head came: it is answered when the cursor has moved. */
  head(cursor: number): void {
    if (cursor !== this.#cursor) this.#tell(cursor, [], [], 'screen');
  }

  #once(key: string): boolean {
    if (this.#said.has(key)) return false;
    this.#said.add(key);
    return true;
  }

  #tell(cursor: number, delivered: readonly AlertView[], heard: readonly AlertView[], how: Heard): void {
    this.#cursor = cursor;
    const ids = (alerts: readonly AlertView[]) => alerts.map((alert) => alert.id);
    const report = { cursor, delivered: ids(delivered), heard: ids(heard), how };
    this.send(report).catch(() => {
      // Said again with the next ring or head.
      for (const alert of delivered) this.#said.delete(`d ${alert.id} ${alert.step}`);
      for (const alert of heard) this.#said.delete(`h ${alert.id} ${alert.step}`);
      this.#cursor = -1;
    });
  }
}

import {
  HttpTransportType,
  type HubConnection,
  HubConnectionBuilder,
  HubConnectionState,
  LogLevel,
} from '@microsoft/signalr';
import type { Answer, Changes, Command, Join, Joined, Leave, Report } from '../protocol/contracts.gen.ts';
import { LOST_AFTER_MS } from './contact.ts';

/** A socket that opens but whose `Join` is not answered by then is no socket. */
const JOIN_WITHIN_MS = 8_000;

/** The hub ends a connection that is silent for 20 s; two pings may be lost. */
const PING_MS = 8_000;

export interface SocketEvents {
  changes(changes: Changes): void;
  leave(leave: Leave): void;
  closed(): void;
}

/** One try for a socket: it opens, joins, and either lives or calls `closed` exactly once. */
export class Socket {
  readonly #connection: HubConnection;
  #over = false;

  constructor(
    token: string,
    private readonly events: SocketEvents,
  ) {
    this.#connection = new HubConnectionBuilder()
      .withUrl('/hub', {
        skipNegotiation: true,
        transport: HttpTransportType.WebSockets,
        accessTokenFactory: () => token,
      })
      .configureLogging(LogLevel.None)
      .build();
    this.#connection.keepAliveIntervalInMilliseconds = PING_MS;
    this.#connection.serverTimeoutInMilliseconds = LOST_AFTER_MS;
    this.#connection.on('Changes', (changes: Changes) => this.#over || events.changes(changes));
    this.#connection.on('Leave', (leave: Leave) => this.#over || events.leave(leave));
    this.#connection.onclose(() => this.#end());
  }

  /** Opens and joins; on an open one it joins again, with what has changed. */
  async open(join: Join): Promise<Joined | null> {
    const late = setTimeout(() => this.#end(), JOIN_WITHIN_MS);
    try {
      if (this.#connection.state === HubConnectionState.Disconnected) await this.#connection.start();
      const joined = await this.#connection.invoke<Joined>('Join', join);
      return this.#over ? null : joined;
    } catch {
      this.#end();
      return null;
    } finally {
      clearTimeout(late);
    }
  }

  do(command: Command): Promise<Answer> {
    return this.#connection.invoke<Answer>('Do', command);
  }

  report(report: Report): Promise<void> {
    return this.#connection.send('Report', report);
  }

  close(): void {
    this.#over = true;
    void this.#connection.stop();
  }

  #end(): void {
    if (this.#over) return;
    this.close();
    this.events.closed();
  }
}

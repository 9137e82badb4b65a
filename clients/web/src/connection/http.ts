import type { Answer, Changes, Command, Problem, Report, Text } from '../protocol/contracts.gen.ts';

/** Over a long poll of 10 s and a slow garage; after that the request is given up. */
const GIVE_UP_MS = 20_000;

/** The hub could not answer now; the same again later. */
export class NotNow extends Error {}
/** The session is over. */
export class Denied extends Error {}
/** The hub answered, and the answer is no. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly words: Text | null,
  ) {
    super(code);
  }
}

/** One request. Throws {@link NotNow}, {@link Denied} or {@link Refused}. */
export async function request<T>(path: string, token: string | null, init: RequestInit = {}): Promise<T> {
  const headers = new Headers(init.headers);
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (init.body) headers.set('Content-Type', 'application/json');
  const given = AbortSignal.timeout(GIVE_UP_MS);
  const signal = init.signal ? AbortSignal.any([init.signal, given]) : given;
  let response: Response;
  try {
    response = await fetch(path, { cache: 'no-store', ...init, headers, signal });
  } catch (error) {
    throw new NotNow(`${path}: ${error instanceof Error ? error.message : 'no contact'}`);
  }
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  return refuse(path, response, token !== null);
}

async function refuse(path: string, response: Response, signedIn: boolean): Promise<never> {
  if (response.status === 401 && signedIn) throw new Denied(path);
  if (response.status >= 500 || response.status === 429) throw new NotNow(`${path}: ${response.status}`);
  const problem = await readProblem(response);
  throw new Refused(problem?.code ?? `http-${response.status}`, problem?.words ?? null);
}

async function readProblem(response: Response): Promise<Problem | null> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return null;
  }
}

export function fetchSync(
  token: string,
  from: { seq: number; mark: string; reach: string },
  waitSeconds: number,
  signal?: AbortSignal,
): Promise<Changes> {
  const query = new URLSearchParams({
    since: String(from.seq),
    mark: from.mark,
    reach: from.reach,
    wait: String(waitSeconds),
  });
  return request<Changes>(`/sync?${query}`, token, signal ? { signal } : {});
}

export async function postCommand(token: string, command: Command): Promise<Answer> {
  try {
    return await request<Answer>('/commands', token, { method: 'POST', body: JSON.stringify(command) });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { commandId: command.commandId, ok: false, seq: 0, at: 0, code: error.code, words: error.words };
  }
}

export function postReport(token: string, report: Report): Promise<void> {
  return request<void>('/report', token, { method: 'POST', body: JSON.stringify(report) });
}

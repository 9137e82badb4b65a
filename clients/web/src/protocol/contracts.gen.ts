// Generated from src/Reception.Contracts; a test of the hub fails when it is not current, and says how to make it anew.
// Times are milliseconds since 1970 UTC, in venue time unless said otherwise. A field of type `T | null` may also be missing.

export interface Text {
  zh: string;
  en: string;
}

export interface Changes {
  from: number;
  to: number;
  mark: string;
  now: number;
  pace: number;
  reset?: boolean;
  venue?: VenueView | null;
  guests?: GuestView[] | null;
  journeys?: JourneyView[] | null;
  alerts?: AlertView[] | null;
  receipts?: ReceiptView[] | null;
  items?: ItemView[] | null;
  positions?: PositionView[] | null;
  staff?: StaffView[] | null;
  places?: PlaceView[] | null;
  sessions?: SessionView[] | null;
  gone?: Gone[] | null;
  amber?: Amber[] | null;
}

export interface VenueView extends View {
  name: Text;
  day: string;
  zone: string;
  weather: string;
  opens: string;
  closes: string;
  exclusive: string | null;
  columns: ColumnCount[];
  departed: Departure[];
  rota: string[];
  words: Record<string, string>;
  undoSeconds: number;
}

export interface ColumnCount {
  id: string;
  name: Text;
  count: number;
}

export interface Departure {
  journey: string;
  address: Text;
  at: number;
  minutes: number;
}

export interface GuestView extends View {
  address: Text;
  labels: Record<string, string>;
  initials: string;
  has: string[];
  journey: string;
  erased: boolean;
}

export interface JourneyView extends View {
  guest: string;
  playbook: string;
  words: string;
  stage: string;
  column: string;
  since: number;
  targetSeconds: number | null;
  eta: number | null;
  arrived: number | null;
  ended: number | null;
  end: string | null;
  facts: Record<string, string>;
  host: string | null;
  blocked: Blocked[];
  undo: UndoView | null;
  steps: StepView[];
  drill: boolean;
}

export interface Blocked {
  trigger: string;
  code: string;
  args: Record<string, string>;
}

export interface UndoView {
  trigger: string;
  staff: string;
  until: number;
}

export interface StepView {
  trigger: string;
  from: string;
  to: string;
  at: number;
  staff: string | null;
  position: string | null;
  reason: string | null;
}

export interface AlertView extends View {
  kind: string;
  template: string;
  screen: Text;
  ear: Text;
  staff: string | null;
  position: string | null;
  journey: string | null;
  place: string | null;
  raised: number;
  asks: Asks;
  answer: string;
  wantsDone: boolean;
  state: string;
  exhausted: boolean;
  loud: boolean;
  againSeconds: number;
  ladder: LadderStep[];
  step: number;
  next: number | null;
  answers: AlertAnswer[];
  closed: number | null;
  by: string | null;
  answeredWords: Text | null;
  undoUntil: number | null;
  drill: boolean;
  made: number;
  missing: Asks;
  lines?: Record<string, Text> | null;
  doneBy?: number | null;
}

export interface Asks {
  positions: string[];
  staff: string[];
}

export interface LadderStep {
  positions: string[];
  staff: string[];
  at: number;
  state: string;
  code: string | null;
  fired: number | null;
}

export interface AlertAnswer {
  staff: string;
  position: string | null;
  kind: string;
  at: number;
  minutes: number | null;
  until: number | null;
}

export interface ReceiptView extends View {
  people: Receipt[];
}

export interface Receipt {
  staff: string;
  delivered: number | null;
  heard: number | null;
  how: string | null;
}

export interface ItemView extends View {
  template: string;
  name: Text;
  journey: string | null;
  positions: string[];
  state: string;
  due: number | null;
  late: boolean;
  staff: string | null;
  at: number | null;
  tag: number | null;
}

export interface PositionView extends View {
  name: Text;
  screen: string;
  theme: string;
  phone: string | null;
  holders: string[];
  reach: string;
  unmanned: boolean;
  since: number | null;
  order: number;
  needed?: number;
}

export interface StaffView extends View {
  name: Text;
  allowed: string[];
  positions: string[];
  state: string;
  until: number | null;
  cover: string | null;
  reach: string;
  lostSince: number | null;
  hosting: string[];
}

export interface PlaceView extends View {
  kind: string;
  name: Text;
  state: string;
  journey: string | null;
  since: number;
  order: number;
  queue?: string[] | null;
}

export interface SessionView extends View {
  staff: string;
  device: string;
  since: number;
  open: boolean;
}

export interface Gone {
  kind: string;
  id: string;
}

export interface Amber {
  code: string;
  words: Text;
}

export interface View {
  id: string;
  seq: number;
}

export interface Command {
  commandId: string;
  kind: string;
  madeAt: number;
  args: Record<string, string>;
  fields?: Record<string, string> | null;
}

export interface Answer {
  commandId: string;
  ok: boolean;
  seq: number;
  at: number;
  code?: string | null;
  args?: Record<string, string> | null;
  words?: Text | null;
  created?: Record<string, string> | null;
}

export interface Join {
  since: number;
  mark: string;
  headSeconds: number;
  reach: string;
}

export interface Joined {
  venue: string;
  staff: string;
  device: string;
  stream: string;
  head: number;
  now: number;
  pace: number;
}

export interface Report {
  cursor: number;
  delivered: string[];
  heard: string[];
  how: string;
}

export interface Leave {
  code: string;
  afterMs: number;
}

export interface Enrol {
  code: string;
  device: string;
}

export interface Session {
  token: string;
  sessionId: string;
  venue: string;
  staff: string;
  device: string;
  stream: string;
}

export interface MakeCode {
  staff: string;
}

export interface EnrolCode {
  value: string;
  expires: number;
}

export interface DemoSession {
  staff: string;
}

export interface DemoSilence {
  position: string;
  silent: boolean;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  words: Text;
}

export interface LogPage {
  rows: LogRow[];
  next: number;
}

export interface LogRow {
  seq: number;
  commandId: string | null;
  staff: string | null;
  device: string | null;
  at: number;
  day: string;
  outcome: string;
  code: string | null;
  events: string[];
  words: Text;
  step: string | null;
  due: number | null;
  fired: number | null;
  mark: string;
}

export interface Next {
  journey: string;
  seq: number;
  triggers: string[];
  blocked: Blocked[];
}

export interface WordsDocument {
  hash: string;
  kind: string;
  id: string;
  name: Text;
  stages: StageWords[];
  triggers: TriggerWords[];
  fields: FieldWords[];
  phrases: PhraseWords[];
  codes: Record<string, Text>;
  reasons?: ChoiceWords[] | null;
}

export interface StageWords {
  id: string;
  name: Text;
  column: string;
  use: string | null;
  targetSeconds: number | null;
}

export interface TriggerWords {
  id: string;
  name: Text;
  done: Text;
  opens: boolean;
  from: string[];
  to: string | null;
  by: string[];
  ask: string[];
  needs: string[];
  hears: string[];
  use: string | null;
  hold: boolean;
  say?: Text | null;
  require?: GuardWords[] | null;
}

export interface GuardWords {
  code: string;
  else: Text | null;
  override: string[];
}

export interface FieldWords {
  id: string;
  name: Text;
  type: string;
  class: string | null;
  use: string | null;
  choices: ChoiceWords[];
  kind: string | null;
  positions: string[];
  min: number | null;
  max: number | null;
}

export interface ChoiceWords {
  id: string;
  name: Text;
}

export interface PhraseWords {
  id: string;
  name: Text;
  meaning: Text | null;
  kind: string;
  to: string[];
  discreet: boolean;
  needsPlace: boolean;
  use: string | null;
}

export const Kinds = {
  dutyStart: 'duty.start',
  dutyEnd: 'duty.end',
  dutyAway: 'duty.away',
  dutyBack: 'duty.back',
  dutyCover: 'duty.cover',
  pull: 'pull',
  undo: 'undo',
  guestCard: 'guest.card',
  guestErase: 'guest.erase',
  alertRaise: 'alert.raise',
  alertAcknowledge: 'alert.ack',
  alertDelay: 'alert.delay',
  alertDecline: 'alert.decline',
  alertDone: 'alert.done',
  alertCancel: 'alert.cancel',
  itemTick: 'item.tick',
  itemSkip: 'item.skip',
  placeOpen: 'place.open',
  weather: 'venue.weather',
  sessionRevoke: 'session.revoke',
} as const;

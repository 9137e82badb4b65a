const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, seconds: boolean): Intl.DateTimeFormat {
  const key = `${zone} ${seconds}`;
  let made = formats.get(key);
  if (!made) {
    const options: Intl.DateTimeFormatOptions = {
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    };
    if (seconds) options.second = '2-digit';
    made = new Intl.DateTimeFormat('en-GB', options);
    formats.set(key, made);
  }
  return made;
}

/** 14:26 at the venue. */
export function clock(at: number, zone: string): string {
  return format(zone, false).format(at);
}

/** 14:26:08 at the venue. */
export function clockSeconds(at: number, zone: string): string {
  return format(zone, true).format(at);
}

/** :30, as a ladder counts within its minute. */
export function secondsOf(at: number): string {
  return `:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`;
}

/** Saturday 28 November, in the language's own order. */
export function dayName(at: number, zone: string, language: string): string {
  const zh = language === 'zh-CN';
  const options: Intl.DateTimeFormatOptions = zh
    ? { month: 'long', day: 'numeric', weekday: 'long', timeZone: zone }
    : { month: 'short', day: 'numeric', weekday: 'short', timeZone: zone };
  const parts = new Intl.DateTimeFormat(language, options).format(at);
  return zh ? parts.replace(/日(?=星期)/, '日 ') : parts;
}

/** The longest that is counted in minutes and seconds; above it only minutes mean something. */
const LONGEST_CLOCK_MS = 100 * 60_000;

/** A running duration: 0:38, 26:10, and from 100 minutes on null: then it is told in minutes. */
export function duration(ms: number): string | null {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds * 1000 >= LONGEST_CLOCK_MS) return null;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole minutes, the way people say them: never 0 for something that is still to come. */
export function minutes(ms: number): number {
  return Math.max(0, Math.round(ms / 60_000));
}

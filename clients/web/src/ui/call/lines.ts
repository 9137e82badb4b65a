/** Narrower than this is a place or a number, not yet what is wanted. A Chinese character is as wide as two letters. */
const TOO_SHORT = 10;
const WIDE = /[\u2e80-\uffff]/g;

function widthOf(words: string): number {
  return words.length + (words.match(WIDE)?.length ?? 0);
}

/** The words of a call in the order of their size: what and who very large, the rest beneath. */
export interface CallLines {
  readonly large: readonly string[];
  readonly small: readonly string[];
}

/** 桌 3 · 王先生：请上饮品 · 龙井 → large 桌 3, 王先生：请上饮品; small 龙井. A line break parts as a dot does. */
export function callLines(screen: string): CallLines {
  const parts = screen
    .split(/\n| · /)
    .map((part) => part.trim())
    .filter(Boolean);
  const [first = '', ...rest] = parts;
  const broken = screen.includes('\n');
  const takes = broken || widthOf(first) < TOO_SHORT ? 2 : 1;
  const large = parts.slice(0, takes).flatMap(halves);
  return { large, small: rest.slice(takes - 1) };
}

/** A longer line than this is broken at its comma, before the screen breaks it in the middle of a word. */
const LONG = 7;

/** 自然来访，轮到您：王先生 reads better on two lines. A clock time is no place to break. */
function halves(part: string): string[] {
  const colon = part.search(/：|: (?!\d)/);
  if (colon > 0 && colon < part.length - 1) return [part.slice(0, colon), part.slice(colon + 1).trim()];
  const comma = part.indexOf('，');
  if (comma <= 0 || part.length <= LONG) return [part];
  return [part.slice(0, comma + 1), part.slice(comma + 1)];
}

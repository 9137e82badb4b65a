/** The forms of address of the venue's language: they are stored and spoken, so every device uses the same. */
export const TITLES = [
  { value: '先生', word: 'titleMr', stranger: 'strangerMr' },
  { value: '女士', word: 'titleMs', stranger: 'strangerMs' },
  { value: '小姐', word: 'titleMiss', stranger: 'strangerMiss' },
] as const;

/** A guest whose name nobody knows yet. */
const STRANGER = '一位';

/** More than half of all people are called one of these. */
export const FAMILIES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋'];

export interface Address {
  family: string;
  title: string;
}

/** 王先生 → 王 + 先生. What has no title that we know is all family: 宋总. */
export function parseAddress(address: string): Address {
  const title = TITLES.find((one) => address.endsWith(one.value))?.value ?? '';
  const family = address.slice(0, address.length - title.length);
  return { family: family === STRANGER ? '' : family, title };
}

export function compose(family: string, title: string): string {
  if (family) return family + title;
  return title && STRANGER + title;
}

/** 王 alone: nobody is called so, and nobody is told so. */
export function isBare(address: string): boolean {
  return [...address].length === 1;
}

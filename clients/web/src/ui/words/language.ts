import { computed, effect, signal } from '@preact/signals';
import type { Text } from '../../protocol/contracts.gen.ts';

export type Language = 'zh-CN' | 'en';
export type Theme = 'day' | 'sun' | 'dark';

const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};
const keep = (name: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing: the choice lasts until the page closes.
  }
};

/** Chinese unless somebody chose otherwise on this device. */
export const language = signal<Language>(kept('language') === 'en' ? 'en' : 'zh-CN');
export const english = computed(() => language.value === 'en');
/** What somebody chose on this device; null: what the position says. */
export const chosenTheme = signal<Theme | null>(asTheme(kept('theme')));

export function asTheme(name: string | null | undefined): Theme | null {
  return name === 'day' || name === 'sun' || name === 'dark' ? name : null;
}

/** Keeps page and device in step with what was chosen. Answers how to stop. */
export function onChoices(positionTheme: () => Theme | null): () => void {
  const stopLanguage = effect(() => {
    document.documentElement.lang = language.value;
    keep('language', language.value);
  });
  const stopTheme = effect(() => {
    document.documentElement.dataset.theme = chosenTheme.value ?? positionTheme() ?? 'day';
    keep('theme', chosenTheme.value);
  });
  return () => {
    stopLanguage();
    stopTheme();
  };
}

/** Words that came from the hub, in the language of this device. */
export function text(words: Text | null | undefined): string {
  if (!words) return '';
  return language.value === 'en' ? words.en : words.zh;
}

/** 甲、乙 or A, B. */
export function list(names: readonly string[]): string {
  return names.join(language.value === 'en' ? ', ' : '、');
}

export type Table = Record<string, readonly [zh: string, en: string]>;

/** Says the words of a table in the language of this device; `{name}` is filled in. */
export function speaker<T extends Table>(table: T) {
  return (key: keyof T, args: Record<string, string | number> = {}): string => {
    const pair = table[key];
    const words = pair ? pair[language.value === 'en' ? 1 : 0] : String(key);
    return words.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ''));
  };
}

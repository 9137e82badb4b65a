import type { ComponentChild, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** After the first screen stands and before anybody can have walked into the garage. */
const FETCH_AFTER_MS = 3_000;
/** A screen that could not be had is asked for again. */
const AGAIN_MS = 3_000;

const waiting: (() => Promise<unknown>)[] = [];

/** A screen in a file of its own. It is fetched when it is opened, and soon after the start in any case. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: () => ComponentChild,
  soon = true,
) {
  let loaded: ComponentType<P> | null = null;
  const fetch = async () => {
    loaded ??= await load();
    return loaded;
  };
  if (soon) waiting.push(fetch);
  return function Later(props: P) {
    const [, drawn] = useState(false);
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout>;
      const get = () =>
        void fetch().then(
          () => drawn(true),
          // Without contact; the page heals by itself.
          () => {
            timer = setTimeout(get, AGAIN_MS);
          },
        );
      if (!loaded) get();
      return () => clearTimeout(timer);
    }, []);
    const Screen = loaded;
    return Screen ? <Screen {...props} /> : meanwhile();
  };
}

/** Fetches what may be wanted without contact. Answers how to stop. */
export function fetchLater(): () => void {
  const timer = setTimeout(() => {
    for (const fetch of waiting) void fetch().catch(() => undefined);
  }, FETCH_AFTER_MS);
  return () => clearTimeout(timer);
}

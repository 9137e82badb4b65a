import { signal } from '@preact/signals';

/** From here on there is room for areas beside each other. */
const TABLET = '(min-width: 900px)';

export const isTablet = signal(false);

/** Follows the size of the window. Answers how to stop. */
export function onSize(): () => void {
  const media = window.matchMedia(TABLET);
  const read = () => {
    isTablet.value = media.matches;
  };
  read();
  media.addEventListener('change', read);
  return () => media.removeEventListener('change', read);
}

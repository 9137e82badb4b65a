import { signal } from '@preact/signals';

/** A page may stay open for days: a new version is looked for when it is looked at, and this often. */
const LOOK_EVERY_MS = 30 * 60_000;

/** A new version waits and takes over when its person is ready for it; never by itself. */
export const update = signal<(() => void) | null>(null);

export async function offerUpdates(address: string): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(address);
  const offer = () => {
    const fresh = registration.waiting;
    // Without a controller this is the first visit: nothing is replaced.
    if (!fresh || !serviceWorker.controller) return;
    update.value = () => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      fresh.postMessage('take-over');
    };
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  offer();
  const look = () => document.visibilityState === 'visible' && void registration.update().catch(() => undefined);
  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOK_EVERY_MS);
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offerUpdates, update } from './update.ts';

function browser(controlled: boolean) {
  const container = Object.assign(new EventTarget(), { controller: controlled ? {} : null });
  const registration = Object.assign(new EventTarget(), {
    waiting: null as { postMessage: (words: string) => void } | null,
    installing: null as EventTarget | null,
    update: vi.fn(async () => undefined),
  });
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const reload = vi.fn();
  vi.stubGlobal('navigator', { serviceWorker: Object.assign(container, { register: async () => registration }) });
  vi.stubGlobal('document', page);
  vi.stubGlobal('location', { reload });
  const arrives = () => {
    const worker = new EventTarget();
    const told = vi.fn();
    registration.installing = worker;
    registration.dispatchEvent(new Event('updatefound'));
    registration.waiting = { postMessage: told };
    worker.dispatchEvent(new Event('statechange'));
    return told;
  };
  return { container, registration, page, reload, arrives };
}

describe('a new version', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    update.value = null;
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is offered, and taken only when its person says so', async () => {
    const { container, reload, arrives } = browser(true);
    await offerUpdates('/sw.js');
    expect(update.value).toBeNull();
    const told = arrives();
    expect(told).not.toHaveBeenCalled();
    update.value?.();
    expect(told).toHaveBeenCalledWith('take-over');
    expect(reload).not.toHaveBeenCalled();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('is no news on the first visit', async () => {
    const { arrives } = browser(false);
    await offerUpdates('/sw.js');
    arrives();
    expect(update.value).toBeNull();
  });

  it('is looked for when the page is looked at', async () => {
    const { registration, page } = browser(true);
    await offerUpdates('/sw.js');
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(registration.update).not.toHaveBeenCalled();
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(registration.update).toHaveBeenCalledOnce();
  });
});

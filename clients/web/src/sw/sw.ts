/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;

// The shell of the page, so that it opens in the garage. What is asked of the hub is never kept here: words about
// guests lie in the device's encrypted vault and nowhere else.
// The build puts in here what it made: another build is another shell, and a new worker that offers itself.
declare const BUILT: readonly string[];
declare const BUILD: string;
const SHELL = `shell-${BUILD}`;
const OWN = [/^\/$/, /^\/assets\//, /^\/icon\.svg$/, /^\/manifest\.webmanifest$/];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(SHELL).then((cache) => cache.addAll(['/', '/icon.svg', '/manifest.webmanifest', ...BUILT])),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// A new version waits until the page says that its person is ready for it.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (!OWN.some((path) => path.test(url.pathname))) return;
  event.respondWith(
    url.pathname.startsWith('/assets/') ? fromCacheFirst(event.request) : fromNetworkFirst(event.request),
  );
});

async function fromCacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? keep(request);
}

async function fromNetworkFirst(request: Request): Promise<Response> {
  try {
    return await keep(request);
  } catch (error) {
    const kept = await caches.match(request);
    if (kept) return kept;
    throw error;
  }
}

async function keep(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok) await (await caches.open(SHELL)).put(request, response.clone());
  return response;
}

export {};

// Keeps the last lists of /tonight on the device, for cellars and village halls without a signal. It serves nothing else: its scope
// is /tonight. Lists hold names and how to get in, so they go after two days, when the site says no, and with signing out
// (the site then has the browser clear all that it keeps).
const LISTS = 'tonight-lists';
const FILES = 'tonight-files';
const KEPT_MS = 48 * 60 * 60 * 1000;
const MOST_LISTS = 6;
const MOST_FILES = 40;
/** A phone with one bar waits for ever: after so long the kept list is shown. */
const PATIENCE_MS = 8_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) return;
  if (url.pathname === '/tonight' && event.request.method === 'GET') event.respondWith(list(event.request));
  else if (url.pathname.startsWith('/tonight/dates/') && event.request.method === 'POST')
    event.respondWith(fetch(event.request).catch(() => keptList('/tonight', 'data-offline data-unsent')));
  else if (url.pathname.startsWith('/public/')) event.respondWith(file(event.request));
});

/** The list from the site; where that cannot be reached, as it was. */
async function list(request) {
  const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (!response || response.status >= 500)
    return (await keptList(request.url, 'data-offline')) ?? response ?? Response.error();
  if (response.ok) await keep(LISTS, request.url, response.clone(), MOST_LISTS);
  // Signed out, or no right any more.
  else await caches.delete(LISTS);
  return response;
}

/** A kept list, that very one or else the newest, marked as kept. */
async function keptList(url, mark) {
  const lists = await caches.open(LISTS);
  const response =
    (await lists.match(url)) ?? (await lists.match(new URL('/tonight', self.location.origin).href)) ?? undefined;
  if (!response || Date.now() - Date.parse(response.headers.get('date') ?? '') > KEPT_MS) return undefined;
  const text = (await response.text()).replace('<html ', `<html ${mark} `);
  return new Response(text, {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': response.headers.get('content-security-policy') ?? "default-src 'self'",
    },
  });
}

/** Styles, scripts and letters of the page: their addresses change with what they hold, so a kept one is as good as a new one. */
async function file(request) {
  const kept = await (await caches.open(FILES)).match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await keep(FILES, request.url, response.clone(), MOST_FILES);
  return response;
}

async function keep(name, url, response, most) {
  const store = await caches.open(name);
  await store.delete(url);
  await store.put(url, response);
  const kept = await store.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - most))) await store.delete(old);
}

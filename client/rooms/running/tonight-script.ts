/** Has the list kept on this device, so that it can be read where there is no signal. See client/static/tonight-worker.js. */
async function keepOffline(): Promise<void> {
  const controlled = navigator.serviceWorker.controller !== null;
  await navigator.serviceWorker.register('/public/tonight-worker.js', { scope: '/tonight' });
  await navigator.serviceWorker.ready;
  if (!controlled) await taken();
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/public/`));
  const tomorrow = [...document.querySelectorAll<HTMLAnchorElement>('a[data-keep]')].map(({ href }) => href);
  // What was loaded before the worker was there passes it once more; the next day's list always does.
  for (const url of [...(controlled ? [] : [...files, location.href]), ...tomorrow])
    await fetch(url, { headers: { Accept: url.includes('/public/') ? '*/*' : 'text/html' } });
  document.documentElement.dataset['kept'] = 'yes';
}

/** Resolves once the worker answers for this page. */
function taken(): Promise<void> {
  if (navigator.serviceWorker.controller) return Promise.resolve();
  return new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true }),
  );
}

if ('serviceWorker' in navigator && document.documentElement.dataset['offline'] === undefined)
  keepOffline().catch(() => undefined);

const print = document.querySelector<HTMLButtonElement>('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

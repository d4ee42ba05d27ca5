import type { BoundingBox } from '../../../src/ground/areas/area-contract.ts';
import { printBoundingBox } from './mercator-rules.ts';
import type { MapReply } from '../../../src/register/assets/map-contract.ts';

export type Asked = { bbox: BoundingBox; zoom: number };
export type PlacesFeed = {
  /** Asks for what lies in a view, once the map has rested. A newer question silences the older one. */
  ask(asked: Asked): void;
  stop(): void;
};
export type PlacesFeedDeps = {
  src: string;
  /** Resolves relative addresses. */
  base: string;
  fetch: typeof globalThis.fetch;
  onReply(reply: MapReply): void;
  /** Called when the second try has failed as well. */
  onFailure(): void;
};

const REST_MS = 150;
const RETRY_MS = 700;

export function createPlacesFeed(deps: PlacesFeedDeps): PlacesFeed {
  let current = new AbortController();
  return {
    ask(asked) {
      current.abort();
      current = new AbortController();
      void answer(deps, addressFor(deps, asked), current.signal);
    },
    stop: () => current.abort(),
  };
}

async function answer(deps: PlacesFeedDeps, address: string, signal: AbortSignal): Promise<void> {
  await pause(REST_MS);
  for (const triesLeft of [1, 0]) {
    if (signal.aborted) return;
    try {
      const reply = await load(deps, address, signal);
      if (!signal.aborted) deps.onReply(reply);
      return;
    } catch {
      if (triesLeft > 0) await pause(RETRY_MS);
    }
  }
  if (!signal.aborted) deps.onFailure();
}

async function load({ fetch }: PlacesFeedDeps, address: string, signal: AbortSignal): Promise<MapReply> {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`The map endpoint answered ${response.status}`);
  return (await response.json()) as MapReply;
}

/** The filters of `src` stay as they are: map and list must ask the same question. */
function addressFor({ src, base }: PlacesFeedDeps, { bbox, zoom }: Asked): string {
  const url = new URL(src, base);
  url.searchParams.set('view', printBoundingBox(bbox));
  url.searchParams.set('zoom', String(zoom));
  return url.href;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

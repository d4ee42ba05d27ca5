import { createHash } from 'node:crypto';
import { KIND_WORDS, STATE_WORDS } from '../assets/asset-words.ts';
import type { AtomEntry } from './atom-text.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';

type HistoryEntry = { on: string; text: string };
export type Change = { asset: PublicAsset; changedAt: string };

/** The public history of one asset as feed entries. */
export function historyEntries(asset: PublicAsset, history: HistoryEntry[], baseUrl: string): AtomEntry[] {
  const entries = history.map(({ on, text }) => entryOf(asset, startOf(on), text, text, baseUrl));
  return entries.filter(({ id }, at) => entries.findIndex((other) => other.id === id) === at);
}

/**
 * One asset that has changed as a feed entry. Of a hidden building only the year is told, as in its history:
 * the day could be the day on which it was left.
 */
export function changeEntry(
  { asset, changedAt }: Change,
  latest: HistoryEntry | undefined,
  baseUrl: string,
): AtomEntry {
  const updated = asset.redacted ? startOf(changedAt.slice(0, 4)) : changedAt;
  const now = `${STATE_WORDS[asset.state]}. ${whereIs(asset)}`;
  return entryOf(asset, updated, asset.name, latest ? `${latest.text} ${now}` : now, baseUrl);
}

function entryOf({ id }: PublicAsset, updated: string, title: string, summary: string, baseUrl: string): AtomEntry {
  const href = `${baseUrl}/assets/${id}`;
  const print = createHash('sha256').update(`${updated} ${title}`).digest('hex').slice(0, 12);
  return { id: `${href}#${print}`, title, updated, href, summary };
}

function whereIs({ kind, ward, address, owner }: PublicAsset): string {
  const place = [address.street, ward?.name, address.postcode].filter((part) => part).join(', ');
  return `${KIND_WORDS[kind]}${place ? `, ${place}` : ''}. Owner: ${owner.name}.`;
}

/** The first instant of a day or a year. */
function startOf(on: string): string {
  return `${on.length === 4 ? `${on}-01-01` : on}T00:00:00Z`;
}

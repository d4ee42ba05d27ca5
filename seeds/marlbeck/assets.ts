import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Asset } from '../../src/register/assets/asset-contract.ts';
import { toldAsset, type ToldAsset } from './asset-contract.ts';
import { marlbeckFile } from './marlbeck-file.ts';

/** An asset as the seed knows it; the loader gives it ids and finds its ward. */
export type DemoAsset = Omit<
  Asset,
  'id' | 'areaId' | 'ownerId' | 'wardId' | 'release' | 'lockedFields' | 'heldBy' | 'retiredOn'
> & {
  /** The owner’s slug. */
  owner: string;
  release?: ToldAsset['release'];
  history: NonNullable<ToldAsset['history']>;
} & Pick<ToldAsset, 'spaces' | 'pictures'>;

/** Which file tells of whose places, in the order in which they go on the register. */
const FILES = [
  { owner: 'marlbeck-council', file: 'marlbeck-council-land' },
  { owner: 'marlbeck-council', file: 'marlbeck-council-buildings' },
  { owner: 'northshire-council', file: 'northshire-council' },
  { owner: 'marlbeck-dales-nhs', file: 'marlbeck-dales-nhs' },
  { owner: 'st-hilds-trust', file: 'st-hilds-trust' },
  { owner: 'harbour-homes', file: 'harbour-homes' },
] as const;

const TENURE_DETAIL_IN: Partial<Record<Asset['state'], Asset['tenureDetails'][number]>> = {
  vacant: 'vacant',
  meanwhile_use: 'licence_out',
};

/** Everything on Marlbeck’s register. */
export const marlbeckAssets: DemoAsset[] = FILES.flatMap(({ owner, file }) =>
  z
    .array(toldAsset)
    .parse(JSON.parse(readFileSync(marlbeckFile(`assets/${file}.json`), 'utf8')))
    .map((told) => whole(owner, told)),
);

/** Adds what follows from the rest of a record. */
function whole(owner: string, told: ToldAsset): DemoAsset {
  const { kind, state, stateSince } = told;
  return {
    ...told,
    owner,
    identifiers: [{ scheme: 'uprn', value: uprnOf(owner + told.code) }],
    tenureDetails: told.tenureDetails ?? [TENURE_DETAIL_IN[state] ?? 'owner_occupied'],
    holding: kind === 'land' ? 'land' : 'land_and_buildings',
    history: told.history ?? [
      { on: stateSince ?? '2026-04-14', text: 'Put on the register from the owner’s list.', state },
    ],
  };
}

/** Twelve digits that start 9999, which no real property has. */
function uprnOf(key: string): string {
  let h = 7;
  for (const letter of key) h = (Math.imul(h, 31) + letter.charCodeAt(0)) >>> 0;
  return `9999${String(h % 100_000_000).padStart(8, '0')}`;
}

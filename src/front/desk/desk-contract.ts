import { z } from 'zod';
import type { AssetState } from '../../register/assets/asset-contract.ts';
import type { DeskAsset } from '../../register/assets/asset-edit-contract.ts';

const slug = z.string().max(60).optional();
const cursor = z.string().max(60, 'Start again from the first page: this page link is not one of ours.').optional();

export const deskQuery = z.object({ area: slug });
export const deskListQuery = z.object({ area: slug, cursor });
export const deskSearchQuery = z.object({
  area: slug,
  q: z.string().trim().max(200, 'Search for fewer words: 200 characters at most.').default(''),
  cursor,
});
export const ownerHomeQuery = z.object({
  cursor,
  q: z.string().trim().max(200, 'Search for fewer words: 200 characters at most.').default(''),
});

export type DeskArea = { id: string; slug: string; name: string; timeZone: string };
/** A ward as the public knows it: how many places, and how many of them stand empty or are hardly used. */
export type DeskWard = { code: string; name: string; places: number; open: number };
/** One line of what changed lately; `at` is an instant, or only a year for a hidden building. */
export type DeskChange = { at: string; assetId: string; name: string; text: string; by: string };
export type DeskImport = {
  id: string;
  at: string;
  owner: string;
  list: string;
  counts: Record<'added' | 'changed' | 'gone' | 'rejected', number>;
};
/** An import that somebody is in the middle of. */
export type OpenImport = { id: string; fileName: string; owner: string; changedAt: string };

/** What an officer's day begins with. */
export type DeskOverview = {
  /** Releases whose day has passed, and those that run out soon. Null for roles that may not see true places. */
  reviews: { late: DeskAsset[]; soon: DeskAsset[] } | null;
  unchecked: { count: number; first: DeskAsset[] } | null;
  /** For roles that may not see true places: the wards, to look at and to follow. Null for the others. */
  wards: DeskWard[] | null;
  imports: DeskImport[];
  openImports: OpenImport[];
  changes: DeskChange[];
};
export type OwnerOverview = {
  states: { state: AssetState; count: number }[];
  assets: DeskAsset[];
  next: string | null;
  imports: DeskImport[];
  openImports: OpenImport[];
};
export type DeskPage = { items: DeskAsset[]; next: string | null };

import type { SpaceSummary } from './space-contract.ts';

/** The place whose spaces somebody keeps, as the crumbs of every page name it. */
export type DeskPlace = {
  assetId: string;
  name: string;
  ownerId: string;
  ownerName: string;
  areaSlug: string;
  areaName: string;
  hidden: boolean;
  mayOpenDesk: boolean;
  mayOpenOwner: boolean;
};
/** One space in the list of a place, with what is missing before groups can ask for it, and what nobody has told us. */
export type ListedSpace = SpaceSummary & { missing: readonly string[]; unknown: readonly string[] };
export type SpaceHistory = readonly { at: string; text: string; by: string }[];

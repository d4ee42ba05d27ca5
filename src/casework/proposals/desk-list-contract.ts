import { z } from 'zod';
import { areaInAddress } from '../../ground/areas/area-contract.ts';
import { PARTIES, type Party } from '../../ground/cases/standing-contract.ts';
import type { ProposalLine } from './proposal-page-contract.ts';

export const DESK_TURNS = [...PARTIES, 'everybody'] as const;
export type DeskTurn = (typeof DESK_TURNS)[number];

/**
 * What of the open proposals the desk looks for: those due today; those another role has because one did not act in time; those in which
 * silence decides within ten working days; those that have waited for their group for more than 15 or 30 days.
 */
export const DESK_SHOWS = ['all', 'today', 'late', 'silence', 'group_15', 'group_30'] as const;
export type DeskShow = (typeof DESK_SHOWS)[number];
/** What is due first, or what has stood still longest. */
export const DESK_SORTS = ['due', 'longest'] as const;
export type DeskSort = (typeof DESK_SORTS)[number];

export const deskListQuery = z.object({
  area: areaInAddress,
  turn: z.enum(DESK_TURNS).optional().catch(undefined),
  show: z.enum(DESK_SHOWS).catch('all'),
  sort: z.enum(DESK_SORTS).catch('due'),
  cursor: z.string().max(400).optional().describe('From the link to the next page'),
});

/** How many of an area are open, waiting for whom, and worth a look. */
export type ProposalCounts = {
  all: number;
  byTurn: readonly { turn: DeskTurn; count: number }[];
  shows: Readonly<Record<DeskShow, number>>;
};

export type DeskList = {
  lines: readonly ProposalLine[];
  /** Where the next page begins; null on the last. */
  next: readonly [key: string, id: string] | null;
};
export type DeskAsked = { turn: Party | 'everybody' | null; show: DeskShow; sort: DeskSort };

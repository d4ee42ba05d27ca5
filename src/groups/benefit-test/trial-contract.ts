import { z } from 'zod';
import type { ExplainedResult } from './benefit-contract.ts';
import { PATHS, type PathName, type PathRules, type StoredSet } from './criteria-contract.ts';

export const criteriaQuery = z.object({
  area: z.string().max(60).optional().describe('Short name of the area; the first one without it'),
  path: z.enum(PATHS, 'Choose land, building or room.').optional().catch(undefined),
  version: z.string().max(40).optional().describe('The version in force today without it'),
});
/** Marks stand in the address as `mark_NEED=3`. */
export const trialQuery = z.looseObject(criteriaQuery.shape);
export type CriteriaQuery = z.infer<typeof criteriaQuery>;

/** Marks somebody tries out; nothing of it is stored. */
export type Trial = {
  area: { slug: string; name: string };
  path: PathName;
  stored: StoredSet;
  rules: PathRules;
  marks: Readonly<Record<string, unknown>>;
  marked: number;
  asked: number;
  points: number;
  possible: number;
  mistakes: readonly { field: string; message: string }[];
  result: ExplainedResult | null;
};
/** What the API answers to a trial. */
export type TrialReply = Pick<Trial, 'path' | 'marked' | 'asked' | 'points' | 'possible' | 'mistakes' | 'result'> & {
  version: string;
};

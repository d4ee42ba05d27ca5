import { z } from 'zod';
import type { LeavingEmpty } from '../../register/assets/asset-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { seenSchema } from '../proposals/proposal-contract.ts';
import type { ProposalShown } from '../proposals/proposal-page-contract.ts';

/** What could become of a place by one of those who ask for it. Marks only of results that are out. */
export type Option = {
  id: string;
  number: string;
  group: string;
  use: string;
  starts: Day | null;
  ends: Day | null;
  stage: string;
  /** By the questions on benefit, out of 100: "81.2"; null while there is no result. */
  benefit: string | null;
};

/** All that stand for one place, side by side, with leaving it as it is. */
export type SideBySide = {
  shown: ProposalShown;
  options: readonly Option[];
  leavingEmpty: LeavingEmpty | null;
  /** Points of a hundred by which one must be greater. */
  gap: number;
  mayChoose: boolean;
};

export const chooseSchema = seenSchema.extend({
  reasons: z
    .string('Give your reasons, in sentences that everybody understands.')
    .trim()
    .min(20, 'Give your reasons, in sentences that everybody understands.')
    .max(2_000, 'Use up to 2,000 characters.'),
});
export type Choosing = z.infer<typeof chooseSchema>;

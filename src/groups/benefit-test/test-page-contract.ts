import { z } from 'zod';
import type { ExplainedResult } from './benefit-contract.ts';
import { GATE_ANSWERS } from './benefit-contract.ts';
import type { CriteriaSet, PathRules, StoredSet } from './criteria-contract.ts';
import type { GateStanding } from './gate-contract.ts';
import type { Assessment, Difference, Part, SettlementKind } from './scoring-contract.ts';
import type { BenefitTest, TestSummary } from './test-contract.ts';
import type { CasePlace } from '../../ground/cases/case-contract.ts';
import { GATE_IDS } from './criterion-contract.ts';
import type { Evidence } from './evidence-contract.ts';

/** What of the tests somebody looks at. */
export const SHOWN = ['score', 'settle', 'decide', 'done'] as const;
export type Shown = (typeof SHOWN)[number];

export type TestListPage = {
  area: { slug: string; name: string };
  areas: readonly { slug: string; name: string }[];
  show: Shown;
  counts: Readonly<Record<Shown, number>>;
  tests: readonly (TestSummary & { about: CasePlace | null })[];
  next: string | null;
  today: string;
};

/** What whoever looks at a test may do with it by the table of rights. */
export type TestRights = { score: boolean; settle: boolean; check: boolean };

/** A test as whoever works on it sees it. Nobody sees another's marks before both are in. */
export type TestPage = {
  test: BenefitTest;
  /** The case that it is about, for whoever may know of it; null for a passport. */
  about: CasePlace | null;
  group: { id: string; name: string };
  /** `reach`: how somebody there is reached, as the end of a sentence; null where nobody has said. */
  area: { slug: string; name: string; reach: string | null };
  today: string;
  stored: StoredSet;
  path: PathRules;
  scoring: CriteriaSet['scoring'];
  evidence: readonly Evidence[];
  /** How many of the two have scored: null for whoever may still be one of them. And how many have said that they must not. */
  scored: number | null;
  interests: number;
  rights: TestRights;
  /** Why whoever looks may not score it, though their role may. */
  whyNot: string | null;
  mine: Assessment | null;
  draft: Readonly<Record<string, unknown>> | null;
  both: readonly (Assessment & { name: string })[] | null;
  part: Part;
  differences: readonly (Difference & { step: SettlementKind | null; byName: string })[];
  gates: readonly GateStanding[];
  open: readonly GateStanding[];
  /** What would be published now. */
  preview: ExplainedResult | null;
  /** What must be done before an officer may publish the result, as sentences. */
  firstDo: readonly string[];
  /** Whether whoever looks has scored it, and so leaves gates and result to others. */
  hasScored: boolean;
};

export const testListQuery = z.object({
  area: z.string().max(60).optional(),
  show: z.enum(SHOWN).optional().catch(undefined),
  cursor: z.string().max(400).optional().describe('From the link to the next page'),
});

/** A score sheet: which questions there are depends on the criteria set. */
export const sheetSchema = z.looseObject({
  do: z.enum(['save', 'send'], 'Choose whether to save or to hand in.').default('send'),
  interest: z.enum(['no', 'yes'], 'Say whether you have an interest in this group or in what it asks for.').optional(),
  interest_words: z.string().trim().max(1_000, 'Use up to 1,000 characters.').default(''),
  submission: z.uuid().optional(),
});

/** The form has the question's id in its names, so that several can stand on a page; programs may leave it out. */
export const settleSchema = z.looseObject({
  criterion: z.string('Say which question it is about.').max(12),
  /** The proposal that somebody agrees with; then its mark and reason go. */
  agrees: z.string().max(36).optional(),
});
export type Settling = { criterion: string; agrees: string | undefined; mark: number | undefined; reason: string };

const gateFields = Object.fromEntries(
  GATE_IDS.flatMap((id): [string, z.ZodType][] => [
    [`gate_${id}`, z.enum([...GATE_ANSWERS, '']).optional()],
    [`note_${id}`, z.string().trim().max(1_000, 'Use up to 1,000 characters.').optional()],
  ]),
);
export const gatesSchema = z.object(gateFields as Record<string, z.ZodOptional<z.ZodString>>);

export const publishSchema = z.object({ inputs: z.string('Look at the result before you publish it.').max(64) });

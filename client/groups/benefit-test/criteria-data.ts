import type { PathName, PathRules } from '../../../src/groups/benefit-test/criteria-contract.ts';

/** A version of the criteria and whether it is in force. */
export type Dated = {
  stored: {
    sha256: string;
    set: { version: string; adopted_by: string | null; minute_ref: string | null; paths: Record<PathName, PathRules> };
  };
  from: string;
  until: string | null;
  is: 'past' | 'in_force' | 'coming';
};

/** An area, by name. */
export type Named = { slug: string; name: string };

/** Whether a version is in force, in words. */
export const IS_WORDS = { past: 'no longer in force', in_force: 'in force', coming: 'coming' } as const;

import type { Who } from '../people/role-contract.ts';
import type { CaseOf, CasePlace } from './case-contract.ts';

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /** Where somebody reads a case of a feature’s own; null for cases of others, and for whoever may not know of it. */
    caseAt?(of: CaseOf, who: Who): Promise<CasePlace | null>;
  }
}

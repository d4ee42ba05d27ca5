import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { Access } from '../people/role-contract.ts';
import { caseFinding } from './case-finding-service.ts';
import { casePages } from './case-pages.ts';

/** Cases by the number that people say on the telephone. */
export function casesFeature({ db }: Kernel, { access }: { access: Access }): { contribution: Contribution } {
  return {
    contribution: {
      endpoints: ({ sendPage, house }) => casePages({ find: caseFinding({ db, house }), access, sendPage }),
    },
  };
}

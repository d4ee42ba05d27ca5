import type { Endpoint } from '../../kernel/endpoint.ts';
import { deskListPages } from './desk-list-pages.ts';
import { proposalAnotherPages } from './proposal-another-pages.ts';
import { proposalCheckingPages } from './proposal-checking-pages.ts';
import type { ProposalPagesDeps } from './proposal-endpoint.ts';
import { proposalOwnPages } from './proposal-own-pages.ts';
import { proposalPageOf } from './proposal-page.ts';
import { proposalWritingPages } from './proposal-writing-pages.ts';

/** Every endpoint of proposals. Fixed addresses come before those with an id in the same place. */
export function proposalEndpoints(deps: ProposalPagesDeps): Endpoint[] {
  const show = proposalPageOf(deps);
  return [
    ...proposalWritingPages(deps),
    ...proposalAnotherPages(deps),
    ...deskListPages(deps),
    ...proposalCheckingPages(deps, show),
    ...proposalOwnPages(deps, show),
  ];
}

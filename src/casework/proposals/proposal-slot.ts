import type { Part } from '../../kernel/wing.ts';
import type { ProposalShown } from './proposal-page-contract.ts';

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /**
     * What another feature of casework shows on the page of a proposal: `act` is what whoever looks has to do, `told` what everybody
     * reads.
     */
    onProposalPage?(shown: ProposalShown): Promise<{ act?: Part; told?: Part }>;
  }
}

import type { Access } from '../../ground/people/role-contract.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import type { ShowProposal } from '../proposals/proposal-page.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import type { DecisionServices } from './decision-services.ts';

/** What the pages of decisions need. */
export type DecisionPagesDeps = {
  decisions: DecisionServices;
  /** The case that is decided. */
  proposals: {
    thing(id: string): Promise<Thing>;
    sentThing(id: string): Promise<Thing>;
    publicly(id: string): Promise<PublicProposal>;
  };
  access: Access;
  sendPage: SendPage;
  /** Shows a case again, with the mistakes of a form. */
  show: ShowProposal;
};

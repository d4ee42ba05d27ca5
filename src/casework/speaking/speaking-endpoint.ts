import { z } from 'zod';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Access, Thing } from '../../ground/people/role-contract.ts';
import { idSchema } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Hearing } from '../hearings/hearing-contract.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import type { SpeakingServices } from './speaking-services.ts';

/** What the pages of speaking at a hearing need. */
export type SpeakingPagesDeps = {
  speaking: SpeakingServices;
  proposals: {
    /** @throws Problem 404 for one that nobody has sent */
    publicly(id: string): Promise<PublicProposal>;
    sentThing(id: string): Promise<Thing>;
  };
  /** The newest hearing about a proposal; null where there is none. */
  hearingOf(proposalId: string): Promise<Hearing | null>;
  /** Minutes of each side, as the area has adopted them. */
  sideMinutes(proposalId: string): Promise<number>;
  /** How an area is reached; null where nobody has said. */
  contact(areaId: string): Promise<Contact | null>;
  today(area: { timeZone: string }): Day;
  access: Access;
  sendPage: SendPage;
};

export const ofProposalParams = z.object({ id: idSchema });
export const speakerParams = z.object({ key: z.string().max(100) });

/** What an act to the hearing of one proposal needs before anything else is read. */
export const onHearing = ({ proposals }: Pick<SpeakingPagesDeps, 'proposals'>) => ({
  tag: 'hearings',
  params: ofProposalParams,
  thing: ({ params }: { params: { id: string } }) => proposals.sentThing(params.id),
});

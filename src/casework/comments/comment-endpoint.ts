import { z } from 'zod';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Access, Thing } from '../../ground/people/role-contract.ts';
import { idSchema } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import type { CommentServices } from './comment-services.ts';

/** What the pages of comments need. */
export type CommentPagesDeps = {
  comments: CommentServices;
  proposals: {
    /** @throws Problem 404 for one that nobody has sent */
    publicly(id: string): Promise<PublicProposal>;
    sentThing(id: string): Promise<Thing>;
  };
  areas: { all(): Promise<Area[]> };
  /** How an area is reached; null where nobody has said. */
  contact(areaId: string): Promise<Contact | null>;
  access: Access;
  sendPage: SendPage;
};

export const ofProposalParams = z.object({ id: idSchema });
export const keyParams = z.object({ key: z.string().max(100) });

/** What an act to the comments of one proposal needs before anything else is read. */
export const onProposal = ({ proposals }: Pick<CommentPagesDeps, 'proposals'>) => ({
  tag: 'comments',
  params: ofProposalParams,
  thing: ({ params }: { params: { id: string } }) => proposals.sentThing(params.id),
});

import type { Request } from 'express';
import { z } from 'zod';
import { signView } from '../../../client/casework/sign/sign-view.ts';
import type { Access, Thing } from '../../ground/people/role-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { idSchema, PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Paper } from '../../kernel/paper-contract.ts';
import { sendPdf } from '../../kernel/pdf-reply.ts';
import { notFound } from '../../kernel/problem.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';

export type SignPagesDeps = {
  proposals: {
    isDraft(id: string): Promise<boolean>;
    thing(id: string): Promise<Thing>;
    publicly(id: string): Promise<PublicProposal>;
    /** Before it is sent, for its group. */
    draft(id: string): Promise<PublicProposal>;
  };
  paperOf(proposal: PublicProposal): Promise<Paper>;
  access: Access;
  sendPage: SendPage;
  onError(error: unknown): void;
};

/** The sign ‘Intentions for community use’: a page and a file that say the same, for everybody once the proposal is sent. */
export function signPages({ proposals, paperOf, access, sendPage, onError }: SignPagesDeps): Endpoint[] {
  const open = {
    act: 'register.read',
    tag: 'proposals',
    method: 'get',
    params: z.object({ id: idSchema }),
  } as const;

  /** @throws Problem 404 for a draft, except for its group and officers */
  async function shownTo(req: Request, id: string): Promise<{ proposal: PublicProposal; draft: boolean }> {
    const draft = await proposals.isDraft(id);
    if (!draft) return { proposal: await proposals.publicly(id), draft };
    if (!access.may(req.who, 'proposal.own', await proposals.thing(id))) throw notFound('proposal');
    return { proposal: await proposals.draft(id), draft };
  }

  return [
    endpoint({
      ...open,
      path: '/proposals/:id/sign',
      summary: 'The sign for the place of a proposal, as a page',
      reply: PAGE,
      async run({ req, res, params }) {
        const { proposal, draft } = await shownTo(req, params.id);
        await sendPage(req, res, {
          title: `The sign: ${proposal.place}`,
          description: `What the sign at ${proposal.place} says: ${proposal.group.name} asks for the place.`,
          body: signView({ id: proposal.id, draft, place: proposal.place, paper: await paperOf(proposal) }),
          about: { areaId: proposal.area.id },
          ...(draft ? { robots: 'noindex' as const } : { canonical: `/proposals/${proposal.id}/sign` }),
        });
      },
    }),
    endpoint({
      ...open,
      path: '/proposals/:id/sign.pdf',
      summary: 'The same as a file to print: one tagged page',
      reply: { type: 'application/pdf', description: 'The sign, PDF/UA-1' },
      async run({ req, res, params }) {
        const { proposal } = await shownTo(req, params.id);
        await sendPdf(res, await paperOf(proposal), { name: 'sign', page: 'the page of the sign', onError });
      },
    }),
  ];
}

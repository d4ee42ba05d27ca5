import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Access } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Shape } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, tellNext } from '../../kernel/form-page.ts';
import type { ActingOnProposal, ActOfForm } from './proposal-act-slot.ts';
import { proposalParams } from './proposal-endpoint.ts';
import type { ShowProposal } from './proposal-page.ts';
import type { ProposalServices } from './proposal-services.ts';

type Deps = { pages: Pick<ProposalServices['pages'], 'sentThing'>; access: Access; show: ShowProposal };
type Given = { req: Request; res: Response; params: { id: string }; body: unknown };

/** Acts to a proposal that was sent, form by form. Each shows the case again with what was typed, where something is wrong. */
export const actingOn =
  ({ pages, access, show }: Deps): ActingOnProposal =>
  <B extends Shape>({ of, act, summary, body, done, run }: ActOfForm<B>) =>
    endpoint({
      act,
      tag: 'proposals',
      params: proposalParams,
      thing: ({ params }: { params: { id: string } }) => pages.sentThing(params.id),
      method: 'post',
      path: `/proposals/:id/${of}`,
      summary,
      reply: DONE,
      body: body,
      async run({ req, res, params, body: given }: Given) {
        await run(access.signedIn(req), params.id, given as z.infer<B>);
        tellNext(req, done);
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of, form: { values, mistakes: mistakesOf(problem) } }),
    });

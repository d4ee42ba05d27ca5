import type { Request, Response } from 'express';
import { z } from 'zod';
import { anotherView } from '../../../client/casework/proposals/another-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { beginSchema } from './proposal-contract.ts';
import { ofProposal, type ProposalPagesDeps } from './proposal-endpoint.ts';
import { whyNotAsked } from './proposal-place-rules.ts';

const findQuery = z.object({ q: z.string().trim().max(200).catch('') });

/** Asking for a second place with what was written for the first. */
export function proposalAnotherPages(deps: ProposalPagesDeps): Endpoint[] {
  const { proposals, access, sendPage, landIn } = deps;
  const { writing, pages } = proposals;
  const mine = { ...ofProposal(proposals), act: 'proposal.own' } as const;

  async function show(req: Request, res: Response, id: string, q: string, status = 200, form: FormState = emptyForm) {
    const { place, asset, area, group } = await pages.publicly(id);
    const land = (await landIn(area, q)).filter((one) => one.id !== asset?.id && whyNotAsked(one, undefined) === null);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Another place like ${place}`,
      description: 'Choose the place.',
      body: anotherView({ id, place, area: area.name, group: group.name, q, form, land }),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...mine,
      method: 'get',
      path: '/proposals/:id/another',
      summary: 'Choosing a second place to ask for, with what was written for the first',
      reply: PAGE,
      query: findQuery,
      run: ({ req, res, params, query }) => show(req, res, params.id, query.q),
    }),
    endpoint({
      ...mine,
      method: 'post',
      path: '/proposals/:id/another',
      summary:
        'Begins a proposal for a second place: what was written for the first comes along, with its result as evidence',
      reply: DONE,
      body: beginSchema.pick({ asset: true }),
      async run({ req, res, params, body }) {
        const { draft, begun } = await writing.another(access.signedIn(req), params.id, body);
        tellNext(
          req,
          begun
            ? 'What you wrote came along, with its evidence. Say from when until when, and look whether each answer fits this place.'
            : 'You were writing for this place already. It is as you left it.',
        );
        seeOther(req, res, `/proposals/${draft.id}/write`, { id: draft.id, number: draft.number });
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, '', problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}

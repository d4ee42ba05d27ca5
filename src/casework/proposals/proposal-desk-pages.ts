import { z } from 'zod';
import { proposalListView } from '../../../client/casework/proposals/proposal-list-view.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import { PARTIES } from '../../ground/cases/standing-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { missingSchema, seenSchema } from './proposal-contract.ts';
import { ofProposal, type ProposalPagesDeps } from './proposal-endpoint.ts';
import type { ShowProposal } from './proposal-page.ts';

const query = z.object({
  area: areaInAddress,
  turn: z
    .enum([...PARTIES, 'everybody'])
    .optional()
    .catch(undefined),
});

/** An area’s proposals by whose turn it is, and what a broker does with one. */
export function proposalDeskPages(deps: ProposalPagesDeps, show: ShowProposal): Endpoint[] {
  const { proposals, areas, access, sendPage } = deps;
  const { lists, checking } = proposals;
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const check = { ...ofProposal(proposals), act: 'proposal.check', method: 'post', reply: DONE } as const;
  return [
    endpoint({
      act: 'proposal.list',
      tag: 'desk',
      method: 'get',
      path: '/desk/proposals',
      summary: 'Proposals of an area, what is due first',
      reply: PAGE,
      query,
      thing: async ({ query: { area } }) => ({ areaId: (await areaOf(area)).id }),
      async run({ req, res, query: { area: slug, turn = null } }) {
        const area = await areaOf(slug);
        await sendPage(req, res, {
          title: `Proposals in ${area.name}`,
          description: 'What is due.',
          body: proposalListView({
            area,
            lines: await lists.openIn(area, turn),
            ended: turn === null ? await lists.endedIn(area) : [],
            counts: await lists.counts(area),
            turn,
            today: lists.today(area),
          }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...check,
      path: '/proposals/:id/complete',
      summary: 'Says that a proposal is complete: its clock starts',
      body: seenSchema,
      async run({ req, res, params, body }) {
        await checking.complete(access.signedIn(req), params.id, body);
        tellNext(req, 'The proposal is complete. Its clock has started, and the group is told.');
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of: 'complete', form: { values, mistakes: mistakesOf(problem) } }),
    }),
    endpoint({
      ...check,
      path: '/proposals/:id/missing',
      summary: 'Says once what is missing, all of it',
      body: missingSchema,
      async run({ req, res, params, body }) {
        await checking.askMissing(access.signedIn(req), params.id, body);
        tellNext(req, 'The group is told what is missing.');
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of: 'missing', form: { values, mistakes: mistakesOf(problem) } }),
    }),
    endpoint({
      ...check,
      path: '/proposals/:id/take',
      summary: 'Takes a proposal on as its one named officer',
      async run({ req, res, params }) {
        await checking.take(access.signedIn(req), params.id);
        tellNext(req, 'You are the officer of this proposal now.');
        seeOther(req, res, `/proposals/${params.id}`);
      },
    }),
  ];
}

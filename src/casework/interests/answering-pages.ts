import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { interestForView } from '../../../client/casework/interests/interest-for-view.ts';
import { interestListView } from '../../../client/casework/interests/interest-list-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { answerSchema, declineSchema, registerForSchema } from './interest-contract.ts';
import { actingOnInterest, type InterestPagesDeps } from './interest-endpoint.ts';
import type { ShowInterest } from './interest-page.ts';
import { offerSchema } from './viewing-contract.ts';

const areaQuery = z.object({ area: areaInAddress });
const assistQuery = areaQuery.extend({ asset: z.string().max(36).optional() });

/** What owner and officers do with interests. */
export function interestAnsweringPages(deps: InterestPagesDeps, show: ShowInterest): Endpoint[] {
  const { interests, areas, access, sendPage } = deps;
  const { registering, answering, viewings, lists } = interests;
  const acting = actingOnInterest(deps, show);
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  async function assistPage(req: Request, res: Response, slug: string, status: number, form: FormState): Promise<void> {
    const area = await areaOf(slug);
    const { asset, submission } = form.values;
    const place = await registering.lookedAt(typeof asset === 'string' ? asset : '');
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Register an interest for somebody`,
      description: 'For officers.',
      body: interestForView({
        area,
        form,
        place,
        submission: typeof submission === 'string' ? submission : randomUUID(),
      }),
      robots: 'noindex',
      about: { areaId: area.id },
    });
  }

  return [
    endpoint({
      act: 'interest.list',
      tag: 'desk',
      method: 'get',
      path: '/desk/interests',
      summary: 'Interests in places of an area, what is due first',
      reply: PAGE,
      query: areaQuery,
      thing: async ({ query }) => ({ areaId: (await areaOf(query.area)).id }),
      async run({ req, res, query }) {
        const area = await areaOf(query.area);
        await sendPage(req, res, {
          title: `Who would like to see places in ${area.name}`,
          description: 'For officers.',
          body: interestListView({ area, lines: await lists.openIn(area) }),
          robots: 'noindex',
          about: { areaId: area.id },
        });
      },
    }),
    endpoint({
      act: 'interest.assist',
      tag: 'desk',
      method: 'get',
      path: '/desk/interests/new',
      summary: 'The form for an interest of somebody who rang, wrote or came in',
      reply: PAGE,
      query: assistQuery,
      thing: async ({ query }) => ({ areaId: (await areaOf(query.area)).id }),
      run: ({ req, res, query }) => assistPage(req, res, query.area, 200, { values: query, mistakes: [] }),
    }),
    endpoint({
      act: 'interest.assist',
      tag: 'desk',
      method: 'post',
      path: '/desk/interests',
      summary: 'Registers an interest for somebody who rang, wrote or came in',
      reply: DONE,
      query: areaQuery,
      body: registerForSchema,
      thing: async ({ query }) => ({ areaId: (await areaOf(query.area)).id }),
      async run({ req, res, query, body }) {
        const area = await areaOf(query.area);
        const { id, number } = await registering.registerFor(access.signedIn(req), area.id, body);
        tellNext(req, `Registered. Its number is ${number}: tell it to them.`);
        seeOther(req, res, `/interests/${id}`, { id, number });
      },
      again: ({ req, res, query, values, problem }) =>
        assistPage(req, res, query.area, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    acting({
      of: 'answer',
      act: 'interest.answer',
      summary: 'Answers an interest: the place, running costs, hazards',
      body: answerSchema,
      done: 'Answered. They are told.',
      run: answering.answer,
    }),
    acting({
      of: 'decline',
      act: 'interest.answer',
      summary: 'Says by a listed reason why a place cannot be used',
      body: declineSchema,
      done: 'They are told, with the reason.',
      run: answering.decline,
    }),
    acting({
      of: 'times',
      act: 'viewing.offer',
      summary: 'Offers a time to see the place to everybody who is interested in it',
      body: offerSchema,
      done: 'Offered. Everybody who waits for it is told.',
      run: viewings.offer,
    }),
  ];
}

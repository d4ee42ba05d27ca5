import { z } from 'zod';
import { interestListView } from '../../../client/casework/interests/interest-list-view.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { answerSchema, declineSchema } from './interest-contract.ts';
import { actingOnInterest, type InterestPagesDeps } from './interest-endpoint.ts';
import type { ShowInterest } from './interest-page.ts';
import { offerSchema } from './viewing-contract.ts';

const areaQuery = z.object({ area: areaInAddress });

/** What owner and officers do with interests. */
export function interestAnsweringPages(deps: InterestPagesDeps, show: ShowInterest): Endpoint[] {
  const { interests, areas, sendPage } = deps;
  const { answering, viewings, lists } = interests;
  const acting = actingOnInterest(deps, show);
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
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

import { deskListView } from '../../../client/casework/proposals/desk-list-view.ts';
import { areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { linkAfter, markIn } from '../../kernel/list-cursor.ts';
import { notFound } from '../../kernel/problem.ts';
import { deskListQuery } from './desk-list-contract.ts';
import type { ProposalPagesDeps } from './proposal-endpoint.ts';

const PATH = '/desk/proposals';

/** The desk’s list of an area’s proposals. */
export function deskListPages({ proposals: { desk, lists }, areas, sendPage }: ProposalPagesDeps): Endpoint[] {
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  return [
    endpoint({
      act: 'proposal.list',
      tag: 'desk',
      method: 'get',
      path: PATH,
      summary: 'Proposals of an area by whose turn it is and what is due, forty a page',
      reply: PAGE,
      query: deskListQuery,
      thing: async ({ query: { area } }) => ({ areaId: (await areaOf(area)).id }),
      async run({ req, res, query: { area: slug, turn, show, sort, cursor } }) {
        const area = await areaOf(slug);
        const asked = { turn: turn ?? null, show, sort };
        const mark = markIn(cursor);
        const { lines, next } = await desk.page(area, asked, mark);
        const plain = turn === undefined && show === 'all' && mark === null;
        await sendPage(req, res, {
          title: `Proposals in ${area.name}`,
          description: 'What is due.',
          body: deskListView({
            area,
            asked,
            lines,
            counts: await desk.counts(area),
            ended: plain && next === null ? await lists.endedIn(area) : [],
            isFirst: mark === null,
            next: next && linkAfter(PATH, { area: slug, turn, show, sort }, next),
            today: lists.today(area),
          }),
          robots: 'noindex',
        });
      },
    }),
  ];
}

import { deskSearchView, uncheckedView } from '../../../client/front/desk/desk-list-view.ts';
import type { FindCases } from '../../ground/cases/case-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { deskListQuery, deskSearchQuery } from './desk-contract.ts';
import { desksFor, type DeskEndpointDeps } from './desk-endpoint.ts';
import type { DeskListService } from './desk-list-service.ts';

type Deps = DeskEndpointDeps & { lists: DeskListService; findCase: FindCases };

/** Lists of places at the desk: what was searched, and what nobody has checked for long. */
export function deskListPages({ lists, findCase, sendPage, ...deps }: Deps): Endpoint[] {
  const tag = 'desk';
  const { areaThing, areaOf } = desksFor(deps);
  return [
    endpoint({
      act: 'asset.read',
      tag,
      method: 'get',
      path: '/desk/search',
      summary: 'Assets by true name, address or reference, and a case by its number',
      reply: PAGE,
      query: deskSearchQuery,
      thing: areaThing,
      async run({ req, res, query }) {
        const area = await areaOf(req, query.area);
        const cases = await findCase(deps.access.signedIn(req), query.q);
        const body = deskSearchView({
          area,
          cases,
          words: query.q,
          page: await lists.search(area, query.q, query.cursor),
        });
        await sendPage(req, res, {
          title: query.q ? `Search for “${query.q}”` : 'Search',
          description: 'Search among all places.',
          body,
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      act: 'asset.read',
      tag,
      method: 'get',
      path: '/desk/unchecked',
      summary: 'Assets that nobody has checked for six months',
      reply: PAGE,
      query: deskListQuery,
      thing: areaThing,
      async run({ req, res, query }) {
        const area = await areaOf(req, query.area);
        const { count, ...page } = await lists.unchecked(area, query.cursor);
        await sendPage(req, res, {
          title: 'Not checked for six months',
          description: 'Places to look at.',
          body: uncheckedView({ area, page, count }),
          robots: 'noindex',
        });
      },
    }),
  ];
}

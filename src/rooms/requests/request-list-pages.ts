import type { Request } from 'express';
import { z } from 'zod';
import { deskRequestsView, ownerRequestsView } from '../../../client/rooms/requests/request-lists-view.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE, told } from '../../kernel/form-page.ts';
import { linkAfter, markIn } from '../../kernel/list-cursor.ts';
import { notFound } from '../../kernel/problem.ts';
import type { RequestPagesDeps } from './request-endpoint.ts';
import { DESK_FILTERS } from './request-page-contract.ts';

const cursor = z.string().max(400).optional().describe('From the link to the next page');
const deskQuery = z.object({ area: z.string().max(60).optional(), show: z.enum(DESK_FILTERS).catch('mine'), cursor });
const ownerQuery = z.object({ show: z.enum(['to_answer', 'answered']).catch('to_answer'), cursor });
const ownerParams = z.object({ id: z.string().max(36) });

/** Lists of requests: an area’s for officers, an owner’s for those who answer for it. */
export function requestListPages({ requests, areas, owners, access, clock, sendPage }: RequestPagesDeps): Endpoint[] {
  const areasOf = async (req: Request): Promise<Area[]> => {
    const ids = req.who ? access.scopes(req.who, 'room.list', 'area') : [];
    return (await areas.all()).filter(({ id }) => ids.includes(id));
  };
  const areaOf = async (req: Request, slug: string | undefined): Promise<Area | undefined> =>
    (await areasOf(req)).find((area) => slug === undefined || area.slug === slug);
  const ownerOf = async (id: string) => {
    const owner = (await owners()).find((one) => one.id === id);
    if (!owner) throw notFound('owner');
    return owner;
  };

  return [
    endpoint({
      act: 'room.list',
      tag: 'desk',
      method: 'get',
      path: '/desk/requests',
      summary: 'Requests for rooms by what is due',
      reply: PAGE,
      query: deskQuery,
      thing: async ({ query, req }) => ({ areaId: (await areaOf(req, query.area))?.id ?? null }),
      async run({ req, res, query }) {
        const area = await areaOf(req, query.area);
        if (!area) throw notFound('area');
        const mark = markIn(query.cursor);
        const { lines, next } = await requests.lists.onDesk(area, query.show, mark && { key: mark[0], id: mark[1] });
        const body = deskRequestsView({
          area,
          areas: await areasOf(req),
          which: query.show,
          counts: await requests.lists.counts(area),
          lines,
          today: dayIn(area.timeZone, clock()),
          next: next && linkAfter('/desk/requests', { area: area.slug, show: query.show }, [next.key, next.id]),
        });
        await sendPage(req, res, {
          title: `Requests for rooms in ${area.name}`,
          description: 'For officers.',
          body,
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      act: 'room.list_owned',
      tag: 'rooms',
      method: 'get',
      path: '/owners/:id/requests',
      summary: 'Requests that wait for an owner',
      reply: PAGE,
      params: ownerParams,
      query: ownerQuery,
      thing: async ({ params }) => ownerOf(params.id).then(({ id, areaId }) => ({ ownerId: id, areaId })),
      async run({ req, res, params, query }) {
        const owner = await ownerOf(params.id);
        const mark = markIn(query.cursor);
        const { lines, next } = await requests.lists.ofOwner(
          { ownerIds: [owner.id], assetIds: [] },
          query.show,
          mark && { key: mark[0], id: mark[1] },
        );
        const zone = (await areas.all()).find(({ id }) => id === owner.areaId)?.timeZone ?? 'UTC';
        const body = ownerRequestsView({
          owner,
          which: query.show,
          lines,
          today: dayIn(zone, clock()),
          flash: told(req),
          next: next && linkAfter(`/owners/${owner.id}/requests`, { show: query.show }, [next.key, next.id]),
        });
        await sendPage(req, res, {
          title: `Requests for rooms of ${owner.name}`,
          description: 'For owners.',
          body,
          robots: 'noindex',
        });
      },
    }),
  ];
}

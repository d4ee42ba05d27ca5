import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { assistedGroupView } from '../../../client/groups/groups/assisted-group-view.ts';
import { deskGroupsView } from '../../../client/groups/groups/desk-groups-views.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { ActName } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { linkAfter, markIn } from '../../kernel/list-cursor.ts';
import { notFound } from '../../kernel/problem.ts';
import { assistedGroupSchema } from './assisted-group-contract.ts';
import { DOCUMENT_KINDS } from './document-contract.ts';
import { DONE, mistakesOf, PAGE, tellNext, type GroupPagesDeps } from './group-endpoint.ts';

const ON_A_PAGE = 50;
const areaQuery = z.object({ area: z.string().max(60).optional() });
const listQuery = areaQuery.extend({
  show: z.enum(['waiting', 'all']).catch('waiting'),
  kind: z.enum(DOCUMENT_KINDS).optional().catch(undefined),
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(400).optional().describe('From the link to the next page'),
});

/** Officers' lists of groups, and registering a group for somebody who rang, wrote or came in. */
export function deskGroupPages({ groups, areas, access, sendPage }: GroupPagesDeps): Endpoint[] {
  const forArea = areaFor({ areas, access });
  const page = (status: number, title: string) => ({
    status,
    title: `${status === 200 ? '' : 'Error: '}${title}`,
    description: 'For officers.',
    robots: 'noindex' as const,
  });

  const newPage = (req: Request, res: Response, status: number, form: FormState, area: Area) =>
    sendPage(req, res, { ...page(status, 'Register a group for somebody'), body: assistedGroupView(form, area) });

  return [
    endpoint({
      method: 'get',
      path: '/desk/groups',
      act: 'group.list',
      tag: 'desk',
      summary: 'Papers to check, and the groups of an area',
      reply: PAGE,
      query: listQuery,
      thing: ({ query, req }) => forArea.thing(req, query.area, 'group.list'),
      async run({ req, res, query }) {
        const area = await forArea.of(req, query.area, 'group.list');
        const mark = markIn(query.cursor);
        const documents =
          query.show === 'waiting'
            ? await groups.documents.waiting({
                areaId: area.id,
                kind: query.kind,
                after: mark && { on: mark[0], id: mark[1] },
                limit: ON_A_PAGE + 1,
              })
            : [];
        const found =
          query.show === 'all'
            ? await groups.inArea(area.id, query.q ?? '', mark && { name: mark[0], id: mark[1] }, ON_A_PAGE + 1)
            : [];
        const [lastDocument, lastGroup] = [documents[ON_A_PAGE - 1], found[ON_A_PAGE - 1]];
        const more =
          documents.length > ON_A_PAGE && lastDocument
            ? ([lastDocument.receivedOn, lastDocument.id] as const)
            : found.length > ON_A_PAGE && lastGroup
              ? ([lastGroup.name, lastGroup.id] as const)
              : null;
        const body = deskGroupsView({
          area,
          areas: await forArea.all(req, 'group.list'),
          waiting: await groups.documents.countWaiting(area.id),
          filter: { show: query.show, kind: query.kind ?? '', q: query.q ?? '' },
          documents: documents.slice(0, ON_A_PAGE),
          groups: found.slice(0, ON_A_PAGE),
          next:
            more &&
            linkAfter('/desk/groups', { area: area.slug, show: query.show, kind: query.kind, q: query.q }, more),
        });
        await sendPage(req, res, { ...page(200, `Groups in ${area.name}`), body });
      },
    }),
    endpoint({
      method: 'get',
      path: '/desk/groups/new',
      act: 'group.assist',
      tag: 'desk',
      summary: 'The form to register a group for somebody',
      reply: PAGE,
      query: areaQuery,
      thing: ({ query, req }) => forArea.thing(req, query.area, 'group.assist'),
      run: async ({ req, res, query }) =>
        newPage(
          req,
          res,
          200,
          { values: { submission: randomUUID() }, mistakes: [] },
          await forArea.of(req, query.area, 'group.assist'),
        ),
    }),
    endpoint({
      method: 'post',
      path: '/desk/groups',
      act: 'group.assist',
      tag: 'desk',
      summary: 'Registers a group for somebody who rang, wrote or came in',
      reply: DONE,
      query: areaQuery,
      body: assistedGroupSchema,
      thing: ({ query, req }) => forArea.thing(req, query.area, 'group.assist'),
      async run({ req, res, query, body }) {
        const group = await groups.assisted.register(
          access.signedIn(req),
          await forArea.of(req, query.area, 'group.assist'),
          body,
        );
        tellNext(req, 'The group is registered. A letter to its lead waits to be printed.');
        seeOther(req, res, `/groups/${group.id}`, { id: group.id });
      },
      again: async ({ req, res, query, values, problem }) =>
        newPage(
          req,
          res,
          problem.status,
          { values, mistakes: mistakesOf(problem) },
          await forArea.of(req, query.area, 'group.assist'),
        ),
    }),
  ];
}

/** The area that an officer's page is about: the one named, or else the first of their own. */
export function areaFor({ areas, access }: Pick<GroupPagesDeps, 'areas' | 'access'>) {
  const all = async (req: Request, act: ActName): Promise<Area[]> => {
    const own = req.who ? access.scopes(req.who, act, 'area') : [];
    return (await areas.all()).filter(({ id }) => own.includes(id));
  };
  const find = async (req: Request, slug: string | undefined, act: ActName): Promise<Area | undefined> =>
    (await all(req, act)).find((area) => slug === undefined || area.slug === slug);
  return {
    all,
    /** For the guard: nothing when there is no such area, or it is not theirs, so that both answer alike. */
    thing: async (req: Request, slug: string | undefined, act: ActName) => ({
      areaId: (await find(req, slug, act))?.id ?? null,
    }),
    /** @throws Problem 404 */
    async of(req: Request, slug: string | undefined, act: ActName): Promise<Area> {
      const area = await find(req, slug, act);
      if (!area) throw notFound('area');
      return area;
    },
  };
}

import type { Request } from 'express';
import { nothing } from 'lit';
import { z } from 'zod';
import { deskSearchView, uncheckedView } from '../../../client/front/desk/desk-list-view.ts';
import { deskChoiceView, deskView } from '../../../client/front/desk/desk-view.ts';
import { ownerHomeView } from '../../../client/front/desk/owner-home-view.ts';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Access, ActName } from '../../ground/people/role-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Contribution } from '../../kernel/wing.ts';
import { deskListQuery, deskQuery, deskSearchQuery, ownerHomeQuery } from './desk-contract.ts';
import type { DeskService } from './desk-service.ts';
import type { UndeliveredService } from './undelivered-service.ts';

type OnDesk = NonNullable<Contribution['onDesk']>;
type OnOwnerHome = NonNullable<Contribution['onOwnerHome']>;
type Deps = {
  desk: DeskService;
  undelivered: UndeliveredService;
  /** What features show at the desk of an area, and at an owner's home. */
  parts: { desk: readonly OnDesk[]; ownerHome: readonly OnOwnerHome[] };
  access: Access;
  sendPage: SendPage;
  areas: { all(): Promise<Area[]>; owners(): Promise<Owner[]> };
};

const ownerParams = z.object({ id: z.string().max(36) });

/** The desks of officers and the homes of owners. */
export function deskPages({ desk, undelivered, parts, access, sendPage, areas }: Deps): Endpoint[] {
  const tag = 'desk';
  /** The areas whose desk somebody may open. */
  async function desksOf(req: Request): Promise<Area[]> {
    const ids = req.who ? access.scopes(req.who, 'desk.open', 'area') : [];
    return (await areas.all()).filter(({ id }) => ids.includes(id));
  }
  const areaCalled = async (slug: string | undefined): Promise<Area | undefined> =>
    (await areas.all()).find((area) => area.slug === slug);
  /** The area in the address; without one, any desk of the person's own opens the way. */
  const areaThing = async ({ query, req }: { query: { area?: string | undefined }; req: Request }) => ({
    areaId: (query.area === undefined ? (await desksOf(req))[0] : await areaCalled(query.area))?.id ?? null,
  });
  const areaOf = async (req: Request, slug: string | undefined): Promise<Area> => {
    const area = slug === undefined ? (await desksOf(req))[0] : await areaCalled(slug);
    if (!area) throw notFound('desk');
    return area;
  };
  const ownerOf = async (id: string): Promise<Owner> => {
    const owner = (await areas.owners()).find((one) => one.id === id);
    if (!owner) throw notFound('owner');
    return owner;
  };

  return [
    endpoint({
      act: 'desk.open',
      tag,
      method: 'get',
      path: '/desk',
      summary: 'What is late, due and new in an area',
      reply: PAGE,
      query: deskQuery,
      thing: areaThing,
      async run({ req, res, query }) {
        const desks = await desksOf(req);
        if (query.area === undefined && desks.length > 1)
          return sendPage(req, res, {
            title: 'Which desk?',
            description: 'Your desks.',
            body: deskChoiceView(desks),
            robots: 'noindex',
          });
        const area = await areaOf(req, query.area);
        const can = (act: ActName): boolean => access.may(req.who, act, { areaId: area.id });
        const may = {
          read: can('asset.read'),
          people: can('people.read'),
          import: can('asset.import'),
          groups: can('group.list'),
          tests: can('test.list'),
          calendar: can('area.calendar'),
          tonight: can('space.see_dates'),
        };
        const roles = access
          .signedIn(req)
          .rights.filter(({ scope, scopeId }) => scope === 'area' && scopeId === area.id)
          .map(({ role }) => role);
        const failed = can('mail.undelivered') ? await undelivered.inArea(area) : [];
        const said = await Promise.all(parts.desk.map((part) => part({ area, may: can })));
        const body = deskView({
          ...(await desk.overview(area, may.read)),
          area,
          may,
          roles,
          undelivered: failed,
          urgent: said.map(({ urgent }) => urgent ?? nothing),
          usual: said.map(({ usual }) => usual ?? nothing),
        });
        await sendPage(req, res, {
          title: `Desk of ${area.name}`,
          description: 'What is late, due and new.',
          body,
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      act: 'asset.read',
      tag,
      method: 'get',
      path: '/desk/search',
      summary: 'Assets by true name, address or reference',
      reply: PAGE,
      query: deskSearchQuery,
      thing: areaThing,
      async run({ req, res, query }) {
        const area = await areaOf(req, query.area);
        const body = deskSearchView({ area, words: query.q, page: await desk.search(area, query.q, query.cursor) });
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
        const { count, ...page } = await desk.unchecked(area, query.cursor);
        await sendPage(req, res, {
          title: 'Not checked for six months',
          description: 'Places to look at.',
          body: uncheckedView({ area, page, count }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      act: 'owner.open',
      tag,
      method: 'get',
      path: '/owners/:id',
      summary: 'An owner’s home',
      reply: PAGE,
      params: ownerParams,
      query: ownerHomeQuery,
      thing: async ({ params }) => ownerOf(params.id).then(({ id, areaId }) => ({ ownerId: id, areaId })),
      async run({ req, res, params, query }) {
        const owner = await ownerOf(params.id);
        const whose = { ownerId: owner.id, areaId: owner.areaId };
        const can = (act: ActName): boolean => access.may(req.who, act, whose);
        const said = await Promise.all(parts.ownerHome.map((part) => part({ owner, may: can })));
        const body = ownerHomeView({
          ...(await desk.owned(owner.id, query.q, query.cursor)),
          owner,
          words: query.q,
          may: { import: can('asset.import'), spaces: can('space.edit') },
          above: said.map(({ above }) => above ?? nothing),
          below: said.map(({ below }) => below ?? nothing),
        });
        await sendPage(req, res, { title: owner.name, description: 'An owner’s places.', body, robots: 'noindex' });
      },
    }),
  ];
}

import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { owedView, type OwedViewData } from '../../../client/rooms/arrears/owed-view.ts';
import { areaNamed, type Area, type Owner } from '../../ground/areas/area-contract.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { linkAfter, markIn } from '../../kernel/list-cursor.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import { deskOwedQuery, inAreaQuery, moneyCallSchema, ownerOwedQuery, type OwedFilter } from './arrears-contract.ts';
import { owedCsv, type OwedLine } from './arrears-rules.ts';
import type { ArrearsService, OwedFor } from './arrears-service.ts';

type Deps = {
  arrears: ArrearsService;
  access: Access;
  areas: { all(): Promise<Area[]> };
  owners(): Promise<Owner[]>;
  sendPage: SendPage;
};
type Shown = { show: OwedFilter; cursor?: string | undefined };

const ownerParams = z.object({ id: idSchema });
const CSV = {
  type: 'text/csv',
  description: 'A table: one line for each booking and day. UTF-8 with a byte order mark (RFC 4180)',
};

/** Who owes money for rooms: an area’s list for officers, an owner’s for those who answer for it. */
export function arrearsPages({ arrears, access, areas, owners, sendPage }: Deps): Endpoint[] {
  const areaCalled = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const ownerOf = async (id: string): Promise<Owner> => {
    const owner = (await owners()).find((one) => one.id === id);
    if (!owner) throw notFound('owner');
    return owner;
  };
  const inArea = ({ id, timeZone }: Area): OwedFor => ({ scope: { areaId: id }, zone: timeZone, names: 'own' });
  const ofOwner = async ({ id, areaId }: Owner): Promise<OwedFor> => ({
    scope: { ownerId: id },
    zone: (await areas.all()).find((area) => area.id === areaId)?.timeZone ?? 'UTC',
    names: 'outside',
  });
  const atDesk = {
    act: 'money.list',
    tag: 'desk',
    thing: async ({ query }: { query: { area: string } }) => ({ areaId: (await areaCalled(query.area)).id }),
  } as const;
  const atOwners = {
    act: 'owner.statement',
    tag: 'bookings',
    params: ownerParams,
    thing: async ({ params }: { params: { id: string } }) =>
      ownerOf(params.id).then(({ id, areaId }) => ({ ownerId: id, areaId })),
  } as const;

  /** What a list shows, wherever it stands. */
  async function listed(of: OwedFor, path: string, query: Record<string, string>, { show, cursor }: Shown) {
    const { owing, next } = await arrears.list(of, show, markIn(cursor));
    return { show, owing, totals: await arrears.totals(of), next: next && linkAfter(path, { ...query, show }, next) };
  }

  async function deskPage(
    req: Request,
    res: Response,
    area: Area,
    shown: Shown,
    status = 200,
    typed: OwedViewData['typed'] = null,
  ): Promise<void> {
    const body = owedView({
      ...(await listed(inArea(area), '/desk/owed', { area: area.slug }, shown)),
      back: { href: `/desk?area=${area.slug}`, label: `Desk of ${area.name}` },
      list: `/desk/owed?area=${area.slug}&show=`,
      table: `/desk/owed.csv?area=${area.slug}`,
      calls: { area: area.slug, made: await arrears.callsIn(area.id), submission: randomUUID() },
      typed,
      done: told(req),
    });
    const title = `${status === 200 ? '' : 'Error: '}Money owed for rooms`;
    await sendPage(req, res, { status, title, description: 'Who owes money.', body, robots: 'noindex' });
  }

  return [
    endpoint({
      ...atDesk,
      method: 'get',
      path: '/desk/owed',
      summary: 'Groups that owe money for rooms, by how late it is',
      reply: PAGE,
      query: deskOwedQuery,
      run: async ({ req, res, query }) => deskPage(req, res, await areaCalled(query.area), query),
    }),
    endpoint({
      ...atDesk,
      method: 'get',
      path: '/desk/owed.csv',
      summary: 'All that is owed for rooms in an area, as a table',
      reply: CSV,
      query: inAreaQuery,
      run: async ({ res, query }) => sendCsv(res, await arrears.lines(inArea(await areaCalled(query.area)))),
    }),
    endpoint({
      ...atDesk,
      method: 'post',
      path: '/desk/owed/:group',
      summary: 'Notes that somebody has rung a group about money',
      reply: DONE,
      query: inAreaQuery,
      params: z.object({ group: idSchema }),
      body: moneyCallSchema,
      async run({ req, res, query, params, body }) {
        await arrears.called(access.signedIn(req), await areaCalled(query.area), params.group, body);
        tellNext(req, 'Noted. Nobody needs to ring them for two weeks.');
        seeOther(req, res, `/desk/owed?area=${query.area}&show=ring`);
      },
      again: async ({ req, res, query, params, values, problem }) =>
        deskPage(req, res, await areaCalled(query.area), { show: 'ring' }, problem.status, {
          groupId: params.group,
          form: { values, mistakes: mistakesOf(problem) },
        }),
    }),
    endpoint({
      ...atOwners,
      method: 'get',
      path: '/owners/:id/owed',
      summary: 'Groups that owe money for an owner’s rooms, by how late it is',
      reply: PAGE,
      query: ownerOwedQuery,
      async run({ req, res, params, query }) {
        const owner = await ownerOf(params.id);
        const path = `/owners/${owner.id}/owed`;
        const body = owedView({
          ...(await listed(await ofOwner(owner), path, {}, query)),
          back: { href: `/owners/${owner.id}`, label: owner.name },
          list: `${path}?show=`,
          table: `${path}.csv`,
          calls: null,
          typed: null,
          done: null,
        });
        await sendPage(req, res, {
          title: 'Money owed for your rooms',
          description: 'Who owes money.',
          body,
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...atOwners,
      method: 'get',
      path: '/owners/:id/owed.csv',
      summary: 'All that is owed for an owner’s rooms, as a table',
      reply: CSV,
      run: async ({ res, params }) => sendCsv(res, await arrears.lines(await ofOwner(await ownerOf(params.id)))),
    }),
  ];
}

function sendCsv(res: Response, lines: readonly OwedLine[]): void {
  res
    .set({ 'Content-Disposition': 'attachment; filename="money-owed.csv"', 'Cache-Control': 'private, no-store' })
    .type('text/csv; charset=utf-8')
    .send(owedCsv(lines));
}

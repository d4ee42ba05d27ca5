import type { Request, Response } from 'express';
import { z } from 'zod';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { roomImportStartView } from '../../../client/rooms/room-lists/room-import-start-view.ts';
import { roomImportView } from '../../../client/rooms/room-lists/room-import-view.ts';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound, type Problem } from '../../kernel/problem.ts';
import { roomUploadQuery, type RoomImport } from './room-import-contract.ts';
import type { RoomImportScreens } from './room-import-screen-service.ts';

/** What the pages of an import need. */
export type RoomImportPagesDeps = {
  screens: RoomImportScreens;
  access: Access;
  sendPage: SendPage;
  areas: { all(): Promise<Area[]>; owners(): Promise<Owner[]> };
};
type Query = z.infer<typeof roomUploadQuery>;
type Again = {
  req: Request;
  res: Response;
  params: { list: string };
  values: Record<string, unknown>;
  problem: Problem;
};

const params = z.object({ list: z.string().max(36) });
/** What was sent, with what is wrong with it; a mistake that names no field stands at one of ours. */
export const formOf = (values: Record<string, unknown>, problem: Problem, field: string): FormState => ({
  values,
  mistakes: problem.mistakes.length > 0 ? problem.mistakes : [{ field, message: problem.message }],
});

/** What every step of bringing in rooms on screen shares: whose rooms, the first page, and the page of a list under way. */
export function roomImportPage({ screens, access, sendPage, areas }: RoomImportPagesDeps) {
  const about = { act: 'asset.import', tag: 'imports' } as const;

  /** Whose rooms: an owner named in the address, or any owner of the area. @throws Problem 404 */
  async function whose({ area: slug, owner: ownerId }: Query): Promise<{ area: Area; owner: Owner | null }> {
    const owner = ownerId === undefined ? null : ((await areas.owners()).find(({ id }) => id === ownerId) ?? null);
    const area = (await areas.all()).find((one) => (owner ? one.id === owner.areaId : one.slug === slug));
    if (!area || (ownerId !== undefined && !owner)) throw notFound('area');
    return { area, owner };
  }
  const areaOf = async ({ areaId }: RoomImport): Promise<Area> => {
    const area = (await areas.all()).find(({ id }) => id === areaId);
    if (!area) throw notFound('area');
    return area;
  };
  const start = {
    ...about,
    query: roomUploadQuery,
    thing: async ({ query }: { query: Query }) =>
      whose(query).then(({ area, owner }) => ({ areaId: area.id, ownerId: owner?.id ?? null })),
  };
  const one = {
    ...about,
    params,
    thing: async ({ params: { list } }: { params: { list: string } }) =>
      screens.byId(list).then(({ areaId, ownerId }) => ({ areaId, ownerId })),
  };

  async function startPage(req: Request, res: Response, query: Query, status: number, form: FormState): Promise<void> {
    const { area, owner } = await whose(query);
    const owners = (await areas.owners()).filter(({ areaId }) => areaId === area.id);
    const body = roomImportStartView({
      area,
      owner,
      owners,
      form,
      desk: access.may(req.who, 'desk.open', { areaId: area.id }),
    });
    await sendPage(req, res, {
      status,
      title: status === 200 ? 'Import rooms' : 'Error: Import rooms',
      description: 'Bring in a list of rooms.',
      body,
      robots: 'noindex',
    });
  }

  async function listPage(req: Request, res: Response, id: string, status = 200, form = emptyForm): Promise<void> {
    const list = await screens.byId(id);
    const area = await areaOf(list);
    const owner = list.ownerId === null ? null : { id: list.ownerId, name: list.ownerName };
    const body = roomImportView({
      one: list,
      progress: await screens.progress(list),
      area,
      owner,
      desk: access.may(req.who, 'desk.open', { areaId: area.id }),
      form,
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Rooms from ${list.fileName}`,
      description: 'A list of rooms under way.',
      body,
      robots: 'noindex',
    });
  }
  const again =
    (field: string) =>
    ({ req, res, params: { list }, values, problem }: Again) =>
      listPage(req, res, list, problem.status, formOf(values, problem, field));

  return { whose, areaOf, start, one, startPage, listPage, again };
}

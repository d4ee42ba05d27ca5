import type { Request, Response } from 'express';
import { z } from 'zod';
import { roomImportView } from '../../../client/rooms/room-lists/room-import-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import { invalid, notFound, type Problem } from '../../kernel/problem.ts';
import { uploadIn } from '../../kernel/upload.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import {
  ROOM_LIMITS,
  roomApplySchema,
  roomMappingSchema,
  roomUploadQuery,
  roomUploadSchema,
  type RoomImport,
} from './room-import-contract.ts';
import type { RoomImportScreens } from './room-import-screen-service.ts';
import { PAGE, DONE } from '../../kernel/form-page.ts';
import { roomImportStartView } from '../../../client/rooms/room-lists/room-import-start-view.ts';

type Deps = {
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
const formOf = (values: Record<string, unknown>, problem: Problem, field: string): FormState => ({
  values,
  mistakes: problem.mistakes.length > 0 ? problem.mistakes : [{ field, message: problem.message }],
});

/** Bringing in a list of rooms on screen: for officers of an area, and for an owner's representatives with their own owner. */
export function roomImportPages({ screens, access, sendPage, areas }: Deps): Endpoint[] {
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

  return [
    endpoint({
      ...start,
      method: 'get',
      path: '/desk/import-rooms',
      summary: 'The form to upload a list of rooms',
      reply: PAGE,
      run: ({ req, res, query }) => startPage(req, res, query, 200, emptyForm),
    }),
    endpoint({
      ...start,
      method: 'post',
      path: '/desk/import-rooms',
      summary: 'Uploads a list of rooms',
      reply: DONE,
      body: roomUploadSchema,
      upload: { field: 'file', mostBytes: ROOM_LIMITS.fileBytes },
      async run({ req, res, query, body }) {
        const { area, owner } = await whose(query);
        const chosen =
          owner ??
          (body.owner === ''
            ? null
            : ((await areas.owners()).find(({ id, areaId }) => id === body.owner && areaId === area.id) ?? null));
        if (!owner && body.owner !== '' && !chosen)
          throw invalid([{ field: 'owner', message: 'Choose an owner from the list.' }]);
        const id = await screens.upload({
          area,
          owner: chosen,
          ownerName: body.owner_name,
          upload: uploadIn(req),
          personId: access.signedIn(req).personId,
        });
        seeOther(req, res, `/desk/import-rooms/${id}`, { id });
      },
      again: ({ req, res, query, values, problem }) =>
        startPage(req, res, query, problem.status, formOf(values, problem, 'file')),
    }),
    endpoint({
      ...one,
      method: 'get',
      path: '/desk/import-rooms/:list',
      summary: 'A list of rooms under way',
      reply: PAGE,
      run: ({ req, res, params: { list } }) => listPage(req, res, list),
    }),
    endpoint({
      ...one,
      method: 'get',
      path: '/api/room-imports/:list/progress',
      summary: 'How far an import of rooms has come',
      reply: { type: 'application/json', description: 'State, stage and per cent' },
      run: async ({ params: { list } }) => screens.progress(await screens.byId(list)),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/import-rooms/:list/check',
      summary: 'Says what the columns hold, and shows what would happen',
      reply: DONE,
      body: roomMappingSchema,
      async run({ req, res, params: { list }, body }) {
        const found = await screens.byId(list);
        await screens.check(found, await areaOf(found), body);
        seeOther(req, res, `/desk/import-rooms/${list}`);
      },
      again: again('open'),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/import-rooms/:list/apply',
      summary: 'Brings in the rooms as was shown',
      reply: DONE,
      body: roomApplySchema,
      async run({ req, res, params: { list } }) {
        const found = await screens.byId(list);
        await screens.apply(found, await areaOf(found));
        seeOther(req, res, `/desk/import-rooms/${list}`);
      },
      again: again('confirm'),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/import-rooms/:list/discard',
      summary: 'Throws a list of rooms away',
      reply: DONE,
      async run({ req, res, params: { list } }) {
        const found = await screens.byId(list);
        await screens.discard(found);
        const area = await areaOf(found);
        seeOther(
          req,
          res,
          access.may(req.who, 'asset.import', { areaId: area.id })
            ? `/desk/import-rooms?area=${area.slug}`
            : `/desk/import-rooms?owner=${found.ownerId ?? ''}`,
        );
      },
    }),
  ];
}

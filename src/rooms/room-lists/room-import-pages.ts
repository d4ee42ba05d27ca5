import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import { invalid } from '../../kernel/problem.ts';
import { uploadIn } from '../../kernel/upload.ts';
import { ROOM_LIMITS, roomApplySchema, roomMappingSchema, roomUploadSchema } from './room-import-contract.ts';
import { formOf, roomImportPage, type RoomImportPagesDeps } from './room-import-page.ts';

/** Bringing in a list of rooms on screen: for officers of an area, and for an owner's representatives with their own owner. */
export function roomImportPages(deps: RoomImportPagesDeps): Endpoint[] {
  const { screens, access, areas } = deps;
  const { whose, areaOf, start, one, startPage, listPage, again } = roomImportPage(deps);
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

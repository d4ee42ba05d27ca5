import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import { uploadIn } from '../../kernel/upload.ts';
import { applySchema, mappingSchema, MOST_SCREEN_BYTES, uploadSchema } from './import-screen-contract.ts';
import { formOf, importScreenPage, type ImportScreenDeps } from './import-screen-page.ts';

/** The import screen: for officers of an area, and for an owner's representatives with their own owner. */
export function importScreenPages(deps: ImportScreenDeps): Endpoint[] {
  const { screens, access, areas } = deps;
  const { whose, start, one, startPage, screenPage, back } = importScreenPage(deps);
  return [
    endpoint({
      ...start,
      method: 'get',
      path: '/desk/import',
      summary: 'The form to upload a list',
      reply: PAGE,
      run: async ({ req, res, query }) => startPage(req, res, await whose(query), 200, emptyForm),
    }),
    endpoint({
      ...start,
      method: 'post',
      path: '/desk/import',
      summary: 'Uploads a list',
      reply: DONE,
      body: uploadSchema,
      upload: { field: 'file', mostBytes: MOST_SCREEN_BYTES },
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
          list: body.list,
          upload: uploadIn(req),
          personId: access.signedIn(req).personId,
        });
        seeOther(req, res, back(id), { id });
      },
      again: async ({ req, res, query, values, problem }) =>
        startPage(req, res, await whose(query), problem.status, formOf(values, problem, 'file')),
    }),
    endpoint({
      ...one,
      method: 'get',
      path: '/desk/import/:id',
      summary: 'An import under way',
      reply: PAGE,
      run: async ({ req, res, params }) => screenPage(req, res, await screens.byId(params.id)),
    }),
    endpoint({
      ...one,
      method: 'get',
      path: '/api/imports/:id/progress',
      summary: 'How far an import has come',
      reply: { type: 'application/json', description: 'State, stage and per cent' },
      async run({ res, params }) {
        res.set('Cache-Control', 'no-store');
        return screens.progress(await screens.byId(params.id));
      },
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/import/:id/check',
      summary: 'Says what the columns hold and starts a dry run',
      reply: DONE,
      body: mappingSchema,
      async run({ req, res, params, body }) {
        await screens.check(await screens.byId(params.id), body);
        seeOther(req, res, back(params.id));
      },
      again: async ({ req, res, params, values, problem }) =>
        screenPage(req, res, await screens.byId(params.id), problem.status, formOf(values, problem, '')),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/import/:id/apply',
      summary: 'Changes the register as the dry run showed',
      reply: DONE,
      body: applySchema,
      async run({ req, res, params }) {
        await screens.apply(await screens.byId(params.id));
        seeOther(req, res, back(params.id));
      },
      again: async ({ req, res, params, values, problem }) =>
        screenPage(req, res, await screens.byId(params.id), problem.status, formOf(values, problem, 'confirm')),
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/import/:id/resume',
      summary: 'Starts again what a stopped process left',
      reply: DONE,
      async run({ req, res, params }) {
        await screens.resume(await screens.byId(params.id));
        seeOther(req, res, back(params.id));
      },
    }),
    endpoint({
      ...one,
      method: 'post',
      path: '/desk/import/:id/discard',
      summary: 'Throws an upload away',
      reply: DONE,
      async run({ req, res, params }) {
        const screen = await screens.byId(params.id);
        await screens.discard(screen);
        const area = (await areas.all()).find(({ id }) => id === screen.areaId);
        const byArea = access.may(req.who, 'asset.import', { areaId: screen.areaId });
        seeOther(
          req,
          res,
          byArea ? `/desk/import?area=${area?.slug ?? ''}` : `/desk/import?owner=${screen.ownerId ?? ''}`,
        );
      },
    }),
    endpoint({
      ...one,
      method: 'get',
      path: '/desk/import/:id/report.json',
      summary: 'The whole report of an import',
      reply: { type: 'application/json', description: 'The report' },
      async run({ res, params }) {
        const { report, fileName } = await screens.byId(params.id);
        if (!report) throw notFound('report');
        res.attachment(`report-${fileName.replace(/[^\w.-]+/g, '_')}.json`);
        return report;
      },
    }),
  ];
}

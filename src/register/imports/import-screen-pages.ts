import type { Request, Response } from 'express';
import { z } from 'zod';
import { importScreenView } from '../../../client/register/imports/import-screen-view.ts';
import { importStartView } from '../../../client/register/imports/import-start-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import { invalid, notFound, type Problem } from '../../kernel/problem.ts';
import { uploadIn } from '../../kernel/upload.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import {
  applySchema,
  type ImportScreen,
  mappingSchema,
  MOST_SCREEN_BYTES,
  uploadQuery,
  uploadSchema,
} from './import-screen-contract.ts';
import { targetsNow } from './import-screen-rules.ts';
import type { ImportScreens } from './import-screen-service.ts';
import { PAGE, DONE } from '../../kernel/form-page.ts';

type Deps = {
  screens: ImportScreens;
  access: Access;
  sendPage: SendPage;
  areas: { all(): Promise<Area[]>; owners(): Promise<Owner[]> };
};
type Whose = { area: Area; owner: Owner | null };

const screenParams = z.object({ id: z.string().max(36) });
const formOf = (values: Record<string, unknown>, problem: Problem, field: string): FormState => ({
  values,
  mistakes: problem.mistakes.length > 0 ? problem.mistakes : [{ field, message: problem.message }],
});

/** The import screen: for officers of an area, and for an owner's representatives with their own owner. */
export function importScreenPages({ screens, access, sendPage, areas }: Deps): Endpoint[] {
  const about = { act: 'asset.import', tag: 'imports' } as const;

  /** Whose list it is to be: an owner named in the address, or any owner of the area. @throws Problem 404 */
  async function whose({ area: slug, owner: ownerId }: z.infer<typeof uploadQuery>): Promise<Whose> {
    const owner = ownerId === undefined ? null : ((await areas.owners()).find(({ id }) => id === ownerId) ?? null);
    const area = (await areas.all()).find((one) => (owner ? one.id === owner.areaId : one.slug === slug));
    if (!area || (ownerId !== undefined && !owner)) throw notFound('area');
    return { area, owner };
  }
  const start = {
    ...about,
    query: uploadQuery,
    thing: async ({ query }: { query: z.infer<typeof uploadQuery> }) =>
      whose(query).then(({ area, owner }) => ({ areaId: area.id, ownerId: owner?.id ?? null })),
  };
  const one = {
    ...about,
    params: screenParams,
    thing: async ({ params }: { params: { id: string } }) =>
      screens.byId(params.id).then(({ areaId, ownerId }) => ({ areaId, ownerId })),
  };

  async function startPage(
    req: Request,
    res: Response,
    { area, owner }: Whose,
    status: number,
    form: FormState,
  ): Promise<void> {
    const owners = (await areas.owners()).filter(({ areaId }) => areaId === area.id);
    const open = await screens.open(owner ? { ownerId: owner.id } : { areaId: area.id });
    const desk = access.may(req.who, 'desk.open', { areaId: area.id });
    await sendPage(req, res, {
      status,
      title: status === 200 ? 'Import a list' : 'Error: Import a list',
      description: 'Bring in a list of land and buildings.',
      body: importStartView({ area, owner, owners, open, form, desk }),
      robots: 'noindex',
    });
  }

  async function screenPage(
    req: Request,
    res: Response,
    screen: ImportScreen,
    status = 200,
    form = emptyForm,
  ): Promise<void> {
    const area = (await areas.all()).find(({ id }) => id === screen.areaId);
    const desk = access.may(req.who, 'desk.open', { areaId: screen.areaId });
    const body = importScreenView({
      screen,
      area: area ? { slug: area.slug, name: area.name } : null,
      targets: targetsNow(screen),
      progress: await screens.progress(screen),
      form,
      desk,
    });
    await sendPage(req, res, {
      status,
      title: status === 200 ? `Import ${screen.fileName}` : `Error: Import ${screen.fileName}`,
      description: 'An import under way.',
      body,
      robots: 'noindex',
    });
  }
  const back = (id: string): string => `/desk/import/${id}`;

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

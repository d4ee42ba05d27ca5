import type { Request, Response } from 'express';
import { z } from 'zod';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { importScreenView } from '../../../client/register/imports/import-screen-view.ts';
import { importStartView } from '../../../client/register/imports/import-start-view.ts';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound, type Problem } from '../../kernel/problem.ts';
import { uploadQuery, type ImportScreen } from './import-screen-contract.ts';
import { targetsNow } from './import-screen-rules.ts';
import type { ImportScreens } from './import-screen-service.ts';

/** What the pages of an import need. */
export type ImportScreenDeps = {
  screens: ImportScreens;
  access: Access;
  sendPage: SendPage;
  areas: { all(): Promise<Area[]>; owners(): Promise<Owner[]> };
};
type Whose = { area: Area; owner: Owner | null };

const screenParams = z.object({ id: z.string().max(36) });
/** What was sent, with what is wrong with it; a mistake that names no field stands at one of ours. */
export const formOf = (values: Record<string, unknown>, problem: Problem, field: string): FormState => ({
  values,
  mistakes: problem.mistakes.length > 0 ? problem.mistakes : [{ field, message: problem.message }],
});

/** What every step of an import on screen shares: whose list it is, the first page, and the page of an import under way. */
export function importScreenPage({ screens, access, sendPage, areas }: ImportScreenDeps) {
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

  return { whose, start, one, startPage, screenPage, back };
}

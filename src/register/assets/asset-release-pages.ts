import type { Request, Response } from 'express';
import { assetReleaseView } from '../../../client/register/assets/asset-release-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { hideSchema, releaseSchema } from './asset-edit-contract.ts';
import { assetParams, assetThing, editorIn, type EditPagesDeps } from './asset-edit-page.ts';
import type { AssetReleasing } from './asset-release-service.ts';
import { DONE } from '../../kernel/form-page.ts';

type Deps = EditPagesDeps & { releasing: AssetReleasing };

/** Releasing an empty building to the public, with a look at what the public will see. */
export function assetReleasePages(deps: Deps): Endpoint[] {
  const { editing, releasing, access, sendPage } = deps;
  const about = { act: 'asset.release', tag: 'desk', params: assetParams, thing: assetThing(deps) };

  async function page(req: Request, res: Response, id: string, status: number, form: FormState): Promise<void> {
    const preview = await releasing.preview(id);
    const title = `What the public sees of ${preview.asset.name}`;
    await sendPage(req, res, {
      status,
      title: status === 200 ? title : `Error: ${title}`,
      description: 'Release or hide a place.',
      body: assetReleaseView({ ...preview, form }),
      robots: 'noindex',
    });
  }
  const again = ({
    req,
    res,
    params,
    values,
    problem,
  }: {
    req: Request;
    res: Response;
    params: { id: string };
    values: Record<string, unknown>;
    problem: { status: number; message: string; mistakes: FormState['mistakes'] };
  }) =>
    page(req, res, params.id, problem.status, {
      values,
      mistakes: problem.mistakes.length > 0 ? problem.mistakes : [{ field: '', message: problem.message }],
    });

  return [
    endpoint({
      ...about,
      method: 'get',
      path: '/desk/assets/:id/release',
      summary: 'What the public sees now, and would see',
      reply: { type: 'text/html', description: 'A page' },
      run: ({ req, res, params }) => page(req, res, params.id, 200, emptyForm),
    }),
    endpoint({
      ...about,
      method: 'post',
      path: '/desk/assets/:id/release',
      summary: 'Releases an empty building until a day',
      reply: DONE,
      body: releaseSchema,
      async run({ req, res, params, body }) {
        await releasing.release(params.id, body, editorIn(req, access, await editing.thing(params.id)));
        seeOther(req, res, `/desk/assets/${params.id}?done=released`);
      },
      again,
    }),
    endpoint({
      ...about,
      method: 'post',
      path: '/desk/assets/:id/hide',
      summary: 'Hides a released building again',
      reply: DONE,
      body: hideSchema,
      async run({ req, res, params, body }) {
        await releasing.hide(params.id, body, editorIn(req, access, await editing.thing(params.id)));
        seeOther(req, res, `/desk/assets/${params.id}?done=hidden`);
      },
      again,
    }),
  ];
}

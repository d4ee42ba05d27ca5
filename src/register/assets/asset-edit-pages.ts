import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { editSchema } from './asset-edit-contract.ts';
import { textsIn } from './asset-edit-form.ts';
import { assetParams, assetThing, editorIn, editPage, type EditPagesDeps } from './asset-edit-page.ts';
import { EditConflict } from './asset-edit-service.ts';
import { PAGE } from '../../kernel/form-page.ts';

/** Editing an asset by form. Whoever may read but not edit sees the same page, with nothing to press. */
export function assetEditPages(deps: EditPagesDeps): Endpoint[] {
  const { editing, access } = deps;
  const about = { tag: 'desk', params: assetParams, thing: assetThing(deps) };
  const page = editPage(deps);

  return [
    endpoint({
      ...about,
      act: 'asset.read',
      method: 'get',
      path: '/desk/assets/:id',
      summary: 'The true record of an asset, to edit',
      reply: PAGE,
      run: ({ req, res, params }) => page(req, res, params.id, { status: 200 }),
    }),
    endpoint({
      ...about,
      act: 'asset.edit',
      method: 'post',
      path: '/desk/assets/:id',
      summary: 'Changes an asset: only what differs from `seen`',
      reply: { type: 'application/json', description: 'The fields that changed' },
      body: editSchema,
      async run({ req, res, params, body }) {
        const changed = await editing.save(params.id, body, editorIn(req, access, await editing.thing(params.id)));
        seeOther(req, res, `/desk/assets/${params.id}?done=saved`, { changed });
      },
      async again({ req, res, params, values, problem }) {
        if (problem instanceof EditConflict)
          return page(req, res, params.id, { status: 409, values: problem.merged, conflict: problem });
        const typed = textsIn(values);
        const mistakes = problem.mistakes.length > 0 ? problem.mistakes : [{ field: '', message: problem.message }];
        // What the form was made from stays the same: the mistake is put right against what the person saw.
        await page(req, res, params.id, {
          status: problem.status,
          values: typed,
          mistakes,
          ...(typed['seen'] ? { seen: typed['seen'] } : {}),
        });
      },
    }),
  ];
}

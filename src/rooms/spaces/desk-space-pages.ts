import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { deskSpacesView } from '../../../client/rooms/spaces/desk-spaces-views.ts';
import { editSpaceView, newSpaceView, type SpaceFormData } from '../../../client/rooms/spaces/space-form-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import {
  conflictIn,
  deskPlaces,
  doneQuery,
  formAgain,
  placeParams,
  SENT,
  spaceParams,
  type DeskSpaceDeps,
} from './desk-space-page.ts';
import type { PublicSpace } from './public-space-contract.ts';
import { addingSchema, editingSchema } from './space-edit-contract.ts';

type Again = Partial<Pick<SpaceFormData, 'conflict' | 'preview' | 'done'>> & {
  status: number;
  form?: FormState;
  seen?: string;
};

/** The spaces of a place, for those who keep them: the list, adding one, and what is said of one. */
export function deskSpacePages(deps: DeskSpaceDeps): Endpoint[] {
  const { spaces, pages, access, sendPage } = deps;
  const placeOf = deskPlaces(deps);
  const inPlace = {
    act: 'space.edit',
    tag: 'spaces',
    params: placeParams,
    thing: ({ params }: { params: { asset: string } }) => spaces.placeThing(params.asset),
  } as const;
  const ofSpace = {
    act: 'space.edit',
    tag: 'spaces',
    params: spaceParams,
    thing: ({ params }: { params: { space: string } }) => spaces.thing(params.space),
  } as const;

  async function newPage(
    req: Request,
    res: Response,
    assetId: string,
    status: number,
    form: FormState,
    preview: PublicSpace | null = null,
  ): Promise<void> {
    const place = await placeOf(req, assetId);
    await sendPage(req, res, {
      status,
      title: SENT.title('Add a room or space', status),
      description: 'Add a space.',
      body: newSpaceView({ place, form, preview }),
      robots: 'noindex',
    });
  }

  async function editPage(
    req: Request,
    res: Response,
    id: string,
    { status, form, seen, conflict = null, preview = null, done = null }: Again,
  ): Promise<void> {
    const space = await spaces.live(id);
    const fresh = spaces.form(space);
    const data = {
      place: await placeOf(req, space.assetId),
      space,
      form: form ?? { values: fresh.values, mistakes: [] },
      seen: seen ?? JSON.stringify(fresh.seen),
      conflict,
      preview,
      done,
      history: await spaces.history(id),
    };
    await sendPage(req, res, {
      status,
      title: SENT.title(`Edit ${space.name}`, status),
      description: 'What a space is.',
      body: editSpaceView(data),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...inPlace,
      method: 'get',
      path: '/desk/assets/:asset/spaces',
      summary: 'The spaces of a place, to keep',
      reply: PAGE,
      query: doneQuery,
      async run({ req, res, params, query }) {
        const place = await placeOf(req, params.asset);
        const done = query.done === 'retired' ? 'It is no longer let.' : null;
        await sendPage(req, res, {
          title: `Rooms and spaces in ${place.name}`,
          description: 'The spaces of a place.',
          body: deskSpacesView({ place, spaces: await spaces.listed(params.asset), done }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...inPlace,
      method: 'get',
      path: '/desk/assets/:asset/spaces/new',
      summary: 'The form to add a space with',
      reply: PAGE,
      run: ({ req, res, params }) =>
        newPage(req, res, params.asset, 200, {
          values: { ...spaces.blankForm(), submission: randomUUID() },
          mistakes: [],
        }),
    }),
    endpoint({
      ...inPlace,
      method: 'post',
      path: '/desk/assets/:asset/spaces',
      summary: 'Adds a space',
      reply: DONE,
      body: addingSchema,
      async run({ req, res, params, body }) {
        if (body.then === 'preview')
          return newPage(
            req,
            res,
            params.asset,
            200,
            { values: body, mistakes: [] },
            await pages.asOthersSee({ id: null, assetId: params.asset }, spaces.reads(body)),
          );
        const { id } = await spaces.add(access.signedIn(req), params.asset, body);
        seeOther(req, res, `/desk/spaces/${id}/hours?done=added`, { id });
      },
      again: ({ req, res, params, values, problem }) =>
        newPage(req, res, params.asset, problem.status, formAgain(values, problem)),
    }),
    endpoint({
      ...ofSpace,
      method: 'get',
      path: '/desk/spaces/:space',
      summary: 'What is said of a space, to edit',
      reply: PAGE,
      query: doneQuery,
      run: ({ req, res, params, query }) =>
        editPage(req, res, params.space, { status: 200, done: query.done === 'saved' ? 'Saved.' : null }),
    }),
    endpoint({
      ...ofSpace,
      method: 'post',
      path: '/desk/spaces/:space',
      summary: 'Changes what is said of a space: only what differs from `seen`',
      reply: DONE,
      body: editingSchema,
      async run({ req, res, params, body }) {
        if (body.then === 'preview') {
          const space = await spaces.live(params.space);
          return editPage(req, res, params.space, {
            status: 200,
            form: { values: body, mistakes: [] },
            seen: body.seen,
            preview: await pages.asOthersSee({ id: space.id, assetId: space.assetId }, spaces.reads(body, space)),
          });
        }
        const changed = await spaces.change(access.signedIn(req), params.space, body);
        seeOther(req, res, `/desk/spaces/${params.space}?done=saved`, { changed });
      },
      again: ({ req, res, params, values, problem }) =>
        editPage(req, res, params.space, {
          status: problem.status,
          form: formAgain(values, problem),
          conflict: conflictIn(problem),
          ...(typeof values['seen'] === 'string' && !conflictIn(problem) ? { seen: values['seen'] } : {}),
        }),
    }),
  ];
}

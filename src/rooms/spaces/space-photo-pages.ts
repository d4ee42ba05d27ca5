import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { spacePhotosView } from '../../../client/rooms/spaces/space-photos-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { MOST_PHOTO_BYTES, movePhotoSchema, photoTextSchema } from '../../register/assets/photo-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import { PHOTO_CACHE, sendPhoto } from '../../kernel/photo-reply.ts';
import { notFound } from '../../kernel/problem.ts';
import { uploadIn } from '../../kernel/upload.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import { deskPlaces, doneQuery, formAgain, SENT, spaceParams, type DeskSpaceDeps } from './desk-space-page.ts';
import { newPhotoSchema } from './space-photo-contract.ts';

const photoParams = spaceParams.extend({ photoId: z.string() });
const DONE_WORDS: Record<string, string> = {
  added: 'The photo is there.',
  words: 'Saved.',
  moved: 'The order has changed.',
  removed: 'The photo is gone.',
};

/** The photos of a space: adding, describing, ordering, taking away; and seeing those of a space that the public does not see. */
export function spacePhotoPages({ files, ...deps }: DeskSpaceDeps & { files: PhotoFiles }): Endpoint[] {
  const { spaces, access, sendPage } = deps;
  const placeOf = deskPlaces(deps);
  const ofSpace = {
    act: 'space.edit',
    tag: 'spaces',
    thing: ({ params }: { params: { space: string } }) => spaces.thing(params.space),
  } as const;
  const onOne = { ...ofSpace, method: 'post', params: photoParams, reply: DONE } as const;
  const back = (id: string, done: string): string => `/desk/spaces/${id}/photos?done=${done}`;

  async function page(
    req: Request,
    res: Response,
    id: string,
    status: number,
    form: FormState,
    done: string | null = null,
  ): Promise<void> {
    const space = await spaces.live(id);
    const sent = form.values['submission'];
    const body = spacePhotosView({
      place: await placeOf(req, space.assetId),
      space,
      photos: await spaces.photos.of(id),
      form,
      submission: typeof sent === 'string' ? sent : randomUUID(),
      done,
      history: await spaces.history(id),
    });
    await sendPage(req, res, {
      status,
      title: SENT.title(`Photos of ${space.name}`, status),
      description: 'Photos of a space.',
      body,
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...ofSpace,
      method: 'get',
      path: '/desk/spaces/:space/photos',
      summary: 'The photos of a space, to change',
      params: spaceParams,
      reply: PAGE,
      query: doneQuery,
      run: ({ req, res, params, query }) =>
        page(req, res, params.space, 200, { values: {}, mistakes: [] }, DONE_WORDS[query.done ?? ''] ?? null),
    }),
    endpoint({
      ...ofSpace,
      method: 'get',
      path: '/desk/spaces/:space/photos/:photoId/:width.webp',
      summary: 'A photo of a space, also of one that is hidden',
      params: photoParams.extend({ width: z.string() }),
      reply: { type: 'image/webp', description: 'The photo' },
      async run({ res, params }) {
        if (!(await spaces.photos.of(params.space)).some(({ id }) => id === params.photoId)) throw notFound('picture');
        await sendPhoto(res, files, { id: params.photoId, width: params.width }, PHOTO_CACHE.thisPerson);
      },
    }),
    endpoint({
      ...ofSpace,
      method: 'post',
      path: '/desk/spaces/:space/photos',
      summary: 'Adds a photo to a space',
      params: spaceParams,
      reply: DONE,
      body: newPhotoSchema,
      upload: { field: 'photo', mostBytes: MOST_PHOTO_BYTES },
      async run({ req, res, params, body }) {
        await spaces.photos.add(access.signedIn(req), params.space, uploadIn(req), body);
        seeOther(req, res, back(params.space, 'added'));
      },
      async again({ req, res, params, values, problem }) {
        const { mistakes, ...form } = formAgain(values, problem);
        await page(req, res, params.space, problem.status, {
          ...form,
          mistakes: mistakes.map((one) => (one.field === '' ? { ...one, field: 'photo' } : one)),
        });
      },
    }),
    endpoint({
      ...onOne,
      path: '/desk/spaces/:space/photos/:photoId/words',
      summary: 'Changes what is said about a photo of a space',
      body: photoTextSchema,
      async run({ req, res, params, body }) {
        await spaces.photos.describe(access.signedIn(req), params.space, params.photoId, body);
        seeOther(req, res, back(params.space, 'words'));
      },
      again: ({ req, res, params, values, problem }) =>
        page(req, res, params.space, problem.status, { ...formAgain(values, problem), within: params.photoId }),
    }),
    endpoint({
      ...onOne,
      path: '/desk/spaces/:space/photos/:photoId/move',
      summary: 'Moves a photo of a space earlier or later',
      body: movePhotoSchema,
      async run({ req, res, params, body }) {
        await spaces.photos.move(access.signedIn(req), params.space, params.photoId, body.direction);
        seeOther(req, res, back(params.space, 'moved'));
      },
    }),
    endpoint({
      ...onOne,
      path: '/desk/spaces/:space/photos/:photoId/remove',
      summary: 'Takes a photo of a space away',
      async run({ req, res, params }) {
        await spaces.photos.remove(access.signedIn(req), params.space, params.photoId);
        seeOther(req, res, back(params.space, 'removed'));
      },
    }),
  ];
}

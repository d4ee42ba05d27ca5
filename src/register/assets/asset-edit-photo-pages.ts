import { z } from 'zod';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import { PHOTO_CACHE, sendPhoto } from '../../kernel/photo-reply.ts';
import { notFound } from '../../kernel/problem.ts';
import { uploadIn } from '../../kernel/upload.ts';
import { assetParams, assetThing, editorIn, editPage, type EditPagesDeps } from './asset-edit-page.ts';
import type { AssetPhotos } from './asset-edit-photo-service.ts';
import { MOST_PHOTO_BYTES, movePhotoSchema, photoTextSchema } from './photo-contract.ts';
import { DONE } from '../../kernel/form-page.ts';

type Deps = EditPagesDeps & { photos: AssetPhotos; files: PhotoFiles };

const photoParams = assetParams.extend({ photoId: z.string() });

/** The photos of an asset: adding, describing, ordering, taking away; and seeing those of a hidden place. */
export function assetPhotoPages(deps: Deps): Endpoint[] {
  const { editing, access, photos, files } = deps;
  const thing = assetThing(deps);
  const page = editPage(deps);
  const one = { act: 'asset.edit', tag: 'desk', method: 'post', params: photoParams, thing, reply: DONE } as const;
  const back = (id: string): string => `/desk/assets/${id}?done=photo#photos`;

  return [
    endpoint({
      act: 'asset.read',
      tag: 'desk',
      method: 'get',
      path: '/desk/assets/:id/photos/:photoId/:width.webp',
      summary: 'A photo, also of a hidden place',
      params: photoParams.extend({ width: z.string() }),
      thing,
      reply: { type: 'image/webp', description: 'The photo' },
      async run({ res, params }) {
        const { photos: present } = await editing.record(params.id);
        if (!present.some(({ id }) => id === params.photoId)) throw notFound('picture');
        await sendPhoto(res, files, { id: params.photoId, width: params.width }, PHOTO_CACHE.thisPerson);
      },
    }),
    endpoint({
      act: 'asset.edit',
      tag: 'desk',
      method: 'post',
      path: '/desk/assets/:id/photos',
      summary: 'Adds a photo',
      reply: DONE,
      params: assetParams,
      thing,
      body: photoTextSchema,
      upload: { field: 'photo', mostBytes: MOST_PHOTO_BYTES },
      async run({ req, res, params, body }) {
        await photos.add(params.id, uploadIn(req), body, editorIn(req, access, await editing.thing(params.id)));
        seeOther(req, res, back(params.id));
      },
      async again({ req, res, params, values, problem }) {
        const mistakes =
          problem.mistakes.length > 0 ? problem.mistakes : [{ field: 'photo', message: problem.message }];
        await page(req, res, params.id, { status: problem.status, photo: { values, mistakes } });
      },
    }),
    endpoint({
      ...one,
      path: '/desk/assets/:id/photos/:photoId/words',
      summary: 'Changes what is said about a photo',
      body: photoTextSchema,
      async run({ req, res, params, body }) {
        await photos.describe(params.id, params.photoId, body, editorIn(req, access, await editing.thing(params.id)));
        seeOther(req, res, back(params.id));
      },
    }),
    endpoint({
      ...one,
      path: '/desk/assets/:id/photos/:photoId/move',
      summary: 'Moves a photo earlier or later',
      body: movePhotoSchema,
      async run({ req, res, params, body }) {
        await photos.move(
          params.id,
          params.photoId,
          body.direction,
          editorIn(req, access, await editing.thing(params.id)),
        );
        seeOther(req, res, back(params.id));
      },
    }),
    endpoint({
      ...one,
      path: '/desk/assets/:id/photos/:photoId/remove',
      summary: 'Takes a photo away',
      async run({ req, res, params }) {
        await photos.remove(params.id, params.photoId, editorIn(req, access, await editing.thing(params.id)));
        seeOther(req, res, back(params.id));
      },
    }),
  ];
}

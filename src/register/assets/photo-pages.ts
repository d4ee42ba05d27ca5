import { Router } from 'express';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import { PHOTO_CACHE, sendPhoto } from '../../kernel/photo-reply.ts';
import { notFound } from '../../kernel/problem.ts';
import { idIn } from './asset-api.ts';

type Deps = { photos: PhotoFiles; mayShow(photoId: string): Promise<boolean> };

/** Photos of places and of rooms in them. One that nobody may see is not there. */
export function photoPages({ photos, mayShow }: Deps): Router {
  return Router().get('/photos/:id/:width.webp', async (req, res) => {
    const id = idIn(req.params.id);
    if (!(await mayShow(id))) throw notFound('picture');
    await sendPhoto(res, photos, { id, width: req.params.width }, PHOTO_CACHE.everybody);
  });
}

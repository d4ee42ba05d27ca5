import { resolve } from 'node:path';
import { Router } from 'express';
import { notFound } from '../kernel/problem.ts';
import { PHOTO_WIDTHS, type PhotoFiles } from '../kernel/photo-files.ts';
import { idIn } from './asset-api.ts';

type Deps = { photos: PhotoFiles; mayShow(photoId: string): Promise<boolean> };

/** Photos of assets. A photo that the public copy of its asset does not name is not there. */
export function photoPages({ photos, mayShow }: Deps): Router {
  return Router().get('/photos/:id/:width.webp', async (req, res) => {
    const width = PHOTO_WIDTHS.find((one) => String(one) === req.params.width);
    const id = idIn(req.params.id);
    if (!width || !(await mayShow(id))) throw notFound('picture');
    res.set('Cache-Control', 'public, max-age=60').sendFile(resolve(photos.pathOf(id, width)), { dotfiles: 'allow' }, (error) => {
      if (error && !res.headersSent) res.status(404).end();
    });
  });
}

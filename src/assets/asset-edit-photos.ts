import { readFile, unlink } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { NewId } from '../kernel/ids.ts';
import { PHOTO_WIDTHS, type PhotoFiles } from '../kernel/photo-files.ts';
import { conflict, invalid, notFound } from '../kernel/problem.ts';
import type { Upload } from '../kernel/upload.ts';
import type { PublicPhoto } from './asset-contract.ts';
import { MOST_PHOTOS, PHOTO_TYPES } from './asset-edit-contract.ts';
import type { AssetEditing, Editor } from './asset-edit-service.ts';
import { EDIT_SENTENCES } from './asset-edit-words.ts';
import type { RegisterWriting } from './asset-register.ts';
import { photosOn, type PhotoStore } from './photo-store.ts';

type Deps = { editing: AssetEditing; photos: PhotoFiles; newId: NewId };
type Text = { alt: string; credit: string };
type Work = (photos: PublicPhoto[], store: PhotoStore) => Promise<{ kind: string; text: string | null; before: unknown; after: unknown }>;

const WRONG_TYPE = 'Choose a photo as JPEG, PNG, WebP or AVIF. Other files, drawings (SVG) among them, are not taken.';

/** The photos of an asset. Every picture is made anew from its pixels, so neither the place nor the camera of the sender is kept. */
export function assetPhotos({ editing, photos: files, newId }: Deps) {
  return {
    /** @throws Problem 400 for what is no photo */
    async add(id: string, upload: Upload | undefined, { alt, credit }: Text, editor: Editor): Promise<void> {
      const image = await imageIn(upload);
      const photoId = newId();
      const size = await files.keep(photoId, image).catch(() => {
        throw invalid([{ field: 'photo', message: 'We could not read this picture. Save it again as JPEG and try once more.' }]);
      });
      try {
        await changing(id, editor, async (present, store) => {
          if (present.length >= MOST_PHOTOS) throw conflict(`There are ${MOST_PHOTOS} photos already. Remove one first.`);
          await store.add([{ id: photoId, assetId: id, position: present.length, alt, credit: credit || null, ...size }]);
          return { kind: 'photo_added', text: EDIT_SENTENCES.photoAdded, before: null, after: { id: photoId, alt, credit } };
        });
      } catch (error) {
        await removeFiles(photoId);
        throw error;
      }
    },

    async describe(id: string, photoId: string, { alt, credit }: Text, editor: Editor): Promise<void> {
      await changing(id, editor, async (present, store) => {
        const photo = among(present, photoId);
        await store.changeText(photoId, alt, credit || null);
        return { kind: 'photo_described', text: null, before: photo, after: { alt, credit } };
      });
    },

    async move(id: string, photoId: string, direction: 'earlier' | 'later', editor: Editor): Promise<void> {
      await changing(id, editor, async (present, store) => {
        const ids = present.map((photo) => photo.id);
        const from = ids.indexOf(among(present, photoId).id);
        const to = Math.max(0, Math.min(ids.length - 1, from + (direction === 'earlier' ? -1 : 1)));
        const order = ids.toSpliced(from, 1).toSpliced(to, 0, photoId);
        await store.order(order);
        return { kind: 'photos_ordered', text: null, before: ids, after: order };
      });
    },

    async remove(id: string, photoId: string, editor: Editor): Promise<void> {
      await changing(id, editor, async (present, store) => {
        const photo = among(present, photoId);
        await store.remove(photoId);
        await store.order(present.filter((one) => one.id !== photoId).map((one) => one.id));
        return { kind: 'photo_removed', text: EDIT_SENTENCES.photoRemoved, before: photo, after: null };
      });
      await removeFiles(photoId);
    },
  };

  async function changing(id: string, { who }: Editor, work: Work): Promise<void> {
    const place = await editing.found(id);
    await editing.changing(place, who.personId, async (writing: RegisterWriting, unit) => {
      const asset = await writing.held(id);
      if (!asset) throw notFound('place');
      const store = photosOn(unit.trx);
      const { kind, text, before, after } = await work((await store.ofAssets([id])).get(id) ?? [], store);
      await writing.publishAgain(asset);
      unit.record({ kind, areaId: place.area.id, subjectKind: 'asset', subjectId: id, actor: who.personId, before, after, publicText: text });
    });
  }

  async function removeFiles(photoId: string): Promise<void> {
    for (const width of PHOTO_WIDTHS) await unlink(files.pathOf(photoId, width)).catch(() => undefined);
  }
}
export type AssetPhotos = ReturnType<typeof assetPhotos>;

/** The bytes of a photo; what it is, its first bytes tell and not its name. */
async function imageIn(upload: Upload | undefined): Promise<Buffer> {
  if (!upload) throw invalid([{ field: 'photo', message: 'Choose a photo.' }]);
  const type = await fileTypeFromFile(upload.path);
  if (!(PHOTO_TYPES as readonly string[]).includes(type?.mime ?? '')) throw invalid([{ field: 'photo', message: WRONG_TYPE }]);
  return readFile(upload.path);
}

function among(photos: PublicPhoto[], photoId: string): PublicPhoto {
  const photo = photos.find(({ id }) => id === photoId);
  if (!photo) throw notFound('photo');
  return photo;
}

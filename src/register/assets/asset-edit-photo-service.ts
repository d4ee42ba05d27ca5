import type { NewId } from '../../kernel/ids.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import { keepPhoto } from '../../kernel/photo-upload.ts';
import type { FactKind } from '../../kernel/fact.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { AssetEditing, Editor } from './asset-edit-service.ts';
import { EDIT_SENTENCES } from './asset-edit-words.ts';
import type { RegisterWriting } from './asset-register-service.ts';
import { MOST_PHOTOS, movedPhoto, type PhotoMove, type PhotoText } from './photo-contract.ts';
import { photosOn, type PhotoStore } from './photo-store.ts';
import type { PublicPhoto } from './public-asset-contract.ts';

type Deps = { editing: AssetEditing; photos: PhotoFiles; newId: NewId };
type Work = (
  photos: PublicPhoto[],
  store: PhotoStore,
) => Promise<{ kind: FactKind; text: string | null; before: unknown; after: unknown }>;

/** The photos of an asset. Every picture is made anew from its pixels, so neither the place nor the camera of the sender is kept. */
export function assetPhotos({ editing, photos: files, newId }: Deps) {
  return {
    /** @throws Problem 400 for what is no photo */
    async add(id: string, upload: Upload | undefined, { alt, credit }: PhotoText, editor: Editor): Promise<void> {
      const photoId = newId();
      const size = await keepPhoto(files, photoId, upload);
      try {
        await changing(id, editor, async (present, store) => {
          if (present.length >= MOST_PHOTOS)
            throw conflict(`There are ${MOST_PHOTOS} photos already. Remove one first.`);
          await store.add([
            { id: photoId, assetId: id, position: present.length, alt, credit: credit || null, ...size },
          ]);
          return {
            kind: 'photo_added',
            text: EDIT_SENTENCES.photoAdded,
            before: null,
            after: { id: photoId, alt, credit },
          };
        });
      } catch (error) {
        await files.remove(photoId);
        throw error;
      }
    },

    async describe(id: string, photoId: string, { alt, credit }: PhotoText, editor: Editor): Promise<void> {
      await changing(id, editor, async (present, store) => {
        const photo = among(present, photoId);
        await store.changeText(photoId, alt, credit || null);
        return { kind: 'photo_described', text: null, before: photo, after: { alt, credit } };
      });
    },

    async move(id: string, photoId: string, direction: PhotoMove, editor: Editor): Promise<void> {
      await changing(id, editor, async (present, store) => {
        const ids = present.map((photo) => photo.id);
        const order = movedPhoto(ids, among(present, photoId).id, direction);
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
      await files.remove(photoId);
    },
  };

  async function changing(id: string, { who }: Editor, work: Work): Promise<void> {
    const place = await editing.found(id);
    await editing.changing(place, who.personId, async (writing: RegisterWriting, unit) => {
      const asset = await writing.lock(id);
      if (!asset) throw notFound('place');
      const store = photosOn(unit.trx);
      const { kind, text, before, after } = await work((await store.ofAssets([id])).get(id) ?? [], store);
      await writing.publishAgain(asset);
      unit.record({
        kind,
        areaId: place.area.id,
        subjectKind: 'asset',
        subjectId: id,
        actor: who.personId,
        before,
        after,
        publicText: text,
      });
    });
  }
}
export type AssetPhotos = ReturnType<typeof assetPhotos>;

function among(photos: PublicPhoto[], photoId: string): PublicPhoto {
  const photo = photos.find(({ id }) => id === photoId);
  if (!photo) throw notFound('photo');
  return photo;
}

import type { FactKind } from '../../kernel/fact.ts';
import { MOST_PHOTOS, movedPhoto, type PhotoMove, type PhotoText } from '../../register/assets/photo-contract.ts';
import { keepPhoto } from '../../kernel/photo-upload.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { SpaceDeps } from './space-deps.ts';
import type { NewPhotoText } from './space-photo-contract.ts';
import { spacePhotosOn, type SpacePhotoStore } from './space-photo-store.ts';
import type { SpaceService } from './space-service.ts';
import { PHOTO_SENTENCES } from './space-words.ts';
import type { PublicPhoto } from '../../register/assets/public-asset-contract.ts';

type Deps = Pick<SpaceDeps, 'db' | 'newId' | 'photos'> & Pick<SpaceService, 'changing'>;
type Told = { kind: FactKind; says: string; before?: unknown; after?: unknown };
type Work = (present: readonly PublicPhoto[], store: SpacePhotoStore) => Promise<Told | null>;

/** The photos of a room or space: added, described, ordered and taken away one by one. */
export function spacePhotoService({ db, newId, photos: files, changing }: Deps) {
  return {
    of: (spaceId: string): Promise<PublicPhoto[]> => spacePhotosOn(db).ofSpace(spaceId),

    /** Every picture is made anew from its pixels, so that neither place nor camera is kept. @throws Problem 400 for what is no photo */
    async add(
      who: Who,
      spaceId: string,
      upload: Upload | undefined,
      { alt, credit, submission = newId() }: NewPhotoText,
    ): Promise<void> {
      const id = newId();
      const size = await keepPhoto(files, id, upload);
      const added = await photosChange(who, spaceId, async (present, store) => {
        if (await store.isSent(spaceId, submission)) return null;
        if (present.length >= MOST_PHOTOS) throw conflict(`There are ${MOST_PHOTOS} photos already. Remove one first.`);
        await store.add({ id, spaceId, position: present.length, alt, credit: credit || null, submission, ...size });
        return { kind: 'photo_added', says: PHOTO_SENTENCES.added, after: { id, alt, credit } };
      }).catch(async (error: unknown) => {
        await files.remove(id);
        throw error;
      });
      if (!added) await files.remove(id);
    },

    async describe(who: Who, spaceId: string, photoId: string, { alt, credit }: PhotoText): Promise<void> {
      await photosChange(who, spaceId, async (present, store) => {
        const photo = among(present, photoId);
        if (photo.alt === alt && photo.credit === (credit || null)) return null;
        await store.changeText(photoId, alt, credit || null);
        return { kind: 'photo_described', says: PHOTO_SENTENCES.described, before: photo, after: { alt, credit } };
      });
    },

    async move(who: Who, spaceId: string, photoId: string, direction: PhotoMove): Promise<void> {
      await photosChange(who, spaceId, async (present, store) => {
        const ids = present.map(({ id }) => id);
        const order = movedPhoto(ids, among(present, photoId).id, direction);
        await store.order(order);
        return { kind: 'photos_ordered', says: PHOTO_SENTENCES.ordered, before: ids, after: order };
      });
    },

    async remove(who: Who, spaceId: string, photoId: string): Promise<void> {
      await photosChange(who, spaceId, async (present, store) => {
        const photo = among(present, photoId);
        await store.remove([photoId]);
        await store.order(present.filter(({ id }) => id !== photoId).map(({ id }) => id));
        return { kind: 'photo_removed', says: PHOTO_SENTENCES.removed, before: photo };
      });
      await files.remove(photoId);
    },
  };

  /** One change to the photos of one space, on its record. @returns whether anything changed */
  function photosChange(who: Who, spaceId: string, work: Work): Promise<boolean> {
    return changing(spaceId, async (unit, _space, { areaId }) => {
      const store = spacePhotosOn(unit.trx);
      const told = await work(await store.ofSpace(spaceId), store);
      if (!told) return false;
      const { says, ...fact } = told;
      unit.record({ ...fact, areaId, subjectKind: 'space', subjectId: spaceId, actor: who.personId, publicText: says });
      return true;
    });
  }
}

function among(photos: readonly PublicPhoto[], photoId: string): PublicPhoto {
  const photo = photos.find(({ id }) => id === photoId);
  if (!photo) throw notFound('photo');
  return photo;
}

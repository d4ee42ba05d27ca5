import { nothing } from 'lit';
import { spacesInside } from '../../../client/rooms/spaces/asset-part-view.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import type { Kept } from '../../ground/retention/retention-contract.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { photosOn } from '../../register/assets/photo-store.ts';
import type { Register } from '../../register/wing.ts';
import { spaceEndpoints } from './all-space-pages.ts';
import { spacePageService } from './space-page-service.ts';
import { spacePhotoRetention } from './space-photo-retention.ts';
import { placesOf } from './space-places-wiring.ts';
import { spacesOn } from './space-store.ts';
import { spaceServices } from './space-services.ts';

type Below = { ground: Ground; register: Register; groups: Groups };

const KEPT: Kept = {
  kind: 'photos',
  days: 180,
  what: 'Photos of rooms, once they are no longer let',
  why: 'Time to put a mistake right',
};

/** Rooms, halls, pitches and yards inside places: how owners keep them and what everybody sees of them. */
export function spacesFeature(kernel: Kernel, { ground, register, groups: { compact } }: Below) {
  const { config, db } = kernel;
  const { areas, access } = ground;
  const { assets, photos } = register;
  const { places, placeNames } = placesOf(db, { areas, register: register.register });
  const namesOf = (ids: readonly string[]) => peoplePorts.namesForOfficers(db, ids);
  const spaces = spacesOn(db);
  const spaceEditing = spaceServices({ ...kernel, photos, places, namesOf });
  const spaceShowing = spacePageService({
    ...kernel,
    areas,
    shown: assets.show,
    async answering(areaId, ownerId, day) {
      const { terms } = await compact.termsOn(areaId, day);
      const joined = await compact.inForce([ownerId], day);
      return { workingDays: terms.owner_answers_wd, byDefault: joined.has(ownerId), trialDates: terms.trial_dates };
    },
    mostDeposit: async (areaId, day) => (await compact.termsOn(areaId, day)).terms.most_deposit_pence,
  });
  const { forgetPhotos } = spacePhotoRetention({ ...kernel, photos, ofPlaces: (ids) => photosOn(db).known(ids) });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) =>
      spaceEndpoints({
        spaces: spaceEditing,
        pages: spaceShowing,
        access,
        sendPage,
        areas,
        placeNames,
        files: photos,
        baseUrl: config.baseUrl,
      }),
    onAssetPage: async ({ id, redacted }) => (redacted ? nothing : spacesInside(await spaces.inAsset(id))),
    photoIsPublic: (id) => spaceShowing.photoIsPublic(id),
    listedPages: { name: 'rooms', path: '/spaces', idsAfter: (id, limit) => spaces.publicAfter(id, limit) },
    forgets: [{ kept: KEPT, forget: forgetPhotos }],
  };
  return { spaces, spaceEditing, spaceShowing, contribution };
}

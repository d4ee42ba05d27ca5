import { waysToReach } from '../../ground/contacts/contact-words.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Contribution } from '../../kernel/wing.ts';
import { idIn } from '../../register/assets/asset-api.ts';
import type { AssetService } from '../../register/assets/asset-service.ts';
import { startPages } from './start-pages.ts';

type Below = { ground: Pick<Ground, 'contacts'>; assets: Pick<AssetService, 'show'> };

/** Which path fits me? */
export function startFeature({ ground: { contacts }, assets }: Below): { contribution: Contribution } {
  return {
    contribution: {
      endpoints: ({ sendPage }) =>
        startPages({
          sendPage,
          placeOf: (id) => assets.show(idIn(id)),
          async contactOf(place) {
            if (!place) return (await contacts.forEverybody()).contact;
            const { area } = await contacts.ofPlace(place.area.id, undefined);
            return waysToReach(area) === null ? null : area;
          },
        }),
    },
  };
}

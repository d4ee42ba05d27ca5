import { may, scopesFor } from '../../ground/people/role-rules.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { AssetService } from '../../register/assets/asset-service.ts';
import type { SpaceStore } from '../spaces/space-store.ts';
import { calendarKeeper } from './calendar-keeper.ts';
import { calendarPages } from './calendar-pages.ts';
import { calendarService } from './calendar-service.ts';

type Below = { ground: Ground; assets: AssetService; spaces: SpaceStore };

/** Dates for people's own calendars: the one table decides who may see what, each time a calendar is read. */
export function calendarsFeature(kernel: Kernel, { ground, assets, spaces }: Below) {
  const { people, today, access } = ground;
  const calendars = calendarService({
    ...kernel,
    baseUrl: kernel.config.baseUrl,
    mailFrom: kernel.config.mailFrom,
    // A calendar program brings no passkey; its address was made by somebody who was signed in.
    whoIs: (personId) => people.who(personId, '', true),
    mayRead: (who, kind, thing) => may(who, kind === 'group' ? 'group.see_dates' : 'space.see_dates', thing, today()),
    lookedAfter: (who) => ({
      spaceIds: scopesFor(who, 'space.see_dates', 'space', today()),
      assetIds: scopesFor(who, 'space.see_dates', 'asset', today()),
      ownerIds: scopesFor(who, 'space.see_dates', 'owner', today()),
      groupIds: scopesFor(who, 'group.see_dates', 'group', today()),
    }),
    isPublic,
  });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => calendarPages({ calendars, access, sendPage }),
    keeper: calendarKeeper,
  };
  return { calendars, contribution };

  /** Whether everybody may see a space: where its asset's place is hidden, or the asset gone, nobody hears of its rooms. */
  async function isPublic(spaceId: string): Promise<boolean> {
    const space = await spaces.byId(spaceId);
    const asset = space && (await assets.show(space.assetId).catch(() => undefined));
    return asset !== undefined && !asset.redacted;
  }
}

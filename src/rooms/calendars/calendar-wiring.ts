import { may, scopesFor } from '../../ground/people/role-rules.ts';
import type { Ground } from '../../ground/wing.ts';
import { dayIn, daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { AssetService } from '../../register/assets/asset-service.ts';
import type { BookingReads } from '../bookings/booking-deps.ts';
import { windowsOn } from '../spaces/opening-rules.ts';
import type { SpaceStore } from '../spaces/space-store.ts';
import type { RoomClosedOn } from './calendar-contract.ts';
import { calendarKeeper } from './calendar-keeper.ts';
import { calendarPages } from './calendar-pages.ts';
import { calendarService } from './calendar-service.ts';

type Below = {
  ground: Ground;
  assets: AssetService;
  spaces: SpaceStore;
  rooms: Pick<BookingReads, 'areas' | 'spaces'>;
};

const NEVER: DaysOff = new Set();

/** Dates for people's own calendars: the one table decides who may see what, each time a calendar is read. */
export function calendarsFeature(kernel: Kernel, { ground, assets, spaces, rooms }: Below) {
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
    closedOn,
    isPublic,
  });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => calendarPages({ calendars, access, sendPage }),
    keeper: calendarKeeper,
  };
  return { calendars, contribution };

  async function closedOn(spaceIds: readonly string[], from: Day): Promise<RoomClosedOn[]> {
    const { db, clock } = kernel;
    const places = new Map((await rooms.spaces.places(db, spaceIds)).map((place) => [place.spaceId, place]));
    const areaIds = [...new Set([...places.values()].map(({ areaId }) => areaId))];
    const areas = new Map(
      await Promise.all(
        areaIds.map(
          async (id) =>
            [id, { area: await rooms.areas.byId(db, id), daysOff: await rooms.areas.daysOff(db, id) }] as const,
        ),
      ),
    );
    return (await rooms.spaces.bookable(db, spaceIds)).flatMap((space): RoomClosedOn[] => {
      const place = places.get(space.id);
      const { area, daysOff = NEVER } = areas.get(place?.areaId ?? '') ?? {};
      if (!place || !area || !space.bookable) return [];
      const until = daysAfter(dayIn(area.timeZone, clock()), space.daysAhead);
      // Of a day on which it would not open in any case nobody needs to be told.
      const closedOn = [...(space.closedOnBankHolidays ? daysOff : NEVER)].filter(
        (day) => from <= day && day <= until && windowsOn(space, day, NEVER).length > 0,
      );
      return [
        {
          spaceId: space.id,
          space: place.spaceName,
          assetId: place.assetId,
          building: place.assetName,
          zone: area.timeZone,
          closedOn,
        },
      ];
    });
  }

  /** Whether everybody may see a space: where its asset's place is hidden, or the asset gone, nobody hears of its rooms. */
  async function isPublic(spaceId: string): Promise<boolean> {
    const space = await spaces.byId(spaceId);
    const asset = space && (await assets.show(space.assetId).catch(() => undefined));
    return asset !== undefined && !asset.redacted;
  }
}

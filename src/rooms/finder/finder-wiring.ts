import type { FinderBackdrop } from '../../../client/rooms/finder/finder-view.ts';
import { needsCard } from '../../../client/rooms/finder/desk-needs-view.ts';
import { myNeedsPart } from '../../../client/rooms/finder/my-needs-view.ts';
import { unmetPart } from '../../../client/rooms/finder/unmet-view.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Db } from '../../kernel/database.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { mapOf } from '../../register/assets/asset-map-page.ts';
import type { BookingReads } from '../bookings/booking-deps.ts';
import { isInTerm, ruleOf } from '../spaces/opening-rules.ts';
import { quote } from '../spaces/price-rules.ts';
import { spacePhotosOn } from '../spaces/space-photo-store.ts';
import { bitsOf } from '../spaces/facility-contract.ts';
import { spacesOn } from '../spaces/space-store.ts';
import { deskNeedPages } from './desk-need-pages.ts';
import { finderPage } from './finder-page.ts';
import { finderPages } from './finder-pages.ts';
import { finderService } from './finder-service.ts';
import { needKeeper } from './need-keeper.ts';
import { needPages } from './need-pages.ts';
import { needService } from './need-service.ts';
import { needTelling } from './need-telling-service.ts';

type Below = { ground: Ground; groups: Groups; rooms: Pick<BookingReads, 'terms'> };

const LOOK_AT_NEEDS_MS = 60_000;

/** The finder, on the same rules of opening and of prices that bookings read, and the needs that wait for it. */
export function finderFeature(kernel: Kernel, { ground, groups, rooms }: Below) {
  const { areas, mails, access } = ground;
  const { config, db, clock } = kernel;
  const finder = finderService({
    db,
    clock,
    areas,
    bitsOf,
    rules: { ruleOf, quote, isInTerm },
    bookable: (ids, only) => spacesOn(db).bookable(ids, only),
    daysOff: areas.daysOffOf,
    mostDeposit: async (areaId, day) => (await rooms.terms(db, areaId, day)).most_deposit_pence,
    photosOf: async (ids) =>
      new Map([...(await spacePhotosOn(db).firstOf(ids))].map(([spaceId, { credit, ...photo }]) => [spaceId, photo])),
  });
  const forNeeds = {
    ...kernel,
    finder,
    baseUrl: config.baseUrl,
    writeNews: mails.writeNews,
    tell: groups.groupPorts.tell,
    emailOf: async (trx: Db, id: string) => (await peoplePorts.byId(trx, id))?.email ?? null,
  };
  const needs = { ...needService(forNeeds), ...needTelling(forNeeds) };
  const backdrop = (all: readonly Area[], slug: string | undefined): FinderBackdrop =>
    mapOf({ areas: all, areaSlug: slug, params: new URLSearchParams(), tiles: config.tiles });
  /** The areas in which somebody keeps needs for groups without e-mail. */
  const keepsFor = (who: Who): string[] => access.scopes(who, 'need.keep_for', 'area');
  const contribution: Contribution = {
    endpoints({ sendPage }) {
      const show = finderPage({ needs, sendPage, areas, backdrop, keepsFor });
      return [
        ...finderPages({ finder, show }),
        ...needPages({ needs, finder, access, show }),
        ...deskNeedPages({ needs, access, areas, sendPage }),
      ];
    },
    jobs: [{ name: 'saved needs', everyMs: LOOK_AT_NEEDS_MS, run: tell }],
    keeper: needKeeper,
    atHome: async (who) => ({ below: myNeedsPart(await needs.atHome(who)) }),
    onDesk: async ({ area, may }) =>
      may('need.keep_for') ? { urgent: needsCard(area, await needs.toRingIn(area.id)) } : {},
    onOwnerHome: async ({ owner }) => ({ below: unmetPart(await needs.unmetNear(owner)) }),
  };
  return { finder, needs, contribution };

  async function tell(): Promise<string> {
    return `People told that a room has opened: ${await needs.tellOpened()}.`;
  }
}

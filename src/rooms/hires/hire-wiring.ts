import { html } from 'lit';
import { bookingsDueCard } from '../../../client/rooms/hires/due-view.ts';
import type { Party } from '../../ground/cases/standing-contract.ts';
import { openWords } from '../../ground/cases/standing-words.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { HomeLine } from '../../ground/people/home-contract.ts';
import type { GroupStep } from '../../groups/groups/group-page-contract.ts';
import type { Forgetting } from '../../ground/retention/retention-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { askerOf, viewerOf } from '../bookings/booking-endpoint.ts';
import { bookingsOn } from '../bookings/booking-store.ts';
import { FORGOTTEN_LABEL } from '../bookings/booking-words.ts';
import type { BookingServices } from '../bookings/booking-services.ts';
import { occurrencesOn } from '../bookings/occurrence-store.ts';
import { ledgerOn } from '../ledger/ledger-store.ts';
import { agreementsOn } from '../requests/agreement-store.ts';
import { hireDeps, type BelowHires } from './hire-deps-wiring.ts';
import { hireKeeper } from './hire-keeper.ts';
import { hirePages } from './hire-pages.ts';
import { hirePersonalDataOn } from './hire-personal-data-store.ts';
import type { DueThing } from './hire-contract.ts';
import { hireServices, type HireServices } from './hire-services.ts';

const LOOK_AT_BOOKINGS_MS = 60_000;

/** What comes after a room is booked: deposits, starts, dates offered instead, the end. */
export function hiresFeature(kernel: Kernel, below: BelowHires) {
  const deps = hireDeps(kernel, below);
  const hires = hireServices(deps);
  const { areaKeeping } = below.groups;
  const contribution = (bookings: BookingServices): Contribution => ({
    endpoints: ({ sendPage }) => {
      const { access, areas } = below.ground;
      return hirePages({
        hires,
        access,
        sendPage,
        areas,
        bookings: {
          thing: bookings.thing,
          askerOf: (req, groupId, body) => askerOf({ access, clock: kernel.clock }, req, groupId, body).asker,
          sideOf: (req, thing) => viewerOf({ access }, req, thing).as,
        },
      });
    },
    jobs: [
      { name: 'bookings', everyMs: LOOK_AT_BOOKINGS_MS, run: goOn },
      {
        name: 'money reminders',
        everyMs: LOOK_AT_BOOKINGS_MS,
        run: async () => `Reminders of money: ${await hires.reminders.remindDue()}.`,
      },
    ],
    keeper: hireKeeper({ moneyBy: (db, personId) => ledgerOn(db).recordedBy(personId) }),
    forgets: [
      areaKeeping.forgets('bookings', {
        are: (db, what) => bookingsOn(db).hasOld(what),
        forget: (trx, what) => forgetWords(trx, what, deps.photos),
      }),
    ],
    holdsGroup: hires.holdsOn,
    groupStands: async (id) => groupSteps(await hires.dueForGroups([id])),
    atHome: async (who) => ({ waiting: await dueAtHome(hires, who) }),
    onDesk: async ({ area, may }) =>
      may('booking.see_to')
        ? { usual: bookingsDueCard(await hires.dueForKeepers({ areaIds: [area.id] }), 'broker') }
        : {},
    async onOwnerHome({ owner, may }) {
      if (!may('booking.see_to')) return {};
      const due = await hires.dueForKeepers({ ownerIds: [owner.id] });
      return {
        above: html`${bookingsDueCard(due, 'owner')}<p><a href="/owners/${owner.id}/statement">Statement of money for your rooms</a></p>`,
      };
    },
  });
  return { hires, contribution };

  async function goOn(): Promise<string> {
    const ran = Object.entries(await hires.runDue()).map(([kind, count]) => `${count} ${kind}`);
    return `Bookings: ${ran.join(', ')}.`;
  }
}

/** What bookings of their groups, and of single places that they answer for, want of somebody. */
async function dueAtHome(hires: HireServices, who: Who): Promise<HomeLine[]> {
  const groupIds = idsIn(who, 'group', ['group_lead', 'group_deputy']);
  const assetIds = idsIn(who, 'asset', ['owner_representative']);
  const ofGroups = groupIds.length > 0 ? await hires.dueForGroups(groupIds) : [];
  const ofPlaces = assetIds.length > 0 ? await hires.dueForKeepers({ assetIds }) : [];
  return [...ofGroups.map((one) => homeLine(one, 'group')), ...ofPlaces.map((one) => homeLine(one, 'owner'))];
}

const homeLine = ({ bookingId, group, room, step, late }: DueThing, reader: Party): HomeLine => ({
  text: `${group}: ${room}. ${openWords(step, reader)}`,
  href: `/bookings/${bookingId}/course`,
  due: step.by,
  late,
});

const groupSteps = (due: readonly DueThing[]): GroupStep[] =>
  due.map(({ bookingId, room, step }) => ({ about: room, href: `/bookings/${bookingId}/course`, step }));

/** Files go before the rows that name them are changed for good: should the work be undone, it finds no file the next time, and goes on. */
async function forgetWords(trx: Db, what: Forgetting, photos: PhotoFiles): Promise<number> {
  const ids = await bookingsOn(trx).forgetWords(what, FORGOTTEN_LABEL);
  await occurrencesOn(trx).forgetNotes(ids);
  await agreementsOn(trx).forget(ids);
  for (const id of await hirePersonalDataOn(trx).forgetWords(ids)) await photos.remove(id);
  return ids.length;
}

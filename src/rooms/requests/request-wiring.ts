import { html, nothing } from 'lit';
import { ownerRequestsCard, requestsCard } from '../../../client/rooms/requests/request-card-view.ts';
import { groupRoomsSection } from '../../../client/rooms/requests/request-group-view.ts';
import { waitingList } from '../../../client/rooms/requests/waiting-view.ts';
import { DRAFTS } from '../../ground/retention/retention-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { isTurnOf } from '../../ground/cases/standing-contract.ts';
import type { GroupStep } from '../../groups/groups/group-page-contract.ts';
import type { RequestLine } from './request-page-contract.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { Forgetting } from '../../ground/retention/retention-contract.ts';
import type {} from '../../ground/cases/case-slot.ts';
import type { BookingReads } from '../bookings/booking-deps.ts';
import { requestEndpoints } from './all-request-pages.ts';
import { optionsOn } from './option-store.ts';
import { requestDeps, type BelowRequests } from './request-deps-wiring.ts';
import { requestsAtHome } from './request-home-wiring.ts';
import { requestKeeper } from './request-keeper.ts';
import { requestServices } from './request-services.ts';
import { requestsOn } from './request-store.ts';
import { waitingLineService } from './waiting-line-service.ts';
import { waitingOffers } from './waiting-offer-service.ts';
import { waitingService } from './waiting-service.ts';
import { waitingOn } from './waiting-store.ts';

const LOOK_AT_REQUESTS_MS = 30_000;
const LOOK_AT_WAITING_MS = 15_000;

/** Requests for rooms, and waiting lists that send some by themselves. */
export function requestsFeature(kernel: Kernel, below: BelowRequests) {
  const { areas, access } = below.ground;
  const deps = requestDeps(kernel, below);
  const waiting = { ...waitingService(deps), ...waitingLineService({ ...deps, offering: waitingOffers(deps) }) };
  const requests = { ...requestServices(deps), waiting };
  const { lists } = requests;
  const contribution: Contribution = {
    endpoints: ({ sendPage }) =>
      requestEndpoints({
        requests,
        waiting,
        access,
        clock: kernel.clock,
        sendPage,
        areas,
        owners: areas.owners,
        groups: below.groups.groups,
        room: (spaceId) => roomShown(kernel.db, below.rooms, spaceId),
      }),
    jobs: [
      { name: 'requests for rooms', everyMs: LOOK_AT_REQUESTS_MS, run: goOn },
      { name: 'waiting lists', everyMs: LOOK_AT_WAITING_MS, run: offer },
    ],
    keeper: requestKeeper,
    forgets: [
      { kept: DRAFTS, forget: (before) => requests.drafts.forget(before) },
      below.groups.areaKeeping.forgets('bookings', {
        are: (db, what) => waitingOn(db).hasOld(what),
        forget: (trx, what) => waitingOn(trx).forget(what),
      }),
      below.groups.areaKeeping.forgets('bookings', {
        are: (db, what) => requestsOn(db).hasOld(what),
        forget: forgetWords,
      }),
    ],
    async caseAt({ kind, id }, who) {
      if (kind !== 'room_request' || !access.may(who, 'room.read', await requests.pages.thing(id, who))) return null;
      return { href: `/requests/${id}`, title: (await lists.titleOf(id)) ?? 'A request for a room' };
    },
    atHome: (who) => requestsAtHome({ requests, waiting }, who),
    async onGroupPage({ group, area, today }, { role }) {
      const lines = await lists.ofGroups([group.id]);
      const { now: trial } = await deps.bookings.trialsOf(kernel.db, group.id);
      return html`${groupRoomsSection(lines, today, trial, role ? `/spaces?area=${area.slug}` : null, role ? 'group' : 'broker')} ${waitingList(await waiting.ofGroups([group.id]))}`;
    },
    groupStands: async (id) => groupSteps(await lists.ofGroups([id])),
    onDesk: async ({ area, may }) => ({
      usual: may('room.list') ? requestsCard(area.slug, await lists.counts(area)) : nothing,
    }),
    async onOwnerHome({ owner, may }) {
      if (!may('room.list_owned')) return {};
      return { above: ownerRequestsCard(owner.id, await lists.countOfOwner({ ownerIds: [owner.id], assetIds: [] })) };
    },
  };
  return { requests, contribution };

  async function goOn(): Promise<string> {
    const ran = Object.entries(await requests.runDue()).map(([kind, count]) => `${count} ${kind}`);
    return `Requests for rooms: ${ran.join(', ')}.`;
  }
  async function offer(): Promise<string> {
    return `Offered from waiting lists: ${await waiting.offerDue()}.`;
  }
}

/** What of its requests is a group’s turn; what is booked its booking tells of. */
const groupSteps = (lines: readonly RequestLine[]): GroupStep[] =>
  lines
    .filter(({ state, step }) => state !== 'confirmed' && isTurnOf(step.turn, 'group'))
    .map(({ id, room, step }) => ({ about: room, href: `/requests/${id}`, step }));

async function forgetWords(trx: Db, what: Forgetting): Promise<number> {
  const ids = await requestsOn(trx).forgetWords(what);
  await optionsOn(trx).forgetWords(ids);
  return ids.length;
}

/** A room with its place as the public knows it. @throws Problem 404 */
async function roomShown(db: Db, { spaces }: BookingReads, spaceId: string) {
  const [place] = await spaces.places(db, [spaceId]);
  const [space] = await spaces.bookable(db, [spaceId]);
  if (!place || !space || place.hidden) throw notFound('room');
  return {
    id: place.spaceId,
    name: place.spaceName,
    place: place.assetName,
    areaId: place.areaId,
    bookable: space.bookable && space.retiredOn === undefined,
  };
}

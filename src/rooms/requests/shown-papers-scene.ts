import type { Booking } from '../bookings/booking-contract.ts';
import { agreementsOn } from './agreement-store.ts';
import { conditionsFor } from './condition-rules.ts';
import type { RequestOfferService } from './offer-service.ts';
import type { RequestDeps } from './request-deps.ts';
import type { RequestPage, ShownRoom } from './request-page-contract.ts';
import type { Scene } from './request-scene.ts';

type Deps = Pick<RequestDeps, 'db' | 'rooms' | 'groups' | 'namesOf'> & { offers: RequestOfferService };

/** The papers of a request, and who signs them. */
export function shownPapers({ db, rooms, groups, namesOf, offers }: Deps) {
  return { papersOf, signerOf };

  /** The agreement as it stands or as it was signed, and what has to be in order before the first date. */
  async function papersOf(
    scene: Scene,
    current: ShownRoom | null,
    booking: Booking | undefined,
  ): Promise<Pick<RequestPage, 'agreement' | 'signed' | 'conditions' | 'buildingCovers'>> {
    const signed = booking && (await agreementsOn(db).of(booking.id));
    const dates = current?.option.asked?.dates ?? current?.outlook?.dates.map(({ date }) => date) ?? [];
    const [space] = current ? await rooms.spaces.bookable(db, [current.option.spaceId]) : [];
    const buildingCovers = current && space?.hirersLiability?.available === true;
    const conditions = conditionsFor(
      scene.request.wish,
      await groups.papers(db, scene.group.id),
      space?.hirersLiability ?? null,
      dates[0] ?? scene.request.startsOn,
      dates.at(-1) ?? scene.request.endsOn,
    );
    if (signed)
      return {
        agreement: signed.lines,
        signed: { by: (await namesOf(db, [signed.signedBy])).get(signed.signedBy) ?? 'The lead', on: signed.on },
        conditions,
        buildingCovers,
      };
    const atOnce =
      scene.request.state === 'draft' && current?.outlook?.approval === 'instant' ? current.outlook : undefined;
    return {
      agreement: current && (booking || atOnce) ? await offers.agreementFor(scene, current.option, atOnce) : [],
      signed: null,
      conditions,
      buildingCovers,
    };
  }

  async function signerOf({ group }: Scene): Promise<string> {
    return (await groups.people(db, group.id)).find(({ role }) => role === 'group_lead')?.name || 'The lead';
  }
}

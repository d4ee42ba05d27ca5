import { distanceM } from '../../kernel/geo.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Enquiry } from './enquiry-contract.ts';
import type { EnquirySteppingDeps } from './enquiry-deps.ts';
import { lastDayOf } from './enquiry-due-rules.ts';
import type { AskedPlace } from './enquiry-place-service.ts';
import { enquiriesOn } from './enquiry-store.ts';

/** Who asks, and how. */
export type Asking = {
  askerId: string;
  groupId: string | null;
  groupName: string;
  idea: string;
  submission: string;
  /** Null for somebody who asks by themselves. */
  brought: { by: string; channel: Channel; receivedOn: Day; readBack: string } | null;
};
/** The question that is open now, and whether it was before. */
export type Begun = { enquiry: Enquiry; alreadyOpen: boolean };

/** Two points of land that lie closer than this are one place, in metres: about the width of a verge and what a finger misses. */
const SAME_PLACE_M = 12;

/** Beginning a question, in the transaction in hand. */
export function enquiryBeginning({ clock, newId, areas, termsOn, caseNumber }: EnquirySteppingDeps) {
  return { begin, openAt };

  /** The open question about a place, if there is one. */
  async function openAt(unit: Pick<UnitOfWork, 'trx'>, place: AskedPlace): Promise<Enquiry | undefined> {
    const store = enquiriesOn(unit.trx);
    const same = await store.open(place.key);
    if (same || place.precision !== 'exact' || !place.point) return same;
    const { point } = place;
    const near = await store.openNear(place.area.id, point, SAME_PLACE_M);
    return near.find(
      (one) =>
        one.precision === 'exact' &&
        one.kind === place.kind &&
        one.point &&
        distanceM(one.point, point) <= SAME_PLACE_M,
    );
  }

  /** Begins a question, or hands back the one that is open about the place. The same sending twice is one. */
  async function begin(unit: UnitOfWork, place: AskedPlace, asking: Asking): Promise<Begun> {
    const { area, asset: _shown, key, ...where } = place;
    const { askerId, brought, ...wish } = asking;
    const store = enquiriesOn(unit.trx);
    await store.takeTurn(area.id);
    const sent = await store.bySubmission(askerId, asking.submission);
    if (sent) return { enquiry: sent, alreadyOpen: false };
    const open = await openAt(unit, place);
    if (open) return { enquiry: open, alreadyOpen: true };
    const now = clock();
    const receivedOn = brought?.receivedOn ?? dayIn(area.timeZone, now);
    const id = newId();
    const counting = {
      terms: await termsOn(unit.trx, area.id, receivedOn),
      daysOff: await areas.bankHolidays(unit.trx, area.id),
    };
    const enquiry: Enquiry = {
      ...where,
      ...wish,
      id,
      areaId: area.id,
      number: await caseNumber(unit.trx, area, { kind: 'enquiry', id }),
      state: 'asked',
      stateOn: receivedOn,
      countedFrom: receivedOn,
      dueOn: lastDayOf('enquiry_acknowledged_wd', receivedOn, counting),
      looks: 0,
      askerId,
      channel: brought?.channel ?? 'online',
      receivedOn,
      enteredBy: brought?.by ?? null,
      readBack: brought?.readBack ?? null,
      askedAt: now.toISOString(),
      acknowledgedBy: null,
      officerId: null,
      handOffs: 0,
      ownerId: null,
      outsideKind: null,
      outsideOwner: null,
      outcome: '',
      endedOn: null,
      consent: '',
    };
    await store.add(enquiry, key);
    unit.record({
      kind: 'enquiry_asked',
      areaId: area.id,
      subjectKind: 'enquiry',
      subjectId: id,
      actor: brought?.by ?? askerId,
      onBehalfOf: brought ? askerId : null,
      channel: enquiry.channel,
      after: { number: enquiry.number, assetId: enquiry.assetId, receivedOn, readBack: enquiry.readBack },
      publicText: 'Somebody asked whose this place is.',
    });
    return { enquiry, alreadyOpen: false };
  }
}
export type EnquiryBeginning = ReturnType<typeof enquiryBeginning>;

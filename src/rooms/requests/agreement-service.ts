import { hashOf } from '../../kernel/secrets.ts';
import type { Booking } from '../bookings/booking-contract.ts';
import { agreementsOn } from './agreement-store.ts';
import { agreementLines } from './agreement-words.ts';
import { conditionsFor } from './condition-rules.ts';
import type { Condition, RoomOption } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import type { Outlook } from './request-page-contract.ts';
import { depositOf } from './request-rules.ts';
import { note, type Actor, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';

type Deps = Pick<RequestDeps, 'rooms' | 'bookings' | 'groups'> & { telling: Pick<RequestTelling, 'about'> };

/** What a group signs for when it has a room, and that it did. */
export function requestAgreements({ rooms, bookings, groups, telling }: Deps) {
  return { agreementFor, sign, leadOf };

  /** Keeps what the lead signs for, word for word. Whoever acts without a lead being known signs themselves. */
  async function sign(scene: Scene, option: RoomOption, booking: Booking, actor: Actor): Promise<void> {
    const lines = await agreementFor(scene, option);
    const lead = await leadOf(scene);
    const sha256 = hashOf(lines.join('\n'));
    await agreementsOn(scene.unit.trx).sign(booking.id, {
      lines,
      sha256,
      signedBy: lead?.personId ?? actor.personId,
      on: scene.today,
    });
    note(scene, 'room_agreement_signed', actor, {
      after: {
        optionId: option.id,
        bookingId: booking.id,
        agreementSha256: sha256,
        depositPence: booking.price.quote ? depositOf(booking.price.quote, scene.request.terms) : 0,
        totalPence: booking.price.quote?.totalPence ?? null,
      },
      leadId: lead?.personId ?? null,
    });
  }

  /** What is signed for, as it stands now. @param outlook for a room that is had at once, before anything of it is held */
  async function agreementFor(
    scene: Scene,
    option: RoomOption,
    outlook?: Pick<Outlook, 'dates' | 'quote'>,
  ): Promise<string[]> {
    const { unit, request, group } = scene;
    const booking = option.bookingId === null ? undefined : await bookings.byId(unit.trx, option.bookingId);
    const [space] = await rooms.spaces.bookable(unit.trx, [option.spaceId]);
    const about = await telling.about(scene, option);
    const dates = booking
      ? (await bookings.datesOf(unit.trx, booking.id))
          .filter(({ state, starts }) => state === 'planned' && starts > scene.now)
          .map(({ date }) => date)
      : (option.asked?.dates ?? outlook?.dates.map(({ date }) => date) ?? []);
    const quote = booking?.price.quote ?? option.asked?.quote ?? outlook?.quote ?? null;
    return agreementLines({
      ...about,
      group: group.name,
      signer: (await leadOf(scene))?.name || 'The lead',
      dates,
      people: request.wish.people,
      capacity: space?.capacity ?? null,
      quote,
      depositPence: quote ? depositOf(quote, request.terms) : 0,
      terms: request.terms,
      notAllowed: space?.notAllowed ?? null,
      rules: space?.conditions ?? null,
      conditions: await conditionsOf(scene, option),
    });
  }

  async function conditionsOf({ unit, request, group }: Scene, option: RoomOption): Promise<Condition[]> {
    const [space] = await rooms.spaces.bookable(unit.trx, [option.spaceId]);
    const dates = option.asked?.dates ?? [];
    return conditionsFor(
      request.wish,
      await groups.papers(unit.trx, group.id),
      space?.hirersLiability ?? null,
      dates[0] ?? request.startsOn,
      dates.at(-1) ?? request.endsOn,
    );
  }

  async function leadOf({ unit, group }: Scene) {
    return (await groups.people(unit.trx, group.id)).find(({ role }) => role === 'group_lead');
  }
}
export type RequestAgreements = ReturnType<typeof requestAgreements>;

import { HELD_STATES } from '../bookings/booking-contract.ts';
import { OWNER_REASONS } from '../bookings/cancel-contract.ts';
import { otherDateGoneMail, otherDateYoursMail, youCancelledMail } from './booking-mail-words.ts';
import { dateOffersOn } from './date-offer-store.ts';
import { datesCancelledMail, offerAcceptedMail, offerDeclinedMail, takenBackMail } from './given-up-mail-words.ts';
import { noticeMail } from './hire-mail-words.ts';
import type { HireScene } from './hire-scene.ts';
import { tellingOf, type TellingDeps } from './telling-scene.ts';
import { creditIn, daysIn, fieldsOf, textOf, whensIn } from './told-dates-rules.ts';

/** Telling of dates that are given up, of what is offered for them, and of notice. */
export function givenUpTelling(deps: TellingDeps) {
  const { telling, toldOf, moneyNow, calendar, stands } = tellingOf(deps);
  return {
    cancelled: toldOf(async (scene, fact) => {
      const about = telling.about(scene);
      const [dates, charged] = [whensIn(fieldsOf(fact.after)['dates']), daysIn(fieldsOf(fact.after)['charged'])];
      const ends = await stands(scene);
      const mail = youCancelledMail(about, dates, charged, await moneyNow(scene), ends.group);
      await telling.toGroup(scene, { ...mail, calendar: await calendar(scene, fieldsOf(fact.after)['dates']) });
      await telling.toOwner(scene, datesCancelledMail(about, dates, ends.owner));
    }),

    /** Those who took the dates back know it. */
    takenBack: toldOf(async (scene, fact) => {
      const said = fieldsOf(fact.after);
      const offer = (await dateOffersOn(scene.unit.trx).byId(textOf(said['offerId']))) ?? null;
      const mail = takenBackMail(
        telling.about(scene),
        whensIn(said['dates']),
        {
          reason: OWNER_REASONS.find((one) => one === fact.reason) ?? 'other',
          explanation: textOf(said['explanation']),
          alternative: textOf(said['alternative']),
          offer,
          room: offer ? await roomName(scene, offer.spaceId) : '',
          zone: scene.area.timeZone,
          credit: HELD_STATES.includes(scene.booking.state) ? 0 : creditIn(fact),
        },
        (await stands(scene)).group,
      );
      await telling.toGroup(scene, { ...mail, calendar: await calendar(scene, fieldsOf(fact.after)['dates']) });
    }),

    otherDateTaken: toldOf(async (scene, fact) => {
      const about = telling.about(scene);
      const said = fieldsOf(fact.after);
      const [when] = whensIn(said['dates']);
      if (!when) return;
      const room = await roomName(scene, textOf(said['spaceId']));
      const ends = await stands(scene);
      const insteadOf = textOf(fieldsOf(fact.before)['date']);
      const mail = otherDateYoursMail(about, room, when, insteadOf, await moneyNow(scene), ends.group);
      await telling.toGroup(scene, { ...mail, calendar: await calendar(scene) });
      await telling.toOwner(scene, offerAcceptedMail(about, room, when, ends.owner));
    }),

    otherDateDeclined: toldOf(async (scene, fact) => {
      const [when] = whensIn(fieldsOf(fact.after)['dates']);
      if (!when) return;
      const { owner } = await stands(scene);
      await telling.toOwner(scene, offerDeclinedMail(telling.about(scene), when, 'declined', owner));
    }),

    otherDateLapsed: toldOf(async (scene, fact) => {
      const [when] = whensIn(fieldsOf(fact.after)['dates']);
      if (!when) return;
      const ends = await stands(scene);
      await telling.toGroup(scene, otherDateGoneMail(telling.about(scene), when, ends.group));
      await telling.toOwner(scene, offerDeclinedMail(telling.about(scene), when, 'lapsed', ends.owner));
    }),

    noticed: toldOf(async (scene, fact) => {
      const { notice } = scene.booking;
      if (!notice) return;
      const about = telling.about(scene);
      const who = notice.side === 'owner' ? about.owner : about.group;
      const released = whensIn(fieldsOf(fact.after)['dates']).length;
      const ends = await stands(scene);
      const mail = noticeMail(about, who, notice.lastDay, released, notice.reason, ends.group);
      await telling.toGroup(scene, { ...mail, calendar: await calendar(scene, fieldsOf(fact.after)['dates']) });
      await telling.toOwner(scene, noticeMail(about, who, notice.lastDay, released, notice.reason, ends.owner));
    }),
  };

  async function roomName({ unit, place }: HireScene, spaceId: string): Promise<string> {
    const [other = place] = await deps.rooms.spaces.places(unit.trx, [spaceId]);
    return `${other.spaceName}, ${other.assetName}`;
  }
}

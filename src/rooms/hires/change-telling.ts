import { standingLines } from '../../ground/cases/standing-words.ts';
import { HELD_STATES } from '../bookings/booking-contract.ts';
import { clockWords } from '../bookings/clock-change-words.ts';
import { whySkipped } from '../requests/skipped-words.ts';
import { leftOutWords } from '../requests/request-words.ts';
import {
  bookedForOwnerMail,
  bookedMail,
  changedForOwnerMail,
  changedMail,
  endGivenBackForOwnerMail,
  endGivenBackMail,
} from './booking-mail-words.ts';
import { newStanding } from './new-standing-scene.ts';
import { tellingOf, type TellingDeps } from './telling-scene.ts';
import { changeToldBy, fieldsOf, textOf, whensIn } from './told-dates-rules.ts';

export type ChangeTellingDeps = TellingDeps;

/** Telling of a booking that is certain, and of every change of it. */
export function changeTelling(deps: TellingDeps) {
  const standingOf = newStanding(deps);
  const { telling, toldOf, moneyNow, calendar, stands } = tellingOf(deps);
  return {
    /** Everybody has the dates in writing, whichever way the booking came. */
    booked: toldOf(async (scene) => {
      const about = telling.about(scene);
      const dates = whensIn(
        scene.occurrences.filter(({ state }) => state === 'planned').map((one) => ({ ...one, clock: clockWords(one) })),
      );
      const leftOut = scene.occurrences.flatMap(({ state, date, note }) =>
        state === 'skipped' ? [leftOutWords({ date, why: whySkipped(note) })] : [],
      );
      const standing = await standingOf(scene);
      const mail = bookedMail(about, dates, leftOut, standingLines(standing, 'group'));
      await telling.toGroup(scene, { ...mail, calendar: await calendar(scene) });
      await telling.toOwner(scene, bookedForOwnerMail(about, dates, standingLines(standing, 'owner')));
    }),

    changed: toldOf(async (scene, fact) => {
      const about = telling.about(scene);
      const [told, certain] = [changeToldBy(fact), !HELD_STATES.includes(scene.booking.state)];
      const ends = await stands(scene);
      const mail = changedMail(about, told, await moneyNow(scene), certain, ends.group);
      await telling.toGroup(scene, {
        ...mail,
        ...(certain && { calendar: await calendar(scene, fieldsOf(fact.before)['dates'], fact) }),
      });
      await telling.toOwner(scene, changedForOwnerMail(about, told, certain, ends.owner));
    }),

    endGivenBack: toldOf(async (scene, fact) => {
      const about = telling.about(scene);
      const [when] = whensIn(fact.after);
      const until = textOf(fieldsOf(fact.before)['to']);
      if (!when) return;
      const ends = await stands(scene);
      const mail = endGivenBackMail(about, when, until, await moneyNow(scene), ends.group);
      await telling.toGroup(scene, { ...mail, calendar: await calendar(scene) });
      await telling.toOwner(scene, endGivenBackForOwnerMail(about, when, until, ends.owner));
    }),
  };
}

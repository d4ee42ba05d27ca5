import { stepWords, thenWords } from '../../ground/cases/standing-words.ts';
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
import type { HireScene } from './hire-scene.ts';
import { tellingOf, type TellingDeps } from './telling-scene.ts';
import { changeToldBy, fieldsOf, textOf, whensIn } from './told-dates-rules.ts';

export type ChangeTellingDeps = TellingDeps;

/** Telling of a booking that is certain, and of every change of it. */
export function changeTelling(deps: TellingDeps) {
  const standingOf = newStanding(deps);
  const { telling, toldOf, moneyNow, calendar } = tellingOf(deps);
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
      const mail = bookedMail(about, dates, leftOut, await stands(scene));
      await telling.toGroup(scene, { ...mail, calendar: await calendar(scene) });
      await telling.toOwner(scene, bookedForOwnerMail(about, dates));
    }),

    changed: toldOf(async (scene, fact) => {
      const about = telling.about(scene);
      const [told, certain] = [changeToldBy(fact), !HELD_STATES.includes(scene.booking.state)];
      const mail = changedMail(about, told, await moneyNow(scene), certain);
      await telling.toGroup(scene, {
        ...mail,
        ...(certain && { calendar: await calendar(scene, fieldsOf(fact.before)['dates'], fact) }),
      });
      await telling.toOwner(scene, changedForOwnerMail(about, told, certain));
    }),

    endGivenBack: toldOf(async (scene, fact) => {
      const about = telling.about(scene);
      const [when] = whensIn(fact.after);
      const until = textOf(fieldsOf(fact.before)['to']);
      if (!when) return;
      const mail = endGivenBackMail(about, when, until, await moneyNow(scene));
      await telling.toGroup(scene, { ...mail, calendar: await calendar(scene) });
      await telling.toOwner(scene, endGivenBackForOwnerMail(about, when, until));
    }),
  };

  /** Whose turn it is, what is next and by when, and what else is open: as the page of the booking says it. */
  async function stands(scene: HireScene): Promise<string[]> {
    const { steps } = await standingOf(scene);
    return steps.flatMap((step, index) =>
      step.turn === 'nobody' && index > 0
        ? thenWords(step)
        : [`${stepWords(step, 'group')}${step.how ? ` ${step.how}` : ''}`],
    );
  }
}

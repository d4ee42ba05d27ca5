import type { RequestCompeting } from './competing-steps.ts';
import type { RequestHolding } from './holding-steps.ts';
import { AT_ONCE } from './offering-steps.ts';
import { ASKED_STATES, type AskedRoom, type Passport, type RoomOption, type RoomRequest } from './request-contract.ts';
import type { RequestCore } from './request-deps.ts';
import { notYetMail, passedMail } from './request-mail-words.ts';
import { ownerPassedMail } from './owner-mail-words.ts';
import { ownerDueOn, whyNoDefault } from './request-rules.ts';
import { CLOCK, currentOf, keep, note, stateAfter, type RequestScenes, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';

type Deps = RequestCore & {
  scenes: RequestScenes;
  holding: RequestHolding;
  telling: RequestTelling;
  competing: RequestCompeting;
};
type Asked = RoomOption & { asked: AskedRoom };

const RESULTS: readonly Passport['state'][] = ['passed', 'nearly', 'not_yet'];

/** Requests whose owner was asked before the group had its result: what the result changes for them. */
export function requestTestFollowing(deps: Deps) {
  const { db, bookings, baseUrl, passportOf, scenes, holding, telling, competing } = deps;
  return {
    /** Whether a result has come since the owner was asked. Only a look. */
    hasResult: async ({ state, groupId }: RoomRequest, option: RoomOption | undefined, today: string) =>
      ASKED_STATES.includes(state) && isNews(option, await passportOf(db, groupId, today)),

    /**
     * Follows a result. A pass gives the owner its days anew where silence is an offer from then on, because it was told that its
     * silence is none; a room that is let at once is had at once. What is no pass is told to the group, with other prices.
     * @returns whether there was anything to follow
     */
    follow: (id: string): Promise<boolean> =>
      scenes.inTurn(id, async (scene) => {
        const option = currentOf(scene.options);
        const passport = await passportOf(scene.unit.trx, scene.request.groupId, scene.today);
        if (!ASKED_STATES.includes(scene.request.state) || !isNews(option, passport)) return false;
        const known: Asked = { ...option, asked: { ...option.asked, test: passport.state } };
        const after = await keep(scene, {}, known);
        if (passport.state !== 'passed') await tellNotYet(after);
        else if (known.asked.approval === 'instant' && known.asked.quote && known.bookingId !== null)
          await competing.grant(after, known, AT_ONCE(after.today));
        else if (whyNoDefault(known.asked, passport).length === 0) await beginAgain(after, known, passport);
        return true;
      }),
  };

  /** The owner's days begin on the day of the result, and it is told that silence counts now. */
  async function beginAgain(asked: Scene, { id }: Asked, { resultOn }: Passport): Promise<void> {
    const known = currentOf(asked.options);
    if (!known) return;
    // Should the hold have run out, others may have the dates: then the next room is asked instead.
    await competing.decideRoom(asked, known);
    const before = await scenes.ofOption(asked.unit, known);
    const option = currentOf(before.options);
    if (option?.id !== id) return;
    const dueOn = ownerDueOn(resultOn ?? before.today, before.today, before.request.terms, before.daysOff);
    if (option.bookingId !== null)
      await bookings.holdIn(before.unit, option.bookingId, 'requested', holding.holdUntil(before, dueOn));
    const again = { ...option, dueOn, warnedAt: null };
    const scene = await keep(before, { state: stateAfter(before, 'start_again'), dueOn }, again);
    note(scene, 'room_test_passed', CLOCK, { after: { optionId: id, resultOn, dueOn } });
    const about = await telling.about(scene, again);
    await telling.toOwnerWithLinks(scene, again, (url) =>
      ownerPassedMail({ ...about, url }, dueOn, scene.request.terms.owner_answers_until_hour),
    );
    await telling.toGroup(scene, passedMail(about));
  }

  async function tellNotYet(scene: Scene): Promise<void> {
    const option = currentOf(scene.options);
    note(scene, 'room_test_not_yet', CLOCK);
    if (option)
      await telling.toGroup(
        scene,
        notYetMail(await telling.about(scene, option), `${baseUrl}/requests/${scene.request.id}#prices`),
      );
  }
}
export type RequestTestFollowing = ReturnType<typeof requestTestFollowing>;

function isNews(option: RoomOption | undefined, { state }: Passport): option is Asked {
  return (
    option?.state === 'asked' &&
    option.asked !== null &&
    option.asked.test !== 'passed' &&
    option.asked.test !== state &&
    RESULTS.includes(state)
  );
}

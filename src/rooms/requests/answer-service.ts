import { conflict, invalid, notFound, Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { RequestAsking } from './asking-steps.ts';
import { whoGoesFirst } from './competition-rules.ts';
import type { RequestCompeting } from './competing-steps.ts';
import { standingOf } from './comparing-steps.ts';
import type { Contest, RequestContests } from './contest-steps.ts';
import { ASKED_STATES, type DeclineReason, type RoomOption } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import type { Viewer } from './request-page-contract.ts';
import type { OwnerAnswer } from './request-form-contract.ts';
import type { RequestHolding } from './holding-steps.ts';
import { declinedMail } from './request-mail-words.ts';
import { optionsOn } from './option-store.ts';
import { ownersTimeIsOver, whyNoDefault } from './request-rules.ts';
import { keep, note, type Actor, type RequestScenes, type Scene } from './request-scene.ts';
import { requestsOn } from './request-store.ts';
import type { RequestTelling } from './request-telling.ts';
import type { Comparison } from './rival-contract.ts';
import { notedMail } from './owner-mail-words.ts';
import { isAnswered, overFor } from './answered-rules.ts';

type Deps = RequestDeps & {
  scenes: RequestScenes;
  holding: RequestHolding;
  telling: RequestTelling;
  asking: RequestAsking;
  competing: RequestCompeting;
  contests: RequestContests;
};

/** An owner’s yes or no, given on the page of a request, by a link from a mail, or to an officer who writes it down. */
export function requestAnswerService({
  db,
  clock,
  passportOf,
  whoIs,
  mayAnswer,
  scenes,
  holding,
  telling,
  asking,
  competing,
  contests,
}: Deps) {
  return {
    answer,

    /** The answer for a room of a request, by those who answer for its owner or by an officer to whom they gave it. */
    async answerFor(actor: Actor, requestId: string, spaceId: string, given: OwnerAnswer, as: Viewer): Promise<void> {
      const option = (await optionsOn(db).of(requestId)).find((one) => one.spaceId === spaceId);
      if (!option) throw notFound('request');
      if (as !== 'owner' && given.said_by === null)
        throw invalid([{ field: 'said_by', message: 'Name who said so, for the owner.' }]);
      await answer(actor, option.id, given);
    },

    /** Which request would go first if an owner said yes to this one now, the same unless others want the dates too; and why. */
    async goesFirst(scene: Scene, option: RoomOption): Promise<{ optionId: string; compared: Comparison | null }> {
      if (option.state !== 'asked') return { optionId: option.id, compared: null };
      const contest = await contests.contestFor(scene, option);
      const wanted = contest.all.find(({ optionId }) => optionId === option.id);
      return { optionId: firstOf(option, contest), compared: wanted ? standingOf(wanted, contest) : null };
    },

    /**
     * Who holds a link from a mail, and for which room. Looking uses nothing up.
     * @throws Problem 404 for a link that is none, 410 for one that works no more
     */
    async behind(token: string): Promise<{ who: Who; option: RoomOption }> {
      const link = await optionsOn(db).byLink(hashOf(token));
      const option = link && (await optionsOn(db).byId(link.optionId));
      const request = option && (await requestsOn(db).byId(option.requestId));
      if (!link || !option || !request) throw notFound('request');
      const who = link.expiresAt > clock().toISOString() ? await whoIs(link.personId) : null;
      // Rights are read anew: whoever no longer answers for the owner, or has come into the group, is not let in.
      const thing = {
        areaId: request.areaId,
        groupId: request.groupId,
        ownerId: option.ownerId,
        assetId: option.assetId,
        spaceId: option.spaceId,
      };
      if (!who || !mayAnswer(who, thing))
        throw new Problem(
          410,
          'This link works no more',
          'It has run out, or it is no longer yours to answer. Sign in to see what waits for you, or ask the broker of your area.',
        );
      return { who, option };
    },
  };

  /**
   * Takes an owner’s answer for a room. The same answer twice is one.
   * @throws Problem 409 when it was answered otherwise, its time is over, or another request goes first that the page did not show
   */
  function answer(actor: Actor, optionId: string, given: OwnerAnswer): Promise<void> {
    return inTurn(optionId, async (scene, option) => {
      if (isAnswered(option, given)) return;
      if (option.state !== 'asked' || !ASKED_STATES.includes(scene.request.state)) throw overFor(option);
      if (await silenceHasSpoken(scene, option))
        throw conflict(
          'The time to answer is over, and silence was an offer: the room goes to the group. Nothing more is needed.',
        );
      await (given.answer === 'yes'
        ? yes(scene, option, actor, given)
        : no(scene, option, actor, given.reason ?? 'not_suitable', given));
      if (given.said_by !== null)
        await telling.toOwner(
          scene,
          option,
          notedMail(await telling.about(scene, option), given.answer, given.said_by),
        );
    });
  }

  async function inTurn<T>(optionId: string, work: (scene: Scene, option: RoomOption) => Promise<T>): Promise<T> {
    const option = await optionsOn(db).byId(optionId);
    if (!option) throw notFound('request');
    return scenes.inTurn(option.requestId, async (scene) => {
      const fresh = scene.options.find(({ id }) => id === optionId);
      if (!fresh) throw notFound('request');
      return work(scene, fresh);
    });
  }

  /** Up to the hour at which the due day's office ends an owner may answer; after it silence counts where it is an offer, however late our clock runs. */
  async function silenceHasSpoken(
    { unit, request, today, minute }: Scene,
    { asked, dueOn }: RoomOption,
  ): Promise<boolean> {
    if (request.state !== 'asked' || !ownersTimeIsOver(dueOn, { today, minute }, request.terms) || !asked || !dueOn)
      return false;
    return whyNoDefault(asked, await passportOf(unit.trx, request.groupId, dueOn)).length === 0;
  }

  async function yes(
    scene: Scene,
    option: RoomOption,
    actor: Actor,
    { first, pounds, said_by: saidBy }: OwnerAnswer,
  ): Promise<void> {
    if (!option.asked?.quote && pounds === undefined)
      throw invalid([
        {
          field: 'pounds',
          message:
            'Enter what it costs in all: there is no price for groups like this on your list. Enter 0 if it costs nothing.',
        },
      ]);
    const goesFirst = firstOf(option, await contests.contestFor(scene, option));
    if (first !== undefined && first !== goesFirst)
      throw conflict(
        'Another group asked for some of these dates meanwhile. Look at the page again: it shows who goes first now.',
      );
    note(scene, 'room_owner_said_yes', actor, { after: { optionId: option.id, goesFirst, saidBy } });
    const offered = await competing.grant(scene, option, {
      how: 'said_yes',
      effectiveOn: scene.today,
      actor,
      pence: pounds ?? null,
    });
    if (!offered) throw conflict('These dates are not free any more, or they have passed. Nothing was changed.');
  }

  async function no(
    before: Scene,
    option: RoomOption,
    actor: Actor,
    reason: DeclineReason,
    { note: words, said_by: saidBy }: OwnerAnswer,
  ): Promise<void> {
    await holding.claimRooms(before.unit, before.options, before.now);
    await holding.letGo(before.unit, option, 'declined');
    const declined: RoomOption = {
      ...option,
      state: 'declined',
      answeredOn: before.today,
      answeredBy: actor.personId,
      reason,
      note: words,
    };
    const scene = await keep(before, {}, declined);
    note(scene, 'room_declined', actor, { reason, after: { optionId: option.id, spaceId: option.spaceId, saidBy } });
    await competing.decideRoom(scene, option);
    const about = await telling.about(scene, option);
    const { scene: after, next } = await asking.askNext(scene);
    await telling.toGroup(after, declinedMail(about, reason, words, next));
  }
}
export type RequestAnswerService = ReturnType<typeof requestAnswerService>;

function firstOf(option: RoomOption, { all, tie }: Contest): string {
  const wanted = all.find(({ optionId }) => optionId === option.id);
  return wanted ? whoGoesFirst(wanted, all, tie).optionId : option.id;
}

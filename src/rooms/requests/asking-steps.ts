import type { Look } from '../bookings/draft-contract.ts';
import { Problem } from '../../kernel/problem.ts';
import type { AskedRoom, RoomOption } from './request-contract.ts';
import type { RequestCore } from './request-deps.ts';
import type { RequestHolding } from './holding-steps.ts';
import type { Next } from './request-mail-words.ts';
import { AT_ONCE, type OfferIn } from './offering-steps.ts';
import { ownerDueOn, suits, whyNoDefault } from './request-rules.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import { CLOCK, currentOf, keep, note, stateAfter, waitingOf, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';
import { ownersSilenceWords } from './request-test-words.ts';
import { ownerAskMail } from './owner-mail-words.ts';
import { brokerAskMail, brokerStuckMail } from './broker-mail-words.ts';

type Deps = RequestCore & { holding: RequestHolding; telling: RequestTelling; offerIn: OfferIn };
/** A request after its next room was asked, and what to tell the group of that. */
export type Asked = { scene: Scene; next: Next };

/** Asking owners: the next room of a request that can still be had, or a broker when none can. */
export function requestAsking({ rooms, bookings, passportOf, inCompact, holding, telling, offerIn }: Deps) {
  return { askNext, askedOf };

  /** Goes down the list of rooms. The one before has been let go already. */
  async function askNext(scene: Scene): Promise<Asked> {
    const waiting = waitingOf(scene.options);
    await holding.claimRooms(scene.unit, waiting, scene.now);
    for (const option of waiting) {
      const look = await rooms.look(scene.unit.trx, scene.request, option.spaceId);
      if (!(look instanceof Problem) && suits(look, scene.request.wish)) return ask(scene, option, look);
      scene = await keep(scene, {}, { ...option, state: 'gone' });
      note(scene, 'room_gone', CLOCK, { after: { optionId: option.id, spaceId: option.spaceId } });
    }
    return handOver(scene);
  }

  async function ask(before: Scene, option: RoomOption, look: Look): Promise<Asked> {
    const { request, today, daysOff } = before;
    const from = before.options.every(({ state }) => state === 'waiting') ? (request.completeOn ?? today) : today;
    const dueOn = ownerDueOn(from, today, request.terms, daysOff);
    const state = request.state === 'asked' ? 'asked' : stateAfter(before, 'ask_next');
    // Somebody who wants what others have asked for competes for it, and holds nothing.
    const bookingId =
      look.contested.length > 0 ? null : await holding.hold(before, look, holding.holdUntil(before, dueOn));
    const asked = await askedOf(before, option, look);
    const scene = await keep(
      before,
      { state, dueOn },
      { ...option, state: 'asked', askedOn: from, dueOn, asked, bookingId, warnedAt: null },
    );
    note(scene, 'room_asked', CLOCK, {
      after: {
        optionId: option.id,
        spaceId: option.spaceId,
        askedOn: from,
        dueOn,
        dates: asked.dates.length,
        competes: bookingId === null,
        publishedOpen: asked.publishedOpen,
        compact: asked.compact?.id ?? null,
      },
    });
    const passport = await passportOf(scene.unit.trx, request.groupId, today);
    const about = await telling.about(scene, option);
    const now = currentOf(scene.options);
    const letAtOnce = asked.approval === 'instant' && bookingId !== null && asked.quote !== null;
    if (letAtOnce && now && (passport.state === 'passed' || (await bookings.takeTrial(scene.unit, bookingId)))) {
      const offered = await offerIn(scene, now, AT_ONCE(today));
      if (offered) return { scene: offered, next: { kind: 'offered', room: about.room } };
    }
    await tellOwner(scene, asked, ownersSilenceWords(whyNoDefault(asked, passport), request.wish.audience));
    return { scene, next: { kind: 'asked', room: about.room, owner: about.owner, dueOn } };
  }

  /** How the slot is let and what it costs, as it is when its owner is asked. */
  async function askedOf(
    { unit, request, today }: Scene,
    { ownerId }: Pick<RoomOption, 'ownerId'>,
    look: Look,
  ): Promise<AskedRoom> {
    const adoption = (await inCompact(unit.trx, [ownerId], request.completeOn ?? today)).get(ownerId);
    return {
      approval: look.approval,
      publishedOpen: look.publishedOpen,
      quote: look.quote,
      dates: look.dates.map(({ date }) => date),
      leftOut: look.leftOut.map(({ date, why }) => ({ date, why })),
      test: (await passportOf(unit.trx, request.groupId, today)).state,
      compact: adoption ? { id: adoption.id, officer: adoption.officer, minuteRef: adoption.minuteRef } : null,
    };
  }

  async function tellOwner(scene: Scene, asked: AskedRoom, silence: string): Promise<void> {
    const option = currentOf(scene.options);
    if (!option?.dueOn) return;
    const [about, dueOn, people] = [await telling.about(scene, option), option.dueOn, scene.request.wish.people];
    const told = await telling.toOwnerWithLinks(scene, option, (url) =>
      ownerAskMail(
        { ...about, url },
        { people, dates: asked.dates.length, dueOn, hour: scene.request.terms.owner_answers_until_hour, silence },
      ),
    );
    if (!told) await telling.toBrokers(scene, brokerAskMail(about, dueOn));
  }

  /** No room on the list can be had: a broker looks for one, within the days that an owner has. */
  async function handOver(before: Scene): Promise<Asked> {
    const { request, today, daysOff } = before;
    const dueOn = addWorkingDays(today, request.terms.owner_answers_wd, daysOff);
    const scene = await keep(before, {
      state: request.state === 'with_broker' ? 'with_broker' : stateAfter(before, 'run_out_of_rooms'),
      dueOn,
    });
    note(scene, 'room_request_with_broker', CLOCK, { after: { dueOn } });
    const [first] = scene.options;
    if (first) await telling.toBrokers(scene, brokerStuckMail(await telling.about(scene, first)));
    return { scene, next: { kind: 'broker', dueOn } };
  }
}
export type RequestAsking = ReturnType<typeof requestAsking>;

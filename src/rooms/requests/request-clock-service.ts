import { addWorkingDays } from '../../kernel/working-days.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { RequestCompeting } from './competing-steps.ts';
import { OFFERED_STATES, type RoomOption } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import { requestsDue } from './request-due-service.ts';
import { requestLooksOn } from './request-look-store.ts';
import type { RequestHolding } from './holding-steps.ts';
import { silentMail } from './request-mail-words.ts';
import type { RequestOfferService } from './offer-service.ts';
import { optionsOn } from './option-store.ts';
import { isPast, ownersTimeIsOver, warnOn, whyNoDefault } from './request-rules.ts';
import { CLOCK, currentOf, keep, note, stateAfter, type RequestScenes, type Scene } from './request-scene.ts';
import type { RequestSendService } from './send-service.ts';
import type { RequestTestFollowing } from './test-following-service.ts';
import type { RequestTelling } from './request-telling.ts';
import { ownersSilenceWords } from './request-test-words.ts';
import { silenceWords } from './request-words.ts';
import { ownerWarnMail } from './owner-mail-words.ts';
import { brokerChaseMail } from './broker-mail-words.ts';

type Deps = RequestDeps & {
  scenes: RequestScenes;
  holding: RequestHolding;
  telling: RequestTelling;
  competing: RequestCompeting;
  sending: RequestSendService;
  following: RequestTestFollowing;
  offers: RequestOfferService;
};
/** So many in one run: the next goes on. */
const MOST = 2_000;
/** How many requests something happened to. */
export type Ran = Record<'completed' | 'followed' | 'warned' | 'offered' | 'chased' | 'lapsed', number>;

/**
 * What happens to requests by itself. Safe to repeat and from several processes at once: each looks again in its turn, and finds
 * nothing left to do. After a pause it all happens late and counts from the day on which it was due.
 */
export function requestClockService({
  db,
  clock,
  areas,
  rooms,
  bookings,
  passportOf,
  scenes,
  holding,
  telling,
  competing,
  sending,
  following,
  offers,
  onError,
}: Deps) {
  const due = requestsDue({ db, rooms, sending, following });
  return {
    async runDue(): Promise<Ran> {
      const ran: Ran = { completed: 0, followed: 0, warned: 0, offered: 0, chased: 0, lapsed: 0 };
      for (const { area, ids } of await toLookAt()) {
        await requestLooksOn(db).begin(ids);
        const found = await due(area, ids);
        ran.completed += await each(found.complete, sending.goOn);
        ran.followed += await each(found.followed, following.follow);
        await each(found.givenUp, (id) => offers.withdraw(CLOCK, id, { reason: null }).then(() => true));
        ran.lapsed += await each(found.over, (id) => scenes.inTurn(id, lapseDates));
        ran.warned += await each(found.warn, (id) => scenes.inTurn(id, warn));
        for (const id of found.silent) await count(ran, () => scenes.inTurn(id, silence));
        ran.lapsed += await each(found.lapsed, (id) => scenes.inTurn(id, lapse));
        for (const [day, some] of found.later) await requestLooksOn(db).next(some, day);
      }
      return ran;
    },
  };

  /** By area, in one query. Those whose day has not come where they are wait for it. */
  async function toLookAt(): Promise<{ area: Area; ids: string[] }[]> {
    const days = new Map((await areas()).map((area) => [area, dayIn(area.timeZone, clock())]));
    const latest = [...days.values()].toSorted().at(-1);
    const some = latest === undefined ? [] : await requestLooksOn(db).due(latest, MOST);
    return [...days]
      .map(([area, today]) => ({
        area,
        ids: some.filter(({ areaId, lookOn }) => areaId === area.id && lookOn <= today).map(({ id }) => id),
      }))
      .filter(({ ids }) => ids.length > 0);
  }

  /** One request that cannot be moved keeps none of the others from moving. */
  async function each(ids: readonly string[], work: (id: string) => Promise<boolean>): Promise<number> {
    let done = 0;
    for (const id of ids) done += (await work(id).catch(reported)) ? 1 : 0;
    return done;
  }

  async function count(ran: Ran, work: () => Promise<'offered' | 'chased' | 'lapsed' | null>): Promise<void> {
    const what = await work().catch(reported);
    if (what) ran[what]++;
  }

  function reported(error: unknown): null {
    onError(error);
    return null;
  }

  async function warn(scene: Scene): Promise<boolean> {
    const option = currentOf(scene.options);
    if (scene.request.state !== 'asked' || !option?.dueOn || !option.asked || option.warnedAt !== null) return false;
    // Asked so late that the warning would come on the same day: the question itself is the warning.
    if (
      scene.today < warnOn(option.dueOn, scene.request.terms, scene.daysOff) ||
      ownersTimeIsOver(option.dueOn, scene, scene.request.terms) ||
      option.askedOn === scene.today
    )
      return false;
    const [about, dueOn] = [await telling.about(scene, option), option.dueOn];
    const why = whyNoDefault(option.asked, await passportOf(scene.unit.trx, scene.request.groupId, scene.today));
    const silence = ownersSilenceWords(why, scene.request.wish.audience);
    await optionsOn(scene.unit.trx).save({ ...option, warnedAt: clock().toISOString() });
    note(scene, 'room_owner_warned', CLOCK, { after: { optionId: option.id, dueOn } });
    return telling.toOwnerWithLinks(scene, option, (url) =>
      ownerWarnMail({ ...about, url }, dueOn, scene.request.terms.owner_answers_until_hour, silence),
    );
  }

  /** The owner's time is over: silence is an offer, or a broker asks again. */
  async function silence(scene: Scene): Promise<'offered' | 'chased' | 'lapsed' | null> {
    const option = currentOf(scene.options);
    if (
      scene.request.state !== 'asked' ||
      !option?.dueOn ||
      !option.asked ||
      !ownersTimeIsOver(option.dueOn, scene, scene.request.terms)
    )
      return null;
    const why = whyNoDefault(option.asked, await passportOf(scene.unit.trx, scene.request.groupId, option.dueOn));
    if (why.length > 0) return chase(scene, option, silenceWords(why));
    const offered = await competing.grant(scene, option, {
      how: 'silent',
      effectiveOn: option.dueOn,
      actor: CLOCK,
      pence: null,
    });
    return offered ? 'offered' : lapseWithoutDates(await scenes.ofOption(scene.unit, option), option);
  }

  /** Our clock came so late that the last date has begun: nothing is left to offer, and nobody is kept waiting for the end of that day. */
  async function lapseWithoutDates(scene: Scene, { id }: RoomOption): Promise<'lapsed' | null> {
    const option = currentOf(scene.options);
    if (option?.id !== id || option.bookingId === null) return null;
    const dates = await bookings.datesOf(scene.unit.trx, option.bookingId);
    if (dates.some(({ state }) => state === 'planned')) return null;
    await offers.lapseIn(scene, 'dates');
    return 'lapsed';
  }

  async function chase(asked: Scene, silent: RoomOption, why: string): Promise<'chased' | null> {
    // Should our clock run so late that the hold ran out, others may have the dates: then the next room is asked instead.
    await competing.decideRoom(asked, silent);
    const before = await scenes.ofOption(asked.unit, silent);
    const option = currentOf(before.options);
    if (option?.id !== silent.id) return null;
    const aimed = addWorkingDays(option.dueOn ?? before.today, before.request.terms.owner_answers_wd, before.daysOff);
    const dueOn = aimed < before.today ? before.today : aimed;
    if (option.bookingId !== null)
      await bookings.holdIn(before.unit, option.bookingId, 'requested', holding.holdUntil(before, dueOn));
    const scene = await keep(before, { state: stateAfter(before, 'chase'), dueOn });
    note(scene, 'room_owner_silent', CLOCK, { after: { optionId: option.id, dueOn: option.dueOn } });
    const about = await telling.about(scene, option);
    await telling.toGroup(scene, silentMail(about, why));
    await telling.toBrokers(scene, brokerChaseMail(about, why));
    return 'chased';
  }

  async function lapse(scene: Scene): Promise<boolean> {
    const { state } = scene.request;
    const inTime = !isPast(scene.request.dueOn, scene.today);
    if (inTime || !(OFFERED_STATES.includes(state) || state === 'deposit_due')) return false;
    await offers.lapseIn(scene, state === 'deposit_due' ? 'deposit' : 'offer');
    return true;
  }

  async function lapseDates(scene: Scene): Promise<boolean> {
    if (scene.request.endsOn >= scene.today || stateOver(scene)) return false;
    await offers.lapseIn(scene, 'dates');
    return true;
  }
}

const stateOver = ({ request }: Scene): boolean =>
  ['draft', 'confirmed', 'declined', 'withdrawn', 'lapsed'].includes(request.state);

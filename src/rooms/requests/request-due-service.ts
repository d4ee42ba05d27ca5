import type { Area } from '../../ground/areas/area-contract.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Moment } from '../bookings/draft-contract.ts';
import {
  ASKED_STATES,
  OFFERED_STATES,
  OPEN_STATES,
  type RequestState,
  type RoomOption,
  type RoomRequest,
} from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import { optionsOn } from './option-store.ts';
import { isPast, ownersTimeIsOver, warnOn } from './request-rules.ts';
import { currentOf } from './request-scene.ts';
import type { RequestTestFollowing } from './test-following-service.ts';
import type { RequestSendService } from './send-service.ts';
import { requestsOn } from './request-store.ts';

/** Requests, by what is to happen to them now; and when to look again at those to which nothing is. */
export type Due = Record<'complete' | 'followed' | 'over' | 'givenUp' | 'warn' | 'silent' | 'lapsed', string[]> & {
  later: Map<Day | null, string[]>;
};

const LAPSING: readonly RequestState[] = [...OFFERED_STATES, 'deposit_due'];

/**
 * What is to happen to some requests of an area. Only a look: it changes nothing and takes nobody's turn. Whoever moves one looks
 * again in its turn. Those that have been due longest come first.
 */
export function requestsDue({
  db,
  rooms,
  sending,
  following,
}: Pick<RequestDeps, 'db' | 'rooms'> & {
  sending: Pick<RequestSendService, 'isChanged'>;
  following: Pick<RequestTestFollowing, 'hasResult'>;
}) {
  return async (area: Area, ids: readonly string[]): Promise<Due> => {
    const moment = await rooms.momentIn(db, area);
    const { today } = moment;
    const found = (await requestsOn(db).byIds(ids)).toSorted(byDue);
    const options = await optionsOn(db).ofAll(ids);
    const current = ({ id }: RoomRequest): RoomOption | undefined =>
      currentOf(options.filter(({ requestId }) => requestId === id));
    const idsOf = (is: (one: RoomRequest) => boolean): string[] => found.filter(is).map(({ id }) => id);
    const complete: string[] = [];
    for (const id of idsOf(({ state }) => state === 'incomplete')) if (await sending.isChanged(id)) complete.push(id);
    const followed: string[] = [];
    for (const one of found) if (await following.hasResult(one, current(one), today)) followed.push(one.id);
    const due = {
      complete,
      followed,
      over: idsOf(({ state, endsOn }) => OPEN_STATES.includes(state) && endsOn < today),
      givenUp: await requestsOn(db).givenUp(ids),
      warn: idsOf((one) => isToWarn(one, current(one), moment)),
      silent: idsOf(({ state, dueOn, terms }) => state === 'asked' && ownersTimeIsOver(dueOn, moment, terms)),
      lapsed: idsOf(({ state, dueOn }) => LAPSING.includes(state) && isPast(dueOn, today)),
    };
    const acted = new Set(Object.values(due).flat());
    const later = new Map<Day | null, string[]>();
    for (const one of found.filter(({ id }) => !acted.has(id))) {
      const day = nextLook(one, current(one), moment);
      later.set(day, [...(later.get(day) ?? []), one.id]);
    }
    return { ...due, later };
  };
}

const byDue = (one: RoomRequest, other: RoomRequest): number =>
  (one.dueOn ?? '').localeCompare(other.dueOn ?? '') || one.id.localeCompare(other.id);

/** Asked so late that the warning would come on the same day: the question itself is the warning. */
function isToWarn({ state, terms }: RoomRequest, option: RoomOption | undefined, moment: Moment): boolean {
  if (state !== 'asked' || option?.state !== 'asked' || !option.dueOn || option.warnedAt !== null) return false;
  const { today, daysOff } = moment;
  const isTime = option.askedOn !== today && today >= warnOn(option.dueOn, terms, daysOff);
  return isTime && !ownersTimeIsOver(option.dueOn, moment, terms);
}

/** The next day on which something can be due by the passing of time alone. A result of the test ends on a day that only the test knows. */
function nextLook(one: RoomRequest, option: RoomOption | undefined, { today, daysOff }: Moment): Day | null {
  const { state, dueOn, endsOn, terms } = one;
  if (!OPEN_STATES.includes(state)) return null;
  if (state === 'incomplete') return daysAfter(today, 1);
  // The owner's time ends at an hour of that day.
  if (state === 'asked' && dueOn === today) return today;
  const warned =
    option?.dueOn && option.warnedAt === null ? [warnOn(option.dueOn, terms, daysOff), daysAfter(today, 1)] : [];
  const days = [
    ...(ASKED_STATES.includes(state) ? [dueOn ?? '', ...warned] : []),
    ...(LAPSING.includes(state) && dueOn ? [daysAfter(dueOn, 1)] : []),
    daysAfter(endsOn, 1),
  ];
  return days.filter((day) => day > today).toSorted()[0] ?? null;
}

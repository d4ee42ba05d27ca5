import type { Area } from '../../ground/areas/area-contract.ts';
import type { Moment } from '../bookings/draft-contract.ts';
import { OFFERED_STATES, type RequestState } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import { optionsOn } from './option-store.ts';
import { ownersTimeIsOver, warnOn } from './request-rules.ts';
import type { RequestSendService } from './send-service.ts';
import { requestsOn } from './request-store.ts';

/** Requests, by what is to happen to them now. */
export type Due = Record<'complete' | 'over' | 'givenUp' | 'warn' | 'silent' | 'lapsed', string[]>;

/**
 * Which requests of an area something is to happen to. Only a look: it changes nothing and takes nobody's turn, so that looking
 * often costs little. Whoever moves one looks again in its turn.
 */
export function requestsDue({
  db,
  rooms,
  sending,
}: Pick<RequestDeps, 'db' | 'rooms'> & { sending: Pick<RequestSendService, 'isChanged'> }) {
  return async (area: Area): Promise<Due> => {
    const moment = await rooms.momentIn(db, area);
    const requests = requestsOn(db);
    const complete: string[] = [];
    for (const id of await requests.idsIn(area.id, ['incomplete'])) if (await sending.isChanged(id)) complete.push(id);
    const asked = await requests.byIds(await requests.dueBy(area.id, ['asked'], moment.today));
    const lapsing: readonly RequestState[] = [...OFFERED_STATES, 'deposit_due'];
    return {
      complete,
      over: await requests.overBefore(area.id, moment.today),
      givenUp: await requests.givenUp(area.id),
      warn: await toWarn(area, moment),
      silent: asked.filter(({ dueOn, terms }) => ownersTimeIsOver(dueOn, moment, terms)).map(({ id }) => id),
      lapsed: await requests.dueBefore(area.id, lapsing, moment.today),
    };
  };

  async function toWarn(area: Area, moment: Moment): Promise<string[]> {
    const options = await optionsOn(db).unwarned(area.id);
    const requests = new Map(
      (await requestsOn(db).byIds(options.map(({ requestId }) => requestId))).map((one) => [one.id, one]),
    );
    return options.flatMap(({ requestId, dueOn, askedOn }) => {
      const terms = requests.get(requestId)?.terms;
      const now =
        terms &&
        dueOn &&
        askedOn !== moment.today &&
        moment.today >= warnOn(dueOn, terms, moment.daysOff) &&
        !ownersTimeIsOver(dueOn, moment, terms);
      return now ? [requestId] : [];
    });
  }
}

import type { Standing } from '../../ground/cases/standing-contract.ts';
import { dayIn, daysAfter } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { LIVE_STATES } from '../bookings/booking-contract.ts';
import { depositHeld } from '../ledger/balance-contract.ts';
import type { DueThing, HireState } from './hire-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import { groupsDue, inTurn, keepersDue, SOON_DAYS } from './due-rules.ts';
import { OVER_WITH_MONEY, RUNNING } from './hire-rules.ts';
import type { HireStates } from './hire-state-service.ts';
import { hiresOn, type HireScope } from './hire-store.ts';
import type { DateNeed, NeedingDate } from '../bookings/date-need-contract.ts';
import type { StartFactsReading } from './start-facts-service.ts';

type Deps = Pick<HireDeps, 'db' | 'clock' | 'requests' | 'ledger'> & {
  states: HireStates;
  facts: StartFactsReading;
};

const MOST_DUE = 200;
const LATER_THAN_ANY = '9999-12-31';

/** How a booking stands between its confirmation and its end, and what of it waits for whom. */
export function hireService({ db, clock, requests, ledger, states, facts }: Deps) {
  return {
    /** @throws Problem 404 */
    state: (id: string): Promise<HireState> => states.state(db, id),
    /** Where some bookings stand, by id. */
    standings: async (on: Db, ids: readonly string[]): Promise<Map<string, Standing>> =>
      new Map((await states.statesOf(on, ids)).map(({ booking, standing }) => [booking.id, standing])),
    /** What of these bookings waits for those who answer for the room, the most urgent first. */
    dueForKeepers: (scope: HireScope): Promise<DueThing[]> => dueIn(scope, keepersDue),
    /** What of its bookings waits for a group. */
    dueForGroups: async (groupIds: readonly string[]): Promise<DueThing[]> =>
      dueFrom(
        [
          ...(await hiresOn(db).maybeDue({ groupIds }, LATER_THAN_ANY, MOST_DUE)),
          ...(await hiresOn(db).ofGroups(
            groupIds,
            [...RUNNING, 'ended', 'deposit_returned', 'closed', 'evaluated'],
            MOST_DUE,
          )),
        ],
        groupsDue,
      ),
    holdsOn,
    /** What some dates lack, by date: in the transaction in hand where there is one. */
    needsOf: (trx: Db, dates: readonly NeedingDate[]): Promise<Map<string, DateNeed>> =>
      facts.needsOf(trx, dates, clock()),
  };

  async function dueIn(scope: HireScope, due: (found: HireState) => DueThing[]): Promise<DueThing[]> {
    const soon = daysAfter(dayIn('UTC', clock()), SOON_DAYS);
    return dueFrom(await hiresOn(db).maybeDue(scope, soon, MOST_DUE), due);
  }

  async function dueFrom(ids: readonly string[], due: (found: HireState) => DueThing[]): Promise<DueThing[]> {
    return inTurn((await states.statesOf(db, [...new Set(ids)])).flatMap(due));
  }

  /** Why a group cannot be closed yet. Reads go to the transaction in hand. */
  async function holdsOn(trx: Db, groupId: string): Promise<string[]> {
    const live = await hiresOn(trx).ofGroup(groupId, LIVE_STATES);
    const open = await requests.countOpen(trx, groupId);
    const over = await hiresOn(trx).ofGroup(groupId, OVER_WITH_MONEY);
    let held = 0;
    for (const id of over) held += depositHeld(await ledger.of(trx, id));
    return [
      ...(live.length > 0
        ? [
            `${live.length === 1 ? 'A room is' : `${live.length} rooms are`} booked or held for the group. Cancel the dates first, on the page of the booking.`,
          ]
        : []),
      ...(open > 0 ? ['The group has asked for a room. Take the request back first.'] : []),
      ...(held > 0 ? ['A deposit is still to come back to the group. Close the group after that.'] : []),
    ];
  }
}

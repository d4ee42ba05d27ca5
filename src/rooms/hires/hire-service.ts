import { dayIn, daysAfter } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { LIVE_STATES } from '../bookings/booking-contract.ts';
import { depositHeld } from '../ledger/balance-contract.ts';
import type { DueThing, HireState } from './hire-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import { groupsDue, inTurn, keepersDue, SOON_DAYS } from './due-rules.ts';
import { OVER_WITH_MONEY } from './hire-rules.ts';
import type { HireStates } from './hire-state-service.ts';
import { hiresOn, type HireScope } from './hire-store.ts';

type Deps = Pick<HireDeps, 'db' | 'clock' | 'requests' | 'ledger'> & { states: HireStates };

const MOST_DUE = 200;

/** How a booking stands between its confirmation and its end, and what of it waits for whom. */
export function hireService({ db, clock, requests, ledger, states }: Deps) {
  return {
    /** @throws Problem 404 */
    state: (id: string): Promise<HireState> => states.state(db, id),
    /** What of these bookings waits for those who answer for the room, the most urgent first. */
    dueForKeepers: (scope: HireScope): Promise<DueThing[]> => dueIn(scope, keepersDue),
    /** What of its bookings waits for a group. */
    dueForGroups: (groupIds: readonly string[]): Promise<DueThing[]> => dueIn({ groupIds }, groupsDue),
    holdsOn,
  };

  async function dueIn(scope: HireScope, due: (found: HireState) => DueThing[]): Promise<DueThing[]> {
    const soon = daysAfter(dayIn('UTC', clock()), SOON_DAYS);
    const found = await states.statesOf(db, await hiresOn(db).maybeDue(scope, soon, MOST_DUE));
    return inTurn(found.flatMap(due));
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
export type HireService = ReturnType<typeof hireService>;

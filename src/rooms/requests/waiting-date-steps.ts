import type { Db } from '../../kernel/database.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Rooms } from './request-deps.ts';
import type { RoomRequest } from './request-contract.ts';
import { MAY_GO } from './waiting-contract.ts';

/** Which dates of a wish others have, so that waiting for them makes sense. */
export async function wantedDates(
  rooms: Pick<Rooms, 'look'>,
  db: Db,
  request: Pick<RoomRequest, 'groupId' | 'wish'>,
  spaceId: string,
  today: Day,
): Promise<{ missed: Day[] }> {
  const look = await rooms.look(db, request, spaceId);
  if (look instanceof Problem) return { missed: [] };
  return {
    missed: look.leftOut.filter(({ date, why }) => MAY_GO.includes(why) && date >= today).map(({ date }) => date),
  };
}

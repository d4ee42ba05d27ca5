import { sha256Of } from './criteria-reading.ts';
import { CBT_1 } from './cbt-1-table.ts';
import type { Db } from '../../kernel/database.ts';
import type { StoredSet } from './criteria-contract.ts';
import { criteriaOn } from './criteria-store.ts';

const PROPOSED_SHA256 = sha256Of(CBT_1);

/** What an area has adopted, behind the proposal that goes until then. */
export async function setsOf(on: Db, areaId: string): Promise<[StoredSet, ...StoredSet[]]> {
  const stored = await criteriaOn(on).ofArea(areaId);
  const proposed = stored.find(({ sha256 }) => sha256 === PROPOSED_SHA256) ?? {
    id: null,
    areaId,
    sha256: PROPOSED_SHA256,
    storedAt: null,
    set: CBT_1,
  };
  return [proposed, ...stored.filter((one) => one !== proposed)];
}

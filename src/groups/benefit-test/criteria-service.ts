import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import type { StoredSet } from './criteria-contract.ts';
import { criteriaOn } from './criteria-store.ts';
import { inForceOn, periodsOf, type DatedSet } from './criteria-rules.ts';
import { setsOf } from './area-sets-service.ts';
import { type CriteriaDeps, type Adoption, adoptSet } from './criteria-adoption-service.ts';

/** The criteria sets of areas. Where members have adopted none, the set goes that comes with the portal, and is called a proposal. */
export function criteriaService(deps: CriteriaDeps) {
  const { db, clock } = deps;
  return {
    ...criteriaReads(deps),

    /** Every set of an area with the time that it is in force, the newest first. */
    async history(area: Pick<Area, 'id' | 'timeZone'>): Promise<DatedSet[]> {
      return periodsOf(await setsOf(db, area.id), dayIn(area.timeZone, clock()));
    },

    /** One version of an area's sets. @throws Problem 404 */
    named: async (areaId: string, version: string): Promise<StoredSet> =>
      found((await setsOf(db, areaId)).find(({ set }) => set.version === version)),

    adopt: (area: Area, given: unknown, adoption: Adoption, actor: string) =>
      adoptSet(deps, area, given, adoption, actor),
  };
}
export type CriteriaService = ReturnType<typeof criteriaService>;

/** Which criteria set goes, for reading and for pinning a case to it. */
export function criteriaReads({ db, clock, newId }: Pick<CriteriaDeps, 'db' | 'clock' | 'newId'>) {
  return {
    inForce,
    byId: async (id: string, on: Db = db): Promise<StoredSet> => found(await criteriaOn(on).byId(id)),

    /** The set in force on a day, stored for good: cases that are complete on that day stay with it. */
    async pinned(trx: Db, areaId: string, day: string): Promise<StoredSet & { id: string }> {
      const stored = await inForce(areaId, day, trx);
      if (stored.id !== null) return { ...stored, id: stored.id };
      await criteriaOn(trx).add({ ...stored, id: newId(), storedAt: clock().toISOString() });
      return found(await criteriaOn(trx).byVersion(areaId, stored.set.version));
    },
  };

  async function inForce(areaId: string, day: string, on: Db = db): Promise<StoredSet> {
    return inForceOn(await setsOf(on, areaId), day);
  }
}
export type CriteriaReads = ReturnType<typeof criteriaReads>;

function found<T>(set: T | undefined): T {
  if (set === undefined) throw notFound('version of the test');
  return set;
}

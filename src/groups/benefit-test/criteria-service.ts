import { z } from 'zod';
import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import { CBT_1 } from './cbt-1.ts';
import type { StoredSet } from './criteria-contract.ts';
import { readCriteriaSet, sha256Of } from './criteria-reading.ts';
import { criteriaOn } from './criteria-store.ts';
import { inForceOn, periodsOf, type DatedSet } from './criteria-rules.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction'>;
export type Adoption = { minute: string; by?: string | undefined; from?: string | undefined };

const PROPOSED_SHA256 = sha256Of(CBT_1);
const adoptionSchema = z.object({
  minute: z
    .string('Name the minute that adopts the set: --minute REFERENCE.')
    .trim()
    .min(1, 'Name the minute that adopts the set: --minute REFERENCE.')
    .max(200),
  by: z.string().trim().min(1).max(200).optional(),
  from: z.iso.date('Give the first day as year-month-day: --from 2027-06-01.').optional(),
});

/** The criteria sets of areas. Where members have adopted none, the set goes that comes with the portal, and is called a proposal. */
export function criteriaService({ db, clock, newId, inOneTransaction }: Deps) {
  return {
    inForce,
    byId: async (id: string, on: Db = db): Promise<StoredSet> => found(await criteriaOn(on).byId(id)),

    /** Every set of an area with the time that it is in force, the newest first. */
    async history(area: Pick<Area, 'id' | 'timeZone'>): Promise<DatedSet[]> {
      return periodsOf(await setsOf(db, area.id), dayIn(area.timeZone, clock()));
    },

    /** One version of an area's sets. @throws Problem 404 */
    named: async (areaId: string, version: string): Promise<StoredSet> =>
      found((await setsOf(db, areaId)).find(({ set }) => set.version === version)),

    /** The set in force on a day, stored for good: cases that are complete on that day stay with it. */
    async pinned(trx: Db, areaId: string, day: string): Promise<StoredSet & { id: string }> {
      const stored = await inForce(areaId, day, trx);
      if (stored.id !== null) return { ...stored, id: stored.id };
      await criteriaOn(trx).add({ ...stored, id: newId(), storedAt: clock().toISOString() });
      return found(await criteriaOn(trx).byVersion(areaId, stored.set.version));
    },

    /**
     * Adopts a set for an area. The same set twice is one adoption.
     * @throws Problem 400 with a sentence for each thing that is wrong with it, 409 when the area has another set of that name
     */
    async adopt(area: Area, given: unknown, adoption: Adoption, actor: string): Promise<StoredSet> {
      const parsed = adoptionSchema.safeParse(adoption);
      if (!parsed.success)
        throw invalid(parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message })));
      const { minute, by, from } = parsed.data;
      const read = readCriteriaSet(given);
      const set = {
        ...read,
        minute_ref: minute,
        adopted_by: by ?? read.adopted_by,
        valid_from: from ?? read.valid_from,
      };
      const stored = { id: newId(), areaId: area.id, sha256: sha256Of(set), storedAt: clock().toISOString(), set };
      return inOneTransaction(async ({ trx, record }) => {
        const known = (await setsOf(trx, area.id)).find((one) => one.set.version === set.version);
        if (known?.sha256 === stored.sha256) return known;
        if (known)
          throw conflict(
            `${area.name} has a version “${set.version}” already, with other content. Stored versions never change: give this one a name of its own.`,
          );
        if (set.adopted_by === null)
          throw invalid([
            { field: 'adopted_by', message: 'Say who adopted the set: “adopted_by” in the file, or --by "Cabinet".' },
          ]);
        if (set.valid_from < dayIn(area.timeZone, clock()))
          throw invalid([
            {
              field: 'valid_from',
              message: `Let the set begin today or later: “valid_from” in the file, or --from. It says ${set.valid_from}, and rules are published before they count.`,
            },
          ]);
        if (!(await criteriaOn(trx).add(stored))) {
          const other = await criteriaOn(trx).byVersion(area.id, set.version);
          if (other?.sha256 === stored.sha256) return other;
          throw conflict(
            'Somebody has just adopted a set of that name, with other content. Look at it, and give yours another name.',
          );
        }
        record({
          kind: 'criteria_set_adopted',
          areaId: area.id,
          subjectKind: 'area',
          subjectId: area.id,
          actor,
          after: {
            version: set.version,
            sha256: stored.sha256,
            validFrom: set.valid_from,
            minute,
            adoptedBy: set.adopted_by,
          },
          publicText: `Version ${set.version} of the community benefit test was adopted by ${set.adopted_by} (${minute}). It goes from ${set.valid_from} on.`,
        });
        return stored;
      });
    },
  };

  async function inForce(areaId: string, day: string, on: Db = db): Promise<StoredSet> {
    return inForceOn(await setsOf(on, areaId), day);
  }

  /** What an area has adopted, behind the proposal that goes until then. */
  async function setsOf(on: Db, areaId: string): Promise<[StoredSet, ...StoredSet[]]> {
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
}
export type CriteriaService = ReturnType<typeof criteriaService>;

function found<T>(set: T | undefined): T {
  if (set === undefined) throw notFound('version of the test');
  return set;
}

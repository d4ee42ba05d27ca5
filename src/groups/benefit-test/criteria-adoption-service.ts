import type { BenefitDeps } from './benefit-deps.ts';
import { z } from 'zod';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { StoredSet } from './criteria-contract.ts';
import { invalid, conflict } from '../../kernel/problem.ts';
import { readCriteriaSet, sha256Of } from './criteria-reading.ts';
import { setsOf } from './area-sets-service.ts';
import { dayIn } from '../../kernel/clock.ts';
import { criteriaOn } from './criteria-store.ts';

/** What criteria sets need. */
export type CriteriaDeps = Pick<BenefitDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction'>;

export type Adoption = { minute: string; by?: string | undefined; from?: string | undefined };

const adoptionSchema = z.object({
  minute: z
    .string('Name the minute that adopts the set: --minute REFERENCE.')
    .trim()
    .min(1, 'Name the minute that adopts the set: --minute REFERENCE.')
    .max(200),
  by: z.string().trim().min(1).max(200).optional(),
  from: z.iso.date('Give the first day as year-month-day: --from 2027-06-01.').optional(),
});

/**
 * Adopts a set for an area. The same set twice is one adoption.
 * @throws Problem 400 with a sentence for each thing that is wrong with it, 409 when the area has another set of that name
 */
export async function adoptSet(
  { newId, clock, inOneTransaction }: CriteriaDeps,
  area: Area,
  given: unknown,
  adoption: Adoption,
  actor: string,
): Promise<StoredSet> {
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
}

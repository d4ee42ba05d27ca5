import type { BenefitDeps } from './benefit-deps.ts';
import type { CriteriaService } from './criteria-service.ts';
import type { Db } from '../../kernel/database.ts';
import type { BenefitTest } from './test-contract.ts';
import type { Group } from '../groups/group-contract.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { testsOn } from './test-store.ts';
import { nextRun, standingOn } from './passport-rules.ts';
import { conflict } from '../../kernel/problem.ts';
import { NO_ANSWERS } from './answer-form.ts';
import { evidenceOn } from './evidence-store.ts';

/** What drafts of answers need. */
export type DraftDeps = Pick<BenefitDeps, 'db' | 'clock' | 'newId' | 'areas' | 'groups'> & {
  criteria: CriteriaService;
};

/** Begins a run for a group: a first one, an improvement or a renewal, with what was said before. Of two at once one begins it, and both have it. */
export async function beginRun(
  { criteria, newId, clock }: DraftDeps,
  trx: Db,
  runs: readonly BenefitTest[],
  group: Group,
  area: Area,
  today: string,
): Promise<BenefitTest> {
  const tests = testsOn(trx);
  const { room } = (await criteria.inForce(area.id, today, trx)).set.paths;
  const next = nextRun(runs, room, today);
  if (next === null)
    throw conflict(
      `This group has a passport that is good until ${standingOn(runs, today).validUntil}. It can be renewed in its last ${room.renew_days} days.`,
    );
  const before = next === 'begin' ? undefined : runs.find(({ state }) => state === 'published');
  const draft = {
    ...emptyRun({ groupId: group.id, areaId: group.areaId, path: 'room', subject: null }, newId(), clock()),
    answers: before ? { ...before.answers, news: '' } : NO_ANSWERS,
    improvesId: next === 'improve' ? (before?.id ?? null) : null,
  };
  if (await tests.add(draft)) {
    for (const evidence of before ? await evidenceOn(trx).of(before.id) : [])
      await evidenceOn(trx).add({ ...evidence, id: newId(), testId: draft.id });
    return draft;
  }
  const other = await tests.openPassportOf(group.id);
  if (!other)
    throw conflict('Somebody else is working on this passport at this moment. Look at its page, and try again.');
  return other;
}

/** A run in which nothing has been said yet. */
export function emptyRun(
  { areaId, groupId, path, subject }: Pick<BenefitTest, 'groupId' | 'areaId' | 'path' | 'subject'>,
  id: string,
  now: Date,
): BenefitTest {
  return {
    id,
    areaId,
    groupId,
    path,
    subject,
    improvesId: null,
    state: 'draft',
    openTo: 'scorers',
    answersStand: false,
    criteriaId: null,
    answers: NO_ANSWERS,
    channel: 'online',
    enteredBy: null,
    onBehalfOf: null,
    readBack: null,
    receivedOn: null,
    completeOn: null,
    dueOn: null,
    outcome: null,
    points: null,
    possible: null,
    result: null,
    resultOn: null,
    improveBy: null,
    validUntil: null,
    submission: null,
    createdAt: now.toISOString(),
    changedAt: now.toISOString(),
    version: 1,
  };
}

import type { ExplainedResult, Outcome } from '../../../src/groups/benefit-test/benefit-contract.ts';
import type { BenefitTest } from '../../../src/groups/benefit-test/test-contract.ts';
import { testsOn } from '../../../src/groups/benefit-test/test-store.ts';
import type { Town } from '../../support/domain.ts';
import type { TestServices } from '../../support/server.ts';

const PASS: Outcome = 'pass';
/** A pass that lasts, whatever day a test lives on. */
export const FOR_LONG = { resultOn: '2020-01-01', validUntil: '2099-12-31' };

/** A result of the compact test as the people who score publish it. */
export async function aResult(
  { inOneTransaction, newId }: TestServices,
  { area }: Town,
  groupId: string,
  { outcome = PASS, points = 360, possible = 400, resultOn = '2026-12-01', validUntil = '2027-12-31' } = {},
): Promise<void> {
  const result: ExplainedResult = {
    version: 'cbt-1',
    sha256: '',
    inputs: '',
    language: 'en',
    path: 'room',
    outcome,
    points,
    possible,
    benefit: { points, possible },
    passMark: 50,
    lines: [],
    failedMinima: [],
    gates: [],
    changes: { single: [], together: [], gates: [] },
    resultOn,
    reviewBy: resultOn,
    improveBy: null,
    validUntil: outcome === 'pass' ? validUntil : null,
  };
  const test: BenefitTest = {
    id: newId(),
    areaId: area.id,
    groupId,
    path: 'room',
    subject: null,
    improvesId: null,
    state: 'published',
    openTo: 'scorers',
    answersStand: false,
    criteriaId: null,
    answers: { criteria: {}, gates: {}, news: '' },
    channel: 'online',
    enteredBy: null,
    onBehalfOf: null,
    readBack: null,
    receivedOn: resultOn,
    completeOn: resultOn,
    dueOn: resultOn,
    outcome,
    points,
    possible,
    result,
    resultOn,
    improveBy: null,
    validUntil: outcome === 'pass' ? validUntil : null,
    submission: newId(),
    createdAt: `${resultOn}T10:00:00Z`,
    changedAt: `${resultOn}T10:00:00Z`,
    version: 1,
  };
  await inOneTransaction(async ({ trx, record }) => {
    await testsOn(trx).add(test);
    record({ kind: 'passport_result', areaId: area.id, subjectKind: 'group', subjectId: groupId, actor: 'test' });
  });
}

/** Answers that were sent and that nobody has scored yet. */
export async function aSentTest({ db, newId }: TestServices, { area }: Town, groupId: string, day: string) {
  await testsOn(db).add({
    id: newId(),
    areaId: area.id,
    groupId,
    path: 'room',
    subject: null,
    improvesId: null,
    state: 'scoring',
    openTo: 'scorers',
    answersStand: false,
    criteriaId: null,
    answers: { criteria: {}, gates: {}, news: '' },
    channel: 'online',
    enteredBy: null,
    onBehalfOf: null,
    readBack: null,
    receivedOn: day,
    completeOn: day,
    dueOn: day,
    outcome: null,
    points: null,
    possible: null,
    result: null,
    resultOn: null,
    improveBy: null,
    validUntil: null,
    submission: newId(),
    createdAt: `${day}T10:00:00Z`,
    changedAt: `${day}T10:00:00Z`,
    version: 1,
  });
}

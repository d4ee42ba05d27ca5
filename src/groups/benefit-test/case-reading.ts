import type { Group, GroupPerson } from '../groups/group-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import type { AgreedMark } from './benefit-contract.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { PathRules, StoredSet } from './criteria-contract.ts';
import type { CriteriaReads } from './criteria-service.ts';
import { evidenceOn } from './evidence-store.ts';
import { gateStandings } from './gate-rules.ts';
import type { GateStanding } from './gate-contract.ts';
import { gatesOn } from './gate-store.ts';
import { bothSheets } from './scoring-rules.ts';
import { scoringOn } from './scoring-store.ts';
import type { Assessment, Difference } from './scoring-contract.ts';
import { agreedMarks, differencesIn } from './settling-rules.ts';
import type { BenefitTest } from './test-contract.ts';
import { testsOn } from './test-store.ts';
import type { Evidence } from './evidence-contract.ts';

/** A test that has been sent, with everything that has come to it. */
export type Case = {
  test: BenefitTest;
  group: Group;
  people: readonly GroupPerson[];
  stored: StoredSet;
  path: PathRules;
  evidence: readonly Evidence[];
  assessments: readonly Assessment[];
  both: readonly [Assessment, Assessment] | null;
  differences: readonly Difference[];
  /** The marks that stand, once they do. */
  agreed: readonly AgreedMark[] | null;
  gates: readonly GateStanding[];
};
export type CaseReader = ReturnType<typeof caseReader>;

/** Reads a case from the transaction in hand, as it is or claimed for a change. */
export function caseReader({ groups, criteria }: Pick<BenefitDeps, 'groups'> & { criteria: CriteriaReads }) {
  return {
    /** @throws Problem 404 when there is no such test, its group has not sent it yet, or is closed */
    read: async (on: Db, id: string): Promise<Case> => caseOf(on, await testsOn(on).byId(id)),
    /** The case for this transaction: what others do to it at the same time waits its turn. */
    lock: async (trx: Db, id: string): Promise<Case> => caseOf(trx, await testsOn(trx).lock(id)),
  };

  async function caseOf(on: Db, test: BenefitTest | undefined): Promise<Case> {
    const group = test && (await groups.byId(on, test.groupId));
    if (!group || group.closedAt !== null || test.criteriaId === null) throw notFound('test');
    const stored = await criteria.byId(test.criteriaId, on);
    const path = stored.set.paths[test.path];
    const assessments = await scoringOn(on).of(test.id);
    const people = await groups.people(on, test.groupId);
    const both = bothSheets(assessments);
    const differences = both
      ? differencesIn(path.criteria, both, await scoringOn(on).settlementsOf(test.id), stored.set.scoring)
      : [];
    return {
      test,
      group,
      people,
      stored,
      path,
      assessments,
      both,
      differences,
      evidence: await evidenceOn(on).of(test.id),
      agreed: both && agreedMarks(path.criteria, both, differences),
      gates: gateStandings(
        path,
        await gatesOn(on).of(test.id),
        people.filter(({ role }) => role !== 'group_member').length,
      ),
    };
  }
}

/** What somebody needs who works on cases: some of what the benefit test has, and cases themselves. */
export type CaseDeps<K extends keyof BenefitDeps> = Pick<BenefitDeps, K> & { cases: CaseReader };

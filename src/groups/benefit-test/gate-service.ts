import type { TestState } from './test-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { conflict, Problem, type Mistake, invalid } from '../../kernel/problem.ts';
import { gatesOn } from './gate-store.ts';
import type { Case, CaseDeps } from './case-reading.ts';
import { hasScored } from './scoring-rules.ts';
import { type GateAnswer, GATE_ANSWERS } from './benefit-contract.ts';

const BEFORE_RESULT: readonly TestState[] = ['scoring', 'settling', 'deciding'];

/** What must hold apart from any marks: somebody who has not scored a test answers its gates. */
export function gateService({
  clock,
  newId,
  inOneTransaction,
  cases,
}: CaseDeps<'clock' | 'newId' | 'inOneTransaction'>) {
  return {
    /** Answers gates. An answer that is the same as before is none. */
    async answerGates(who: Who, testId: string, given: Readonly<Record<string, string | undefined>>): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        const found = await cases.lock(trx, testId);
        leaveToOthers(found, who);
        if (!BEFORE_RESULT.includes(found.test.state))
          throw conflict(
            'The result is out, or the group has taken its answers back. Gates are not answered any more.',
          );
        const answers = gateAnswers(found, given);
        for (const answer of answers)
          await gatesOn(trx).add({ ...answer, id: newId(), testId, by: who.personId, at: clock().toISOString() });
        if (answers.length === 0) return;
        record({
          kind: 'test_gates_answered',
          areaId: found.test.areaId,
          subjectKind: 'benefit_test',
          subjectId: testId,
          actor: who.personId,
          after: Object.fromEntries(answers.map(({ gate, answer }) => [gate, answer])),
        });
      });
    },
  };
}

/** @throws Problem 403 */
export function leaveToOthers({ assessments }: Case, who: Who): void {
  if (hasScored(who.personId, assessments))
    throw new Problem(
      403,
      'Somebody else does this',
      'You scored this test, so somebody else checks its gates and publishes the result.',
    );
}

/** The answers that are new. An answer other than yes says why. */
function gateAnswers(
  { gates }: Case,
  given: Readonly<Record<string, string | undefined>>,
): { gate: Case['gates'][number]['gate']['id']; answer: GateAnswer; note: string | null }[] {
  const mistakes: Mistake[] = [];
  const answers = gates
    .filter(({ read }) => !read)
    .flatMap(({ gate, answer: before, note: noteBefore }) => {
      const answer = GATE_ANSWERS.find((one) => one === given[`gate_${gate.id}`]);
      const note = given[`note_${gate.id}`] || null;
      if (!answer || (answer === before && note === noteBefore)) return [];
      if (answer !== 'yes' && note === null)
        mistakes.push({
          field: `note_${gate.id}`,
          message: `Say in a few words why ${gate.id} is not answered with yes. The group reads it.`,
        });
      return [{ gate: gate.id, answer, note }];
    });
  if (mistakes.length > 0) throw invalid(mistakes);
  return answers;
}

import type { AskedOne } from './case-test-contract.ts';
import { asksOf, textIn, type PathRules } from './criteria-contract.ts';
import type { Answers } from './test-contract.ts';

/**
 * All that a group is asked, with what it has answered: the questions, then the statements for gates.
 * @param shown the question of each piece of evidence
 */
export function askedIn({ criteria, gates }: PathRules, answers: Answers, shown: readonly string[]): AskedOne[] {
  const one = (kind: AskedOne['kind'], id: string, [title, text]: [string, string], answer = ''): AskedOne => ({
    ...{ id, kind, title, text, answer },
    evidence: shown.filter((criterion) => criterion === id).length,
  });
  return [
    ...criteria.map(({ id, text }) => one('answer', id, [textIn(text), textIn(text)], answers.criteria[id])),
    ...asksOf(gates).map(({ id, text, asks }) => one('gate', id, [textIn(text), textIn(asks)], answers.gates[id])),
  ];
}

import type { GateStanding } from './gate-contract.ts';
import type { TestState } from './test-contract.ts';
import type { Gate } from './criterion-contract.ts';

/** Beside every question, so that nobody thinks they must write a report. */
export const EVIDENCE_HINT = 'A photo, a few lines, or telling us by phone is fine. You do not need a report.';

/** The way from the first answer to the result, in the order of a run's states. */
export const STEPS: readonly { title: string; states: readonly TestState[] }[] = [
  { title: 'You answer', states: ['draft'] },
  { title: 'Two people score', states: ['scoring', 'settling'] },
  { title: 'Last checks', states: ['deciding'] },
  { title: 'Result', states: ['published'] },
];

export const CHECKER_WORDS: Record<Gate['checker'], string> = {
  owner: 'the owner',
  broker: 'an officer',
  applicant: 'the group',
};

/** How a gate of the case stands, in words for the group. */
export function gateWords({ gate, answer, note, read }: GateStanding): string {
  const answers = { yes: 'Yes', no: 'No', not_yet: 'Not yet', not_needed: 'Not needed' };
  if (answer === null)
    return `Not checked yet. ${gate.checker === 'applicant' ? 'An officer reads what the group wrote.' : 'An officer checks it.'}`;
  if (read) return answer === 'yes' ? 'Yes, as the group’s page shows.' : 'Not yet, as the group’s page shows.';
  return note ? `${answers[answer]}. ${note}` : `${answers[answer]}.`;
}

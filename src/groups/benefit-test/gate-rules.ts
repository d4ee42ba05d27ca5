import type { GateState } from './benefit-contract.ts';
import type { PathRules } from './criteria-contract.ts';
import type { GateStanding } from './gate-contract.ts';
import type { GateAnswerGiven } from './test-contract.ts';
import type { Gate } from './criterion-contract.ts';

/** Gates that are asked with the case itself; the others are asked with each booking. */
const caseGates = ({ gates }: Pick<PathRules, 'gates'>): Gate[] => gates.filter(({ of }) => of === 'case');

/**
 * How the gates of a case stand.
 * @param given every answer, the newest last
 * @param adults how many of the group's people are its lead or a deputy: all of them have said that they are 18 or over
 */
export function gateStandings(
  path: Pick<PathRules, 'gates'>,
  given: readonly GateAnswerGiven[],
  adults: number,
): GateStanding[] {
  return caseGates(path).map((gate) => {
    if (gate.people !== undefined)
      return { gate, answer: adults >= gate.people ? 'yes' : 'not_yet', note: null, read: true };
    const last = given.filter(({ gate: id }) => id === gate.id).at(-1);
    return { gate, answer: last?.answer ?? null, note: last?.note ?? null, read: false };
  });
}

/** Gates that keep a result from being published: those before the decision that nobody has answered for good. */
export function openGates(standings: readonly GateStanding[]): GateStanding[] {
  return standings.filter(({ gate, answer }) => gate.stage === 'D' && (answer === null || answer === 'not_yet'));
}

/** Gates as a result keeps them. One for the start that nobody has answered is not there yet. */
export const gateStates = (standings: readonly GateStanding[]): GateState[] =>
  standings.map(({ gate, answer, note }) => ({ id: gate.id, answer: answer ?? 'not_yet', note }));

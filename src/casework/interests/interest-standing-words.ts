import type { Standing } from '../../ground/cases/standing-contract.ts';
import { stepWords } from '../../ground/cases/standing-words.ts';
import type { Interest } from './interest-contract.ts';
import { INTEREST_SILENCE } from './interest-words.ts';
import type { Viewing } from './viewing-contract.ts';

type Row = { stage: string; turn: Standing['steps'][0]['turn']; next: string };

/**
 * Where an interest stands: the one answer of page, list, home and mail.
 * @param row of the table of states @param time the one in which they have a place
 */
export function interestStanding(
  { state, dueOn }: Pick<Interest, 'state' | 'dueOn'>,
  row: Row,
  time: Pick<Viewing, 'day' | 'begins' | 'ends'> | null = null,
): Standing {
  if (state === 'viewing' && time !== null) {
    const come = { kind: state, turn: row.turn, next: `come to see it at ${time.begins}`, by: time.day, how: null };
    return { stage: 'A time to see it', steps: [come], meanwhile: [] };
  }
  const how = INTEREST_SILENCE[state] || null;
  return { stage: row.stage, steps: [{ kind: state, turn: row.turn, next: row.next, by: dueOn, how }], meanwhile: [] };
}

/** The sentence with which mails about it end. */
export const standingSentence = (standing: Standing, reader: 'asker' | 'owner' | 'monitoring_officer'): string =>
  stepWords(standing.steps[0], reader);

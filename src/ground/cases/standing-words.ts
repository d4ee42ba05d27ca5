import { dateWords } from '../../kernel/day-words.ts';
import { isTurnOf, PARTIES, type Party, type Standing, type Step, type Turn } from './standing-contract.ts';

const NAMES: Record<Party, string> = {
  group: 'the group',
  asker: 'whoever asked',
  owner: 'the owner',
  broker: 'the broker',
  scorers: 'the scorers',
  monitoring_officer: 'the monitoring officer',
  decision_officer: 'the decision officer',
  democratic_services: 'democratic services',
  panel: 'the panel',
};
const TURN_WORDS: Record<Turn, string> = {
  group: 'The group’s turn',
  asker: 'The turn of whoever asked',
  owner: 'The owner’s turn',
  broker: 'The broker’s turn',
  scorers: 'The scorers’ turn',
  monitoring_officer: 'The monitoring officer’s turn',
  decision_officer: 'The decision officer’s turn',
  democratic_services: 'The turn of democratic services',
  panel: 'The panel’s turn',
  everybody: 'Everybody’s turn',
  group_and_owner: 'The group’s turn, together with the owner',
  group_and_broker: 'The group’s turn, together with the broker',
  nobody: 'Nobody has to do anything',
};

/** Whose turn it is, for whoever reads it. @param reader null for somebody on no side */
function turnWords(turn: Turn, reader: Party | null): string {
  if (reader === null || !isTurnOf(turn, reader)) return TURN_WORDS[turn];
  const other = PARTIES.find((party) => party !== reader && isTurnOf(turn, party));
  const yours = reader === 'group' ? 'Your group’s turn' : 'Your turn';
  return other ? `${yours}, together with ${NAMES[other]}` : yours;
}

/** The same without its day, for lists that have the day in a column of its own: "Your group’s turn: settle the deposit". */
export const openWords = ({ turn, next }: Pick<Step, 'turn' | 'next'>, reader: Party | null): string =>
  next === '' ? turnWords(turn, reader) : `${turnWords(turn, reader)}: ${next}`;

/** "Your group’s turn: settle the deposit, by Sunday 10 January 2027." The same sentence on every page, in every list and mail. */
export function stepWords(step: Pick<Step, 'turn' | 'next' | 'by'>, reader: Party | null): string {
  const { turn, by } = step;
  if (turn === 'nobody') return [`${TURN_WORDS.nobody}.`, ...thenWords(step)].join(' ');
  return `${openWords(step, reader)}${by ? `, by ${dateWords(by)}` : ''}.`;
}

/** What comes by itself, where something does: "The next date is Tuesday 2 March 2027." */
export const thenWords = ({ next, by }: Pick<Step, 'next' | 'by'>): string[] =>
  next === '' ? [] : [`${next.charAt(0).toUpperCase()}${next.slice(1)}${by ? ` ${dateWords(by)}` : ''}.`];

/** All that is open, and how it is done, a line each: for mails and letters. */
export const standingLines = ({ steps }: Pick<Standing, 'steps'>, reader: Party): string[] =>
  steps.flatMap((step, index) =>
    step.turn === 'nobody' && index > 0
      ? thenWords(step)
      : [`${stepWords(step, reader)}${step.how ? ` ${step.how}` : ''}`],
  );

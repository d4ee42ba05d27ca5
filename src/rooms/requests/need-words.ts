import type { AnswerFact } from '../finder/answer-contract.ts';
import { factWords } from '../finder/finder-words.ts';
import { FACILITY_TABLE } from '../spaces/facility-contract.ts';
import type { Wish } from './request-contract.ts';
import { listed, pounds } from '../finder/measure-words.ts';

/** "Step-free way in and hearing loop" */
export function needsWords(needs: Wish['needs']): string {
  const words = listed(needs.map((need) => FACILITY_TABLE[need].noun));
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** "£20 a date at most" */
export const mostWords = ({ pence, per }: NonNullable<Wish['most']>): string =>
  `${pounds(pence)} ${{ all: 'in all', date: 'a date', hour: 'an hour' }[per]} at most`;

/** What a room lacks of what the group must have and can pay; empty where it lacks nothing. "Hearing loop: not known. £40 more than you can pay." */
export function lackWords(lacks: readonly AnswerFact[], abovePence: number | null): string {
  return [...lacks.map(factWords), ...(abovePence === null ? [] : [`${pounds(abovePence)} more than you can pay`])]
    .map((one) => `${one}.`)
    .join(' ');
}

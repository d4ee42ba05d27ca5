import { searchableWords } from '../../kernel/text.ts';
import type { Facility } from '../spaces/facility-contract.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import type { AnswerFact } from './answer-contract.ts';

const DAY = 24 * 60;
/** Shorter words, such as "and", say nothing about what is done. */
const SAYS_SOMETHING = 4;

/** What was asked for and is not there for certain. */
export const lacking = (facts: readonly AnswerFact[]): AnswerFact[] => facts.filter(({ value }) => value !== 'yes');

/** A facility with hours, such as a lift that is staffed, counts only if it is there from the beginning to the end. */
export function factOf({ facilities }: BookableSpace, facility: Facility, from: number, to: number): AnswerFact {
  const fact = facilities[facility];
  if (!fact) return { facility, value: 'unknown', note: null };
  const there = !fact.hours || to === from || (fact.hours.from <= from && Math.min(to, DAY) <= fact.hours.to);
  return { facility, value: fact.value === 'yes' && !there ? 'not_at_that_time' : fact.value, note: fact.note };
}

/** Whether a word of what it is for stands among what the owner does not allow: then that is told, for a person to judge. */
export function mentions(notAllowed: string | null, text: string): boolean {
  if (!notAllowed || text === '') return false;
  const said = new Set(searchableWords(notAllowed));
  return searchableWords(text).some((word) => word.length >= SAYS_SOMETHING && said.has(word));
}

import { isTurnOf } from '../../ground/cases/standing-contract.ts';
import { openWords } from '../../ground/cases/standing-words.ts';
import type { HomeLine } from '../../ground/people/home-contract.ts';
import type { RequestLine } from './request-page-contract.ts';

/** What waits for somebody of the group, and what the group waits for. What is booked its booking tells of. */
export function homeLines(lines: readonly RequestLine[]): { waiting: HomeLine[]; expecting: HomeLine[] } {
  const open = lines.filter(({ state, step }) => state !== 'confirmed' && step.turn !== 'nobody');
  const line = ({ id, group, room, step }: RequestLine): HomeLine => ({
    text: `${group}: ${room}. ${openWords(step, 'group')}`,
    href: `/requests/${id}`,
    due: step.by,
  });
  return {
    waiting: open.filter(({ step }) => isTurnOf(step.turn, 'group')).map(line),
    expecting: open.filter(({ step }) => !isTurnOf(step.turn, 'group')).map(line),
  };
}

/** What waits for somebody who answers for an owner or a place. */
export const answerLines = (lines: readonly RequestLine[]): HomeLine[] =>
  lines.map(({ id, room, group, step }) => ({
    text: `${group}: ${room}. ${openWords(step, 'owner')}`,
    href: `/requests/${id}`,
    due: step.by,
  }));

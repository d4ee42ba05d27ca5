import type { HomeLine } from '../../ground/people/home-contract.ts';
import type { RequestLine } from './request-page-contract.ts';
import { REQUEST_STATE_WORDS } from './request-words.ts';

const TODO: Partial<Record<RequestLine['state'], string>> = {
  draft: 'Check and send your request for',
  offered: 'Take the room that is offered:',
  default_offered: 'Take the room that is offered:',
  deposit_due: 'Settle the deposit for',
};

/** What waits for somebody of the group, and what the group waits for. */
export function homeLines(lines: readonly RequestLine[]): { waiting: HomeLine[]; expecting: HomeLine[] } {
  const open = lines.filter(({ turn }) => turn !== 'nobody');
  return {
    waiting: open
      .filter(({ turn }) => turn === 'group')
      .map(({ id, state, room, group, dueOn }) => ({
        text: `${group}: ${TODO[state] ?? REQUEST_STATE_WORDS[state]} ${room}`,
        href: `/requests/${id}`,
        due: dueOn,
      })),
    expecting: open
      .filter(({ turn }) => turn !== 'group')
      .map(({ id, state, room, group, dueOn, startsOn }) => ({
        text: `${group}: ${room}. ${REQUEST_STATE_WORDS[state]}`,
        href: `/requests/${id}`,
        due: dueOn ?? startsOn,
      })),
  };
}

/** What waits for somebody who answers for an owner or a place. */
export const answerLines = (lines: readonly RequestLine[]): HomeLine[] =>
  lines.map(({ id, room, group, dueOn }) => ({
    text: `Answer the request of ${group} for ${room}`,
    href: `/requests/${id}`,
    due: dueOn,
  }));

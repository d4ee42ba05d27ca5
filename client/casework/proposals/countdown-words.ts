import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { longDay } from '../../kernel/format.ts';

type Counted = Pick<PublicProposal, 'state' | 'silenceGrants' | 'dueOn' | 'owner' | 'commentsUntil' | 'pausedBy'>;
const DAY_MS = 86_400_000;

/** How long is left, in words: a number of days and the day itself, so that neither has to be worked out. */
export function countdownWords(
  { state, silenceGrants, dueOn, owner, commentsUntil, pausedBy }: Counted,
  today: string,
): string[] {
  if (dueOn === null) return [];
  // While the clock stands still it may go on sooner.
  if (pausedBy !== null)
    return [`Counted to the last day of the pause, what is next is due by ${longDay(dueOn)} at the latest.`];
  const left = Math.max(0, Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS));
  const days = left === 0 ? 'today is the last day' : left === 1 ? 'one day is left' : `${left} days are left`;
  if (state === 'window' && owner?.joined && silenceGrants)
    return [`Silence says yes at the end of ${longDay(dueOn)}: ${days}.`];
  if (state === 'commenting' && commentsUntil)
    return [`You can comment until the end of ${longDay(commentsUntil)}: ${days}.`];
  return [];
}

import type { GroupDocument } from './document-contract.ts';
import { daysLater } from './group-rules.ts';

/** When people are reminded of a paper that runs out: days before its last day; after it, the day that follows. */
export const REMINDERS = [
  { stage: '30_days', daysBefore: 30 },
  { stage: '7_days', daysBefore: 7 },
  { stage: 'expired', daysBefore: -1 },
] as const;
export type ReminderStage = (typeof REMINDERS)[number]['stage'];

type Paper = Pick<GroupDocument, 'id' | 'kind' | 'state' | 'expiresOn' | 'supersededAt' | 'receivedOn'>;

/**
 * The reminder that is due for a paper today, if any. After a pause only the latest is, so that nobody gets two at once;
 * what lay behind already when the paper came in is left out: whoever brought it knew.
 * @param others the group's other papers: one that waits or is in force and lasts longer makes reminders needless
 */
export function reminderDue(
  paper: Paper,
  others: readonly Paper[],
  sent: readonly string[],
  today: string,
): ReminderStage | null {
  const { expiresOn } = paper;
  if (expiresOn === null || paper.state === 'not_accepted' || paper.supersededAt !== null) return null;
  if (others.some((other) => isRenewal(other, paper, expiresOn))) return null;
  const reached = REMINDERS.filter(({ daysBefore }) => daysLater(expiresOn, -daysBefore) <= today).at(-1);
  if (!reached || sent.includes(reached.stage) || daysLater(expiresOn, -reached.daysBefore) < paper.receivedOn)
    return null;
  return reached.stage;
}

/**
 * The next day on which a reminder may be due. A renewal may still be turned down, or give way to another: until then every day.
 * @returns null when nothing more comes of it
 */
export function nextLook(paper: Paper, others: readonly Paper[], today: string): string | null {
  const { expiresOn } = paper;
  if (expiresOn === null || paper.state === 'not_accepted' || paper.supersededAt !== null) return null;
  if (others.some((other) => isRenewal(other, paper, expiresOn))) return daysLater(today, 1);
  return REMINDERS.map(({ daysBefore }) => daysLater(expiresOn, -daysBefore)).find((day) => day > today) ?? null;
}

function isRenewal(other: Paper, paper: Paper, expiresOn: string): boolean {
  if (
    other.id === paper.id ||
    other.kind !== paper.kind ||
    other.state === 'not_accepted' ||
    other.supersededAt !== null
  )
    return false;
  return (
    other.expiresOn === null || other.expiresOn > expiresOn || (other.expiresOn === expiresOn && other.id > paper.id)
  );
}

import type { Day } from '../../kernel/recurrence-contract.ts';

/** planned: its day is to come. sent. missed: its day passed before anybody could be told, and a later one or the grant came first. overtaken: silence does not grant on that day any more. */
export const WARNING_STATES = ['planned', 'sent', 'missed', 'overtaken'] as const;
/** A warning that silence will grant, on the days that the area’s terms say before the day. */
export type Warning = {
  id: string;
  proposalId: string;
  /** The day on which silence grants. */
  dueOn: Day;
  /** The first of them is 1. */
  nth: number;
  /** Working days before the day. */
  daysBefore: number;
  warnOn: Day;
  state: (typeof WARNING_STATES)[number];
  sentOn: Day | null;
};
/** Whom a warning told, and the mail that it made. */
export type WarningMail = {
  id: string;
  warningId: string;
  toRole: 'owner_representative' | 'decision_officer';
  personId: string | null;
  /** By this the mail is found in the outbox; null for a letter. */
  mailKey: string | null;
};
/** As it is told: whether the mail server took it, null where it went as a letter or nothing is known any more. */
export type WarningTold = Pick<Warning, 'dueOn' | 'daysBefore' | 'warnOn' | 'state' | 'sentOn'> & {
  mails: readonly { toRole: WarningMail['toRole']; taken: boolean | null; letter: boolean; waiting: boolean }[];
};

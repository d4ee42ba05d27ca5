import { DEFAULT_ROOM_TERMS } from '../../groups/compact/compact-contract.ts';

/**
 * How long we keep what need not stay: one table for the job that removes it and for the page that says so.
 * Days count from the end of what it is for. What is not in it stays: the record, cases, and papers in force (UK GDPR, article 5(1)(e)).
 */
export const RETENTION = {
  drafts: { days: 90, what: 'Drafts that nobody has touched', why: 'Time to come back to them' },
  codes: { days: 1, what: 'Codes to sign in', why: 'They work for ten minutes' },
  sessions: {
    days: 30,
    what: 'Devices on which you were signed in, once that has ended',
    why: 'So that you can see where you were',
  },
  mails: { days: 180, what: 'Mails we sent you', why: 'So that we can say what we wrote' },
  limits: { days: 2, what: 'Counts of tries to sign in', why: 'They stop guessing' },
  papers: {
    days: 180,
    what: 'Papers of groups, once a newer version has replaced them or the group has closed',
    why: 'So that we can show what a check rested on',
  },
  photos: { days: 180, what: 'Photos of rooms, once they are no longer let', why: 'Time to put a mistake right' },
  uploads: {
    days: 30,
    what: 'Lists that officers and owners uploaded to import them',
    why: 'Time to come back to them',
  },
  bookings: {
    days: DEFAULT_ROOM_TERMS.bookings_kept_days,
    what: 'Who booked a room, asked for it or waited for it, and what they wrote about it, once its last date is over',
    why: 'Questions about a date come up until then',
  },
  receipts: {
    days: DEFAULT_ROOM_TERMS.receipts_kept_days,
    what: 'Names on receipts for money',
    why: 'Accounts must be kept for seven years',
  },
  calls: {
    days: 730,
    what: 'Notes of calls to groups who did not come',
    why: 'So that an officer sees whether it happened before',
  },
  invitations: { days: 30, what: 'Invitations, once they have run out', why: 'So that we can say who was invited' },
} as const satisfies Record<string, { days: number; what: string; why: string }>;
export type RetentionKind = keyof typeof RETENTION;
export const RETENTION_KINDS = Object.keys(RETENTION) as RetentionKind[];

/** What an area may keep for other days than the usual ones, with its terms for rooms. */
export const KEPT_BY_AREA = ['bookings', 'receipts'] as const satisfies readonly RetentionKind[];
/** How many days one area has adopted. */
export type AreaDays = { areaId: string; area: string; days: Record<(typeof KEPT_BY_AREA)[number], number> };
/** What a feature is asked to let go of: in one area, from before a day, so much at once. */
export type Forgetting = { areaId: string; before: string; limit: number };

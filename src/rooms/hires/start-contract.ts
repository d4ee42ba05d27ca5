import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import type { Paper } from '../requests/request-contract.ts';

/** What is to be in order before a room is used for the first time (casework reference, stage S). */
export const START_CHECKS = ['induction', 'insurance', 'safeguarding'] as const;
export type StartCheckKind = (typeof START_CHECKS)[number];
/** `due` is the first day on which it is needed; `runsOut` the last day of a paper that is there. */
export type StartCheck = { kind: StartCheckKind; met: boolean; due: Day; runsOut: Day | null };

/** A paper that a group has given: a broker has accepted it, or still has to look at it. */
export type GivenPaper = Paper & { state: 'waiting' | 'accepted' | 'not_accepted' };

/** Whoever was shown alarm, exits and the accident book has signed for it; here is when, and who showed them. */
export type Induction = { on: Day; signedBy: string; shownBy: string };
const name = (ask: string) => z.string(ask).trim().min(2, ask).max(200, 'Use up to 200 characters.');
export const inductionSchema = z.object({
  on: daySchema,
  signed_by: name('Name who of the group signed.'),
  shown_by: name('Name who showed them round.'),
});
export type NewInduction = z.infer<typeof inductionSchema>;

/** A date that is held back; `told` counts how often both sides were: long before, and shortly before. */
export type HeldDate = { occurrenceId: string; bookingId: string; heldOn: Day; told: number };
/** Being shown round a building counts for every booking of the group there, for a year. */
export type BuildingInduction = { bookingId: string; groupId: string; assetId: string; on: Day };

/** Ending a series before its last date. */
export const noticeSchema = z.object({
  version: z.coerce.number('Open the page again and repeat what you did.').int().min(1),
  reason: z
    .string('Say why in a sentence.')
    .trim()
    .min(5, 'Say why in a sentence. The other side reads it.')
    .max(500, 'Use up to 500 characters.'),
});
export type Notice = z.infer<typeof noticeSchema>;

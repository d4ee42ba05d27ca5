import { z } from 'zod';
import type { Kept } from '../../ground/retention/retention-contract.ts';

export const DOCUMENT_KINDS = ['insurance', 'safeguarding', 'rules', 'accounts'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const DOCUMENT_STATES = ['waiting', 'accepted', 'not_accepted'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];
/** Papers that say themselves until when they are good. */
const MUST_EXPIRE: readonly DocumentKind[] = ['insurance'];

export type GroupDocument = {
  id: string;
  groupId: string;
  kind: DocumentKind;
  /** On our disk; never the sender's. */
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** The last day on which it is good. */
  expiresOn: string | null;
  receivedOn: string;
  uploadedBy: string;
  uploadedAt: string;
  state: DocumentState;
  checkedBy: string | null;
  checkedAt: string | null;
  /** Why it was not accepted. */
  reason: string | null;
  supersededAt: string | null;
};

const day = z.iso.date('Enter the day as on the paper, with day, month and year.');

export const documentSchema = z
  .object({
    kind: z.enum(DOCUMENT_KINDS, 'Choose what sort of paper it is.'),
    expires_on: z
      .union([z.literal('').transform(() => null), day])
      .optional()
      .transform((text) => text ?? null),
  })
  .refine(({ kind, expires_on }) => expires_on !== null || !MUST_EXPIRE.includes(kind), {
    path: ['expires_on'],
    message: 'Enter the last day of the insurance. It is on the certificate.',
  });
export type NewDocument = z.infer<typeof documentSchema>;

export const checkSchema = z
  .object({
    outcome: z.enum(['accepted', 'not_accepted'], 'Choose whether the paper is in order.'),
    reason: z
      .string()
      .trim()
      .max(1_000, 'Use up to 1,000 characters.')
      .optional()
      .transform((text) => text || null),
  })
  .refine(({ outcome, reason }) => outcome === 'accepted' || reason !== null, {
    path: ['reason'],
    message: 'Say what is wrong with the paper and what the group can do.',
  });
export type Check = z.infer<typeof checkSchema>;

/** One line of the broker's list. */
export type WaitingDocument = {
  id: string;
  kind: DocumentKind;
  receivedOn: string;
  expiresOn: string | null;
  group: { id: string; name: string };
};

export const MOST_PAPER_BYTES = 15 * 1024 * 1024;

/** How long papers are kept when nothing rests on them any more. */
export const PAPERS: Kept = {
  kind: 'papers',
  days: 180,
  what: 'Papers of groups, once a newer version has replaced them or the group has closed',
  why: 'So that we can show what a check rested on',
};

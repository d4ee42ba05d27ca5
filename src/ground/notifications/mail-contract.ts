/** A mail as a words file makes it: the same in plain text and, built from it, in HTML. */
export type MailText = {
  /** Which words file made it: stays in the outbox, for finding things later. */
  kind: string;
  subject: string;
  /** Of the case that it is about: said first, so that whoever rings can say it. */
  caseNumber?: string | null;
  /** Paragraphs of plain text, in order. */
  paragraphs: readonly string[];
  /** What somebody may want to talk about: said, with how to reach us, only where that is known. */
  talk?: string;
  /** One thing to do, as a link on a line of its own. */
  action?: { label: string; url: string };
  /** Something to read off, a sign-in code for instance, set large. */
  code?: string;
  /** Mail that is news rather than business says how to stop it. */
  unsubscribeUrl?: string;
};
/**
 * `calendar` is a calendar file (RFC 5545) that goes with the mail. `because` is the id of the fact that it tells of: of one fact
 * nobody gets the same kind of mail twice. `areaId` says whose telephone and address stand below it; without it those of the only area.
 */
export type NewMail = MailText & { to: string; calendar?: string; because?: string | undefined; areaId?: string };
/** News about a topic, for instance `new_places`: whoever has stopped that topic gets none of it. */
export type NewNews = Omit<NewMail, 'unsubscribeUrl' | 'calendar'> & { topic: string };

/** Mails whose kind ends so carry a secret. Once SMTP has them, or has refused them for good, the outbox forgets what was in them. */
export const SECRET_KINDS = /_(code|link|invitation)$/;

export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const;
export type StoredMail = {
  id: string;
  to: string;
  kind: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl: string | null;
  state: (typeof MAIL_STATES)[number];
  tries: number;
  createdAt: string;
  dueAt: string;
  sentAt: string | null;
  problem: string | null;
  calendar: string | null;
  /** What the outbox has only once; null for mails that may be written again. */
  onceKey: string | null;
};

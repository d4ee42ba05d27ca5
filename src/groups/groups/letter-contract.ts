/** What somebody without an e-mail address gets by post instead of a mail. */
export type Letter = {
  id: string;
  areaId: string;
  groupId: string | null;
  personId: string;
  kind: string;
  subject: string;
  /** Paragraphs, with an empty line between them. */
  text: string;
  createdAt: string;
  printedAt: string | null;
  printedBy: string | null;
  /** As for mails: of one fact nobody gets the same kind of letter twice. */
  onceKey: string | null;
};
export type AddressedLetter = Letter & { name: string; postalAddress: string | null; telephone: string | null };

import { nothingFollows } from '../../kernel/reactions.ts';

/** A group, its people and its papers. Whoever is told is told by the act; what a paper is needed for is looked up when it is needed. */
export const groupReactions = nothingFollows(
  'group_created',
  'group_registered',
  'group_changed',
  'group_closed',
  'part_left',
  'part_ended',
  'handover_asked',
  'handover_withdrawn',
  'handover_declined',
  'person_invited',
  'person_brought_in',
  'lead_email_added',
  'invitation_accepted',
  'invitation_withdrawn',
  'letter_printed',
  'document_added',
  'document_accepted',
  'document_not_accepted',
  'document_read',
  'document_reminded',
);

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof groupReactions, true> {}
}

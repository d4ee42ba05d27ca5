import type { DocumentKind, DocumentState } from './document-contract.ts';
import type { GroupRole, LegalForm, Size } from './group-contract.ts';
import type { Missing } from './missing-contract.ts';

export const LEGAL_FORM_WORDS: Record<LegalForm, { label: string; hint: string }> = {
  unconstituted: { label: 'Not set up formally', hint: 'People who do something together. That is fine.' },
  constituted: { label: 'With rules of our own', hint: 'You have a constitution or written rules, and a committee.' },
  charity: { label: 'Registered charity', hint: 'Including a charitable incorporated organisation (CIO).' },
  company: { label: 'Company or co-operative', hint: 'A community interest company (CIC), a society or a company.' },
};

export const SIZE_WORDS: Record<Size, string> = {
  under_10: 'Fewer than 10 people',
  '10_to_30': '10 to 30 people',
  '31_to_100': '31 to 100 people',
  over_100: 'More than 100 people',
};

export const ROLE_WORDS: Record<GroupRole, string> = {
  group_lead: 'lead',
  group_deputy: 'deputy',
  group_member: 'member',
};

/** What the lead takes on, in plain words. Whoever becomes lead has read exactly this. */
export const LEAD_SIGNS_FOR = [
  'You speak for the group here, and we write to you.',
  'When a place is agreed, you sign for its use yourself. A group that is not set up formally cannot sign, so the promise is yours: to look after the place, to keep to its rules, and to pay what was agreed.',
  'You or your deputy are there when the group uses the place.',
  'You can hand over the lead to another adult in the group at any time. Until they accept, it stays with you.',
] as const;

export const DEPUTY_DOES =
  'A deputy stands in for the lead: changes the group’s details, invites people and adds papers. A deputy must be 18 or over.';

export const DOCUMENT_WORDS: Record<DocumentKind, { name: string; hint: string }> = {
  insurance: {
    name: 'Insurance certificate',
    hint: 'Public liability insurance. Many places have their own for small groups, so you may not need any.',
  },
  safeguarding: {
    name: 'Safeguarding statement or policy',
    hint: 'How you keep children and adults at risk safe. Schools ask for it.',
  },
  rules: { name: 'Rules or constitution', hint: 'If your group has any.' },
  accounts: { name: 'Accounts', hint: 'A page with what came in and went out last year is enough.' },
};

export const DOCUMENT_STATE_WORDS: Record<DocumentState, string> = {
  waiting: 'Waiting for a broker to check it',
  accepted: 'Checked and accepted',
  not_accepted: 'Not accepted',
};

/** What the group's people read. */
export function missingWords(missing: Missing): string {
  switch (missing.what) {
    case 'deputy':
      return 'There is no deputy yet. With one, somebody can stand in for the lead.';
    case 'deputy_invited':
      return 'Somebody is asked to be deputy, and has not answered yet.';
    case 'handover':
      return 'The lead is being handed over. It waits for the new lead to accept.';
    case 'document_refused':
      return `${DOCUMENT_WORDS[missing.kind].name}: not accepted. Read why, and add a new one.`;
    case 'document_waiting':
      return `${DOCUMENT_WORDS[missing.kind].name}: it is a broker’s turn to check it. You need do nothing.`;
    case 'document_expiring':
      return `${DOCUMENT_WORDS[missing.kind].name}: runs out soon. Add the new one when you have it.`;
    case 'document_expired':
      return `${DOCUMENT_WORDS[missing.kind].name}: has run out. Add the new one.`;
  }
}

import { dayWords } from './day-words.ts';
import { DOCUMENT_KINDS } from './document-contract.ts';
import { DOCUMENT_WORDS, ROLE_WORDS } from './group-words.ts';
import { GROUP_ROLES } from './group-contract.ts';
import type { HistoryFact } from './history-contract.ts';

/** A name for a person's id. */
export type NameOf = (personId: unknown) => string;
type Line = (fact: HistoryFact, who: string, nameOf: NameOf) => string;

const paper = ({ after }: HistoryFact): string => {
  const kind = DOCUMENT_KINDS.find((one) => one === after['documentKind']);
  return kind ? DOCUMENT_WORDS[kind].name.toLowerCase() : 'paper';
};
const role = ({ after }: HistoryFact): string => {
  const known = GROUP_ROLES.find((one) => one === after['role']);
  return known ? ROLE_WORDS[known] : 'member';
};
const CONTACT: Record<string, string> = { phone: 'rang', paper: 'wrote', in_person: 'came in' };
const STAGES: Record<string, string> = {
  '30_days': 'it runs out in 30 days',
  '7_days': 'it runs out in 7 days',
  expired: 'it has run out',
};
const PASSPORT_RESULTS: Record<string, string> = { pass: 'passed', nearly: 'nearly', not_yet: 'not yet' };

/** One sentence a kind of fact. Facts of other kinds stay in the record and are not shown. */
const LINES: Record<string, Line> = {
  group_created: (_, who) => `${who} made the group.`,
  group_registered: (fact, who, nameOf) =>
    `${who} registered the group for ${nameOf(fact.onBehalfOf)}, who ${CONTACT[fact.channel ?? ''] ?? 'got in touch'} on ${dayWords(String(fact.after['receivedOn']))}.`,
  group_changed: ({ after, onBehalfOf }, who, nameOf) =>
    `${who} changed: ${Array.isArray(after['fields']) ? after['fields'].join(', ') : 'details'}${onBehalfOf ? `, for ${nameOf(onBehalfOf)}` : ''}.`,
  person_brought_in: (fact, who, nameOf) =>
    `${who} added ${nameOf(fact.onBehalfOf)} as ${role(fact)}. They ${CONTACT[fact.channel ?? ''] ?? 'got in touch'} on ${dayWords(String(fact.after['receivedOn']))}.`,
  right_given: (fact, _, nameOf) => `${nameOf(fact.after['personId'])} became ${role(fact)}.`,
  part_left: (_, who) => `${who} left the group.`,
  part_ended: ({ after }, who, nameOf) => `${who} ended the part of ${nameOf(after['personId'])}.`,
  person_invited: (fact, who) => `${who} invited a ${role(fact)}.`,
  invitation_withdrawn: (_, who) => `${who} withdrew an invitation.`,
  handover_asked: ({ after }, who, nameOf) => `${who} asked ${nameOf(after['to'])} to take over the lead.`,
  handover_withdrawn: (_, who) => `${who} took back the hand-over of the lead.`,
  handover_declined: (_, who) => `${who} said no to taking over the lead.`,
  document_added: (fact, who, nameOf) =>
    `${who} added: ${paper(fact)}${fact.onBehalfOf ? `, for ${nameOf(fact.onBehalfOf)}` : ''}.`,
  document_accepted: (fact, who) => `${who} checked and accepted: ${paper(fact)}.`,
  document_not_accepted: (fact, who) => `${who} did not accept: ${paper(fact)}. ${fact.reason ?? ''}`,
  document_read: (fact, who) => `${who} opened: ${paper(fact)}.`,
  document_reminded: (fact) =>
    `We sent a reminder of the ${paper(fact)}: ${STAGES[String(fact.after['stage'])] ?? 'it runs out'}.`,
  group_closed: ({ onBehalfOf }, who, nameOf) =>
    `${who} closed the group${onBehalfOf ? `, for ${nameOf(onBehalfOf)}` : ''}.`,
  passport_sent: (fact, who, nameOf) =>
    `${who} sent the answers for the room passport${fact.onBehalfOf ? `, for ${nameOf(fact.onBehalfOf)}` : ''}.`,
  passport_withdrawn: (_, who) => `${who} took back the answers for the room passport.`,
  passport_result: ({ after }) =>
    `The result of the room passport: ${PASSPORT_RESULTS[String(after['outcome'])] ?? 'published'}.`,
  passport_reminded: ({ after }) =>
    `We sent a reminder: the room passport ends on ${dayWords(String(after['validUntil']))}.`,
  lead_email_added: (_, who, nameOf) => `${who} added an e-mail address for ${nameOf(_.onBehalfOf)}.`,
  letter_printed: (_, who, nameOf) => `${who} printed a letter to ${nameOf(_.after['personId'])}.`,
};

export function historyLine(fact: HistoryFact, nameOf: NameOf): string | null {
  return LINES[fact.kind]?.(fact, nameOf(fact.actor), nameOf).trim() ?? null;
}

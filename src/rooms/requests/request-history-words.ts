import { dateWords } from '../../kernel/day-words.ts';
import { DECLINE_REASONS } from './request-contract.ts';
import { DECLINE_WORDS } from './request-words.ts';
import { whyInShort } from './rival-words.ts';

type Fact = {
  kind: string;
  onBehalfOf: string | null;
  channel: string | null;
  reason: string | null;
  after: Readonly<Record<string, unknown>>;
};
/** `who` did it; `room` and `owner` are those that the fact is about. */
type Said = { who: string; room: string; owner: string };
type Line = (fact: Fact, said: Said) => string;

const CONTACT: Record<string, string> = { phone: 'rang', paper: 'wrote', in_person: 'came in' };
const day = (value: unknown): string => (typeof value === 'string' ? dateWords(value) : 'that day');
const pounds = (value: unknown): string => (typeof value === 'number' ? `£${(value / 100).toFixed(2)}` : 'it');
const forGroup = ({ channel, after }: Fact): string =>
  channel ? `, for the group, who ${CONTACT[channel] ?? 'got in touch'} on ${day(after['receivedOn'])}` : '';
const account = ({ after }: Fact): string => (after['account'] === 'hire' ? 'the hire' : 'the deposit');

/** One sentence a kind of fact. Facts of other kinds stay in the record and are not shown. */
const LINES: Record<string, Line> = {
  room_requested: (fact, { who }) => `${who} sent the request${forGroup(fact)}.`,
  room_request_complete: ({ after }) =>
    `The request was complete as of ${day(after['completeOn'])}. The clock started.`,
  room_asked: ({ after }, { room, owner }) =>
    `${owner} was asked for ${room}, to answer by ${day(after['dueOn'])}.${after['competes'] === true ? ' Another group had asked for some of these dates before.' : ''}`,
  room_owner_warned: ({ after }, { owner }) => `We reminded ${owner} that the answer is due by ${day(after['dueOn'])}.`,
  room_owner_said_yes: (_, { who, owner }) => `${who} said yes for ${owner}.`,
  room_offered: (_, { room }) => `${room} was offered to the group.`,
  room_default_offered: ({ after }, { room, owner }) =>
    `${owner} did not answer by ${day(after['dueOn'])}. By the compact ${room} was offered to the group as of ${day(after['effectiveOn'])}.`,
  room_goes_first: () =>
    'The owner said yes to another group that wanted these dates. This one goes first, so it has them.',
  room_rivals_compared: ({ after }) =>
    after['first'] === true
      ? `Another group wanted some of these dates, and this one went first: ${whyInShort(after['why'])}.`
      : `Another group wanted some of these dates, and went first: ${whyInShort(after['why'])}.`,
  room_owner_silent: ({ after }, { owner }) =>
    `${owner} did not answer by ${day(after['dueOn'])}. A broker asks again.`,
  room_declined: ({ reason }, { room, owner }) =>
    `${owner} said no to ${room}. ${DECLINE_WORDS[DECLINE_REASONS.find((one) => one === reason) ?? 'not_suitable'].said}`,
  room_outbid: (_, { room }) => `${room} went to another group.`,
  room_gone: (_, { room }) => `${room} was not free any more.`,
  room_passed_over: (fact, { who, room }) =>
    `${who} went on to the next room instead of waiting for ${room}${forGroup(fact)}.`,
  room_added: (_, { who }) => `${who} put another room on the list.`,
  room_request_with_broker: ({ after }) =>
    `No room on the list was left. A broker looks for one, by ${day(after['dueOn'])}.`,
  room_test_passed: ({ after }, { owner }) =>
    `The group passed the benefit test. ${owner} was told that its silence is an offer from now on, and has until ${day(after['dueOn'])}.`,
  room_test_not_yet: () =>
    'The benefit test is not passed. The group was told what would change that, and what other prices there are.',
  room_audience_changed: (fact, { who }) => `${who} chose another price list${forGroup(fact)}.`,
  room_agreement_signed: (fact, { who }) => `${who} took the room and signed${forGroup(fact)}.`,
  room_confirmed: ({ after }) => `Everything was settled: ${String(after['dates'])} dates are booked.`,
  room_request_withdrawn: (fact, { who }) => `${who} took the request back${forGroup(fact)}.`,
  room_request_lapsed: ({ after }) =>
    ({
      offer: 'The offer was not taken in time and lapsed.',
      deposit: 'The deposit was not settled in time, so the dates were given back.',
      dates: 'All dates had passed, so the request lapsed.',
    })[String(after['what'])] ?? 'The request lapsed.',
  room_request_closed: ({ reason }, { who }) => `${who} closed the request: ${reason ?? ''}`,
  room_money_paid: (fact, { who }) =>
    `${who} noted ${pounds(fact.after['pence'])} paid for ${account(fact)}${fact.after['receiptNo'] ? `, receipt ${String(fact.after['receiptNo'])}` : ''}.`,
  room_money_waived: (fact, { who }) =>
    `${who} waived ${pounds(fact.after['pence'])} of ${account(fact)}: ${fact.reason ?? ''}`,
  room_money_instalment: (fact, { who }) =>
    `${who} agreed that ${pounds(fact.after['pence'])} of ${account(fact)} may be paid later.`,
  room_money_corrected: (fact, { who }) =>
    `${who} took back an entry of ${pounds(fact.after['pence'])}: ${fact.reason ?? ''}`,
};

/** What an owner sees of a history: nothing of other rooms, of the test but that it is passed, or of why a deposit was waived. */
export const OWNERS_SEE = [
  'room_asked',
  'room_owner_warned',
  'room_owner_said_yes',
  'room_offered',
  'room_default_offered',
  'room_goes_first',
  'room_rivals_compared',
  'room_owner_silent',
  'room_test_passed',
  'room_declined',
  'room_agreement_signed',
  'room_confirmed',
  'room_request_withdrawn',
  'room_money_paid',
];

export const historyLine = (fact: Fact, said: Said): string | null => LINES[fact.kind]?.(fact, said).trim() ?? null;

import { OWNER_REASON_WORDS, timeWords } from './booking-words.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { OWNER_REASONS } from './cancel-contract.ts';

type Fields = Readonly<Record<string, unknown>>;
type Fact = {
  kind: string;
  onBehalfOf: string | null;
  channel: string | null;
  reason: string | null;
  before: Fields;
  after: Fields;
};
type Line = (fact: Fact, who: string) => string;

const CONTACT: Record<string, string> = { phone: 'rang', paper: 'wrote', in_person: 'came in' };
const FEW = 3;

const days = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) =>
        typeof one === 'string'
          ? [one]
          : typeof one === 'object' && one !== null && 'date' in one && typeof one.date === 'string'
            ? [one.date]
            : [],
      )
    : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** "Tuesday 2 March 2027 and Tuesday 9 March 2027", "12 dates" */
export function datesNamed(value: unknown): string {
  const found = days(value).toSorted();
  if (found.length > FEW || found.length === 0) return `${found.length} dates`;
  const named = found.map(dateWords);
  return named.length === 1 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

const forGroup = ({ onBehalfOf, channel }: Fact): string =>
  onBehalfOf || channel ? `, for the group, who ${CONTACT[channel ?? ''] ?? 'got in touch'}` : '';
const notHad = (value: unknown): string => (days(value).length > 0 ? ` Not booked: ${datesNamed(value)}.` : '');

/** One sentence a kind of fact. Facts of other kinds stay in the record and are not shown. */
const LINES: Record<string, Line> = {
  booking_made: (fact, who) =>
    `${who} booked ${datesNamed(fact.after['dates'])}${forGroup(fact)}.${notHad(fact.after['notBooked'])}`,
  booking_requested: (fact, who) =>
    `${who} asked for ${datesNamed(fact.after['dates'])}${forGroup(fact)}.${notHad(fact.after['notBooked'])}`,
  booking_changed: (fact, who) => `${who} ${changeWords(fact)}${forGroup(fact)}.${notHad(fact.after['notFree'])}`,
  end_given_back: (fact, who) =>
    `${who} gave back the end of ${dateWords(text(fact.after['date']))}: it ends at ${text(fact.after['to'])} instead of ${text(fact.before['to'])}.`,
  dates_cancelled_by_group: (fact, who) =>
    `${who} cancelled ${datesNamed(fact.after['dates'])}${forGroup(fact)}.${days(fact.after['charged']).length > 0 ? ` Too late to be free: ${datesNamed(fact.after['charged'])}.` : ''}`,
  dates_cancelled_by_owner: (fact, who) =>
    `${who} took back ${datesNamed(fact.after['dates'])} for the owner. ${OWNER_REASON_WORDS[OWNER_REASONS.find((one) => one === fact.reason) ?? 'other']}: ${text(fact.after['explanation'])} Instead: ${text(fact.after['alternative'])}`,
  other_date_taken: (fact, who) =>
    `${who} took ${datesNamed(fact.after['dates'])} instead of ${dateWords(text(fact.before['date']))}, which the owner took back${forGroup(fact)}.`,
  other_date_declined: (fact, who) =>
    `${who} did not take ${datesNamed(fact.after['dates'])}, which the owner offered instead${forGroup(fact)}.`,
  other_date_lapsed: (fact) =>
    `${datesNamed(fact.after['dates'])}, which the owner offered instead, was not taken in time.`,
  date_used: (fact, who) => `${who} noted that they came on ${datesNamed(fact.after['dates'])}.`,
  date_no_show: (fact, who) => `${who} noted that nobody came on ${datesNamed(fact.after['dates'])}.`,
  check_in_undone: (fact, who) => `${who} took back what was noted about ${datesNamed(fact.after['dates'])}.`,
  induction_signed: (fact, who) =>
    `${who} noted that somebody of the group was shown round and signed on ${dateWords(text(fact.after['on']))}.`,
  date_held_back: (fact) =>
    `${datesNamed(fact.after['dates'])}: held back, because a paper is missing. Both sides were told.`,
  date_freed: (fact) => `The paper is there: ${datesNamed(fact.after['dates'])} open as booked.`,
  booking_begun: () => 'The room is in use from today: everything that comes before the first date was in order.',
  end_notice_given: (fact, who) =>
    `${who} gave notice for ${fact.after['side'] === 'owner' ? 'the owner' : 'the group'}: the last date is by ${dateWords(text(fact.after['lastDay']))}.`,
  renewal_reminded: (fact) => `The group was reminded that its dates end on ${dateWords(text(fact.after['endsOn']))}.`,
  money_reminded: (fact) =>
    `The group was reminded of ${pounds(fact.after['pence'])}, due by ${dateWords(text(fact.after['dueOn']))}.`,
  booking_ended: () => 'The last date has passed.',
  deposit_returned: (fact, who) =>
    `${who} gave ${pounds(fact.after['returnedPence'])} of the deposit back${fact.after['deductedPence'] === 0 ? '' : ` and kept ${pounds(fact.after['deductedPence'])}`}.`,
  deduction_disputed: (fact, who) => `${who} disputed what was kept of the deposit${forGroup(fact)}.`,
  dispute_answered: (fact, who) =>
    `${who} answered the dispute: ${pounds(fact.after['givenBackPence'])} more went back.`,
  hire_paid_back: (fact, who) => `${who} paid ${pounds(fact.after['pence'])} of the hire back.`,
  booking_evaluated: (fact, who) => `${who} said how it went${forGroup(fact)}.`,
  booking_closed: () => 'The booking is closed.',
};

const pounds = (pence: unknown): string => `£${(typeof pence === 'number' ? pence / 100 : 0).toFixed(2)}`;

function changeWords({ before, after }: Fact): string {
  if (after['what'] === 'add') return `added ${datesNamed(after['dates'])}`;
  const [was, becomes] = [before['dates'], after['dates']];
  if (after['what'] === 'one') return `moved ${datesNamed(was)} to ${timesOf(becomes)}`;
  const given = days(after['dropped']).length;
  return `changed the series to ${timeWords(text(after['from']), text(after['to']))}: ${days(becomes).length} dates changed or new${given > 0 ? `, ${given} given up` : ''}`;
}

function timesOf(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value[0] : null;
  if (typeof one !== 'object' || one === null) return 'another time';
  const { date, from, to } = one as Fields;
  return `${dateWords(text(date))}, ${timeWords(text(from), text(to))}`;
}

export const historyLine = (fact: Fact, who: string): string | null => LINES[fact.kind]?.(fact, who) ?? null;

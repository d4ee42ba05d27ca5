import { OWNER_REASONS } from './booking-contract.ts';
import { dateWords, OWNER_REASON_WORDS, timeWords } from './booking-words.ts';

type Fields = Readonly<Record<string, unknown>>;
type Fact = { kind: string; onBehalfOf: string | null; channel: string | null; reason: string | null; before: Fields; after: Fields };
type Line = (fact: Fact, who: string) => string;

const CONTACT: Record<string, string> = { phone: 'rang', paper: 'wrote', in_person: 'came in' };
const FEW = 3;

const days = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((one) => (typeof one === 'string' ? [one] : typeof one === 'object' && one !== null && 'date' in one && typeof one.date === 'string' ? [one.date] : [])) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** "Tuesday 2 March 2027 and Tuesday 9 March 2027", "12 dates" */
function datesNamed(value: unknown): string {
  const found = days(value).toSorted();
  if (found.length > FEW || found.length === 0) return `${found.length} dates`;
  const named = found.map(dateWords);
  return named.length === 1 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

const forGroup = ({ onBehalfOf, channel }: Fact): string => (onBehalfOf || channel ? `, for the group, who ${CONTACT[channel ?? ''] ?? 'got in touch'}` : '');
const notHad = (value: unknown): string => (days(value).length > 0 ? ` Not booked: ${datesNamed(value)}.` : '');

/** One sentence a kind of fact. Facts of other kinds stay in the record and are not shown. */
const LINES: Record<string, Line> = {
  booking_made: (fact, who) => `${who} booked ${datesNamed(fact.after['dates'])}${forGroup(fact)}.${notHad(fact.after['notBooked'])}`,
  booking_requested: (fact, who) => `${who} asked for ${datesNamed(fact.after['dates'])}${forGroup(fact)}.${notHad(fact.after['notBooked'])}`,
  booking_changed: (fact, who) => `${who} ${changeWords(fact)}${forGroup(fact)}.${notHad(fact.after['notFree'])}`,
  end_given_back: (fact, who) => `${who} gave back the end of ${dateWords(text(fact.after['date']))}: it ends at ${text(fact.after['to'])} instead of ${text(fact.before['to'])}.`,
  dates_cancelled_by_group: (fact, who) => `${who} cancelled ${datesNamed(fact.after['dates'])}${forGroup(fact)}.${days(fact.after['charged']).length > 0 ? ` Too late to be free: ${datesNamed(fact.after['charged'])}.` : ''}`,
  dates_cancelled_by_owner: (fact, who) => `${who} took back ${datesNamed(fact.after['dates'])} for the owner. ${OWNER_REASON_WORDS[OWNER_REASONS.find((one) => one === fact.reason) ?? 'other']}: ${text(fact.after['explanation'])} Instead: ${text(fact.after['alternative'])}`,
};

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

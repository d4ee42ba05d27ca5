import type { RoomTerms } from '../../groups/compact/compact-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Quote } from '../spaces/space-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { Condition } from './request-contract.ts';
import { conditionWords } from './request-words.ts';

/** What is agreed, with everything that stands in the text. */
export type AgreementFacts = {
  group: string;
  signer: string;
  room: string;
  owner: string;
  when: string;
  dates: readonly Day[];
  people: number;
  capacity: number | null;
  quote: Quote | null;
  depositPence: number;
  terms: RoomTerms;
  notAllowed: string | null;
  rules: string | null;
  conditions: readonly Condition[];
};

const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;

/** A hire agreement in plain words, to read or to hear. Whoever signs signs exactly these lines. */
export function agreementLines(facts: AgreementFacts): string[] {
  const { group, signer, room, owner, when, dates, people, terms } = facts;
  const [first, last] = [dates[0], dates.at(-1)];
  const span =
    dates.length === 0
      ? 'on the dates that can be had'
      : dates.length === 1
        ? `on ${dateWords(first ?? '')}`
        : `on ${dates.length} dates from ${dateWords(first ?? '')} to ${dateWords(last ?? '')}`;
  return [
    `${owner} lets ${group} use ${room} (${when}) ${span}. The dates are listed on the page of the request.`,
    `About ${people} people come${facts.capacity === null ? '' : `; there may never be more than ${facts.capacity}`}. You or your deputy are there each time.`,
    priceLine(facts),
    depositLine(facts),
    `You can cancel a date without charge until ${days(terms.group_cancels_free_days)} before. Later it is still charged.`,
    `The owner can take a date back with ${days(terms.owner_cancels_days)}’ notice and a reason, and offers another. Only in an emergency may it be shorter.`,
    `Either side can end the whole series with ${days(terms.end_notice_days)}’ notice.`,
    'Leave the room as you found it, know where the exits are, and tell the caretaker of any accident or damage.',
    ...(facts.notAllowed ? [`Not allowed: ${facts.notAllowed}`] : []),
    ...(facts.rules ? [`The owner’s own rules: ${facts.rules}`] : []),
    ...facts.conditions.map(conditionWords),
    `${signer} signs for this, as the lead of ${group}. A group that is not set up formally cannot sign, so the promise is theirs.`,
  ];
}

function priceLine({ quote }: AgreementFacts): string {
  if (!quote) return 'The price has not been named yet.';
  if (quote.totalPence === 0) return 'It costs you nothing.';
  return `It costs ${pounds(quote.totalPence)} in all. This price stays as it is, also when prices change later.`;
}

function depositLine({ depositPence, terms }: AgreementFacts): string {
  if (depositPence === 0) return 'There is no deposit.';
  return `You pay a deposit of ${pounds(depositPence)} first; cash is fine, and it can be paid in parts or waived with a reason. You get it back within ${terms.deposit_back_wd} working days of the end, less what damage costs. You can dispute that.`;
}

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`);

import type { DAY_NAMES } from '../../src/rooms/finder/wish-contract.ts';
import type { ClockTime } from '../../src/kernel/recurrence-contract.ts';
import type { GroupDetails } from '../../src/groups/groups/group-contract.ts';
import type { DocumentKind } from '../../src/groups/groups/document-contract.ts';
import type { Method } from '../../src/rooms/ledger/ledger-contract.ts';
import type { NewEvaluation } from '../../src/rooms/hires/evaluation-contract.ts';
import type { DeclineReason } from '../../src/rooms/requests/request-contract.ts';

/** Before the first start: so many days, or so many working days. */
export type Ago = number | `${number} wd`;

export type DayName = (typeof DAY_NAMES)[number];
/** Days in numbers count from the first start: -28 is four weeks before it. `once` is the first day of that name from then on; `next` tonight, or
 * tomorrow evening where it is late. */
export type Dates =
  { weekly: DayName; from: number; until: number } | { once: DayName; from: number } | { once: 'next' };

/** Somebody of a group: with an address they do things by themselves; without, they ring and the broker does them. */
export type Member = { name: string; email: string } | { name: string; telephone: string; address: string };
export type ToldGroup = {
  details: Omit<GroupDetails, 'public_name' | 'telephone'> & Partial<GroupDetails>;
  lead: Member;
  deputy: Member;
  /** What it answers to the first two questions of the benefit test. */
  answers?: { NEED: string; BEN: string };
  /** When the answers were sent, how many scorers have marked them, and when the result came out. */
  test?: { sent: Ago; scored: 0 | 1 | 2; published?: Ago };
  papers?: { kind: DocumentKind; brought: Ago; goodForDays: number; checked?: Ago }[];
};

/** What happens in a case, in order. The case goes on with its next step no earlier than an hour after the one before. */
export type Step =
  | [Ago, 'is sent' | 'waits in line' | 'gets a yes' | 'is taken' | 'is shown round']
  | [Ago, 'gets a no', { reason: DeclineReason; note: string }]
  | [Ago, 'is withdrawn', string]
  | [Ago, 'pays', { deposit?: number; hire?: number; method: Method }]
  | [Ago, 'moves a date', { after: number; to: DayName; why: string }]
  | [Ago, 'gets its deposit back', { less?: { words: string; pounds: number } }]
  | [Ago, 'disputes', string]
  | [Ago, 'says how it went', Pick<NewEvaluation, 'suited' | 'people' | 'better'>];

export type Case<Group extends string = string> = {
  group: Group;
  /** The code of the place and the name of the room. */
  room: [code: string, name: string];
  for: string;
  people: number;
  dates: Dates;
  from: ClockTime;
  to: ClockTime;
  /** Children come by themselves, so that a paper on safeguarding is needed. */
  children?: true;
  /** On this many of its last dates nobody came. */
  missed?: number;
  /** When it is written down, where nothing comes of it yet. */
  begins?: Ago;
  then: Step[];
};

import type { Standing, Step } from '../../ground/cases/standing-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Booking, EndNotice, Occurrence, Place } from '../bookings/booking-contract.ts';
import type { DateOffer } from './date-offer-contract.ts';
import type { Deduction, DepositReturn } from './deposit-contract.ts';
import type { Evaluation } from './evaluation-contract.ts';
import type { Entry } from '../ledger/ledger-contract.ts';
import type { DateNeed } from '../bookings/date-need-contract.ts';
import type { HeldDate, Induction, StartCheck } from './start-contract.ts';

/** A date offered for one that was taken back, with where and for which. */
export type ShownOffer = DateOffer & { room: string; insteadOf: Day };

/** Money of a booking as its pages show it. Pence. */
export type Money = {
  entries: Entry[];
  deposit: { charged: number; owed: number; held: number };
  hire: { charged: number; credited: number; paid: number; owed: number; toPayBack: number };
  instalments: { dueOn: Day; pence: number }[];
};

/** From the first date to the closed file: for the group, the owner and the officers of the area. */
export type HireState = {
  booking: Booking;
  occurrences: readonly Occurrence[];
  place: Place;
  owner: string;
  group: { id: string; name: string; outsideName: string };
  today: Day;
  now: number;
  checks: StartCheck[];
  /** What the dates to come lack, and for which of them both sides have been told so. */
  needs: readonly DateNeed[];
  held: readonly HeldDate[];
  induction: Induction | null;
  offers: ShownOffer[];
  notice: EndNotice | null;
  /** What giving notice today would come to; null where nothing lies behind it. */
  noticeToday: { lastDay: Day; released: number } | null;
  renewal: { from: Day; link: string } | null;
  money: Money;
  deposit: {
    dueOn: Day | null;
    late: boolean;
    deductions: Deduction[];
    given: DepositReturn | null;
    mayReturn: boolean;
    mayChallenge: boolean;
    awaitsAnswer: boolean;
  };
  evaluation: Evaluation | null;
  evaluationUntil: Day | null;
  /** Whose turn it is, what is next and by when. */
  standing: Standing;
};

/** Who looks, and what they may do. `as` an officer one says for whom. */
export type HireViewer = { as: 'group' | 'officer' | 'reader'; mayAnswer: boolean; maySeeTo: boolean };

/** Something that waits for somebody at a booking: for their own page, the desk and the owner's home. */
export type DueThing = {
  step: Step;
  bookingId: string;
  caseNumber: string | null;
  group: string;
  room: string;
  late: boolean;
  /** Things of one kind that have this in common are settled by one act. */
  once: string;
};

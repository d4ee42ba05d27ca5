import type { Standing, Step } from '../../ground/cases/standing-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { ClockTime } from '../../kernel/recurrence-contract.ts';
import type { Approval, Audience, Quote } from '../spaces/space-contract.ts';
import type { NotFree } from '../bookings/booking-contract.ts';
import type { AnswerFact } from '../finder/answer-contract.ts';
import type { TrialDates } from '../bookings/trial-date-contract.ts';
import type { HistoryLine } from '../bookings/booking-page-contract.ts';
import type { Condition, NoDefault, Passport, RoomOption, RoomRequest } from './request-contract.ts';
import type { Entry } from '../ledger/ledger-contract.ts';

/** A date that is asked for, and whether another group wants it too. */
/** `clock`: what to know of it where the clocks change while it goes on. */
export type WantedDate = { date: Day; from: ClockTime; to: ClockTime; contested: boolean; clock: string | null };
export type NotAsked = Pick<NotFree, 'date' | 'why' | 'neighbour' | 'most'>;

/** What a room would say today: for rooms that have not been asked yet. `problem` says why it cannot be had at all. */
export type Outlook = {
  dates: readonly WantedDate[];
  leftOut: readonly NotAsked[];
  quote: Quote | null;
  depositPence: number;
  approval: Approval;
  publishedOpen: boolean;
  /** Whether the group may have it at once where it is let so, and what it has of trial dates while its test is being scored. */
  mayHave: boolean;
  trial: TrialDates | null;
  problem: string | null;
};

/** A room of a request, with what it is called. */
export type ShownRoom = {
  option: RoomOption;
  name: string;
  place: string;
  owner: string;
  outlook: Outlook | null;
  /** What it must have and has not for certain, and by how many pence it costs more than the group can pay. */
  lacks: readonly AnswerFact[];
  abovePence: number | null;
  /** Whether the owner is in the compact today. */
  inCompact: boolean;
};

/** Who looks at a request decides what of it is shown. */
export const VIEWERS = ['group', 'owner', 'officer'] as const;
export type Viewer = (typeof VIEWERS)[number];
/** What whoever looks at a request is there, and may do. */
export type RequestViewer = {
  as: Viewer;
  may: Readonly<Record<'ask' | 'sign' | 'answer' | 'money' | 'close', boolean>>;
};

/** Why it went before another that wanted the same dates, or after it. `candidate`: what its group was in a draw. */
export type Decided = {
  room: string;
  first: boolean;
  why: readonly string[];
  draw: { id: string; candidate: string | null } | null;
};

/** A request as its page shows it. */
export type RequestPage = {
  request: RoomRequest;
  group: { id: string; name: string; outsideName: string };
  /** `reach`: how somebody there is reached, as the end of a sentence; null where nobody has said. */
  area: { id: string; slug: string; name: string; reach: string | null };
  today: Day;
  rooms: readonly ShownRoom[];
  /** The room that is in somebody's hands, or the one that is asked first. */
  current: ShownRoom | null;
  /** Whose turn it is, what is next and by when. */
  standing: Standing;
  /** Working days left of what is waited for. */
  left: number;
  /** Why silence of the owner is no offer; empty when it is one. */
  noDefault: readonly NoDefault[];
  dates: readonly WantedDate[];
  leftOut: readonly NotAsked[];
  quote: Quote | null;
  depositPence: number;
  conditions: readonly Condition[];
  /** Whether the building's cover for hirers goes for the room in hand; null where there is none yet. */
  buildingCovers: boolean | null;
  /** The agreement to sign, or as it was signed. */
  agreement: readonly string[];
  signed: { by: string; on: Day } | null;
  /** What everybody may read beside the dates. */
  publicLabel: string;
  passport: Passport;
  /** What other prices come to, for groups without a pass. */
  otherPrices: readonly { audience: Audience; quote: Quote }[];
  /** The request that goes first for these dates as it stands: this one, unless others want them too. `why`: where others do. */
  goesFirst: { optionId: string; isThis: boolean; why: readonly string[] };
  /** How it was decided between it and others that wanted the same dates, the newest first. */
  decided: readonly Decided[];
  ledger: readonly Entry[];
  history: readonly HistoryLine[];
  signer: string;
};

/** One line of a list of requests. `group` is its name, or for owners its name for those outside. */
export type RequestLine = {
  id: string;
  caseNumber: string | null;
  state: RoomRequest['state'];
  stage: string;
  /** Whose turn it is, what is next and by when. */
  step: Step;
  group: string;
  room: string;
  /** "Trial date 2 of 3" */
  trial: string | null;
  when: string;
  dueOn: Day | null;
  startsOn: Day;
  left: number;
  late: boolean;
};
export const DESK_FILTERS = ['mine', 'late', 'owners', 'groups', 'over'] as const;
export type DeskFilter = (typeof DESK_FILTERS)[number];
export type DeskCounts = Record<Exclude<DeskFilter, 'over'>, number>;

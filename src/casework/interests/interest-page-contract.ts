import type { Standing } from '../../ground/cases/standing-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { WorkedOut } from '../clocks/clock-contract.ts';
import type { Interest } from './interest-contract.ts';
import type { OpenProposal } from './interest-open-contract.ts';
import type { Viewing } from './viewing-contract.ts';

/** A time as whoever is interested sees it: nothing of where to come. */
export type ShownTime = Pick<Viewing, 'id' | 'day' | 'begins' | 'ends' | 'places'> & { free: number };
/** The place that they have in a time: where to come is said here, and nowhere else. */
export type MyPlace = Pick<Viewing, 'id' | 'day' | 'begins' | 'ends' | 'meeting' | 'state' | 'reason'> & {
  people: number;
  over: boolean;
};
/** A time as whoever answers for the place sees it in a list. */
export type OwnersTime = ShownTime & { state: Viewing['state']; people: number };

/** The page of an interest, for whoever is interested, the owner and officers. */
export type InterestPage = {
  interest: Interest;
  area: { id: string; slug: string; name: string };
  place: { id: string; name: string; redacted: boolean } | null;
  group: string;
  /** Who asks, for owner and officers. */
  who: { name: string } | null;
  standing: Standing;
  howDue: WorkedOut | null;
  today: Day;
  isAsker: boolean;
  may: { own: boolean; answer: boolean; offer: boolean };
  times: readonly ShownTime[];
  mine: MyPlace | null;
  hasSeen: boolean;
  ownersTimes: readonly OwnersTime[];
  /** The newest answer about the place, to begin the next one with. */
  lastAnswer: Pick<Interest, 'facts' | 'costs' | 'hazards'> | null;
  drafts: readonly OpenProposal[];
  history: readonly { on: Day; text: string }[];
};

/** A time for whoever opens up: who comes, where, and how the door opens. */
export type ViewingPage = {
  viewing: Viewing;
  area: { id: string; slug: string };
  place: { id: string; name: string } | null;
  today: Day;
  mayOffer: boolean;
  coming: readonly { id: string; name: string; people: number; came: boolean | null; number: string }[];
};
/** One line of a list. */
export type InterestLine = Pick<Interest, 'id' | 'number' | 'state' | 'dueOn' | 'endedOn' | 'receivedOn'> & {
  place: string;
  standing: Standing;
};

import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Facility } from '../spaces/facility-contract.ts';
import type { Approval, Quote, Refusal } from '../spaces/space-contract.ts';
import type { PublicPhoto } from '../../register/assets/public-asset-contract.ts';

/** How a room stands on a wanted date. */
export type DateState = 'free' | 'booked' | 'held' | 'closed' | Refusal;
export type AnswerDate = { date: Day; state: DateState };

/** Whether a room has what was asked for, and in which words the owner says so. `yes` here counts at the wanted hours. */
export type AnswerFact = {
  facility: Facility;
  value: 'yes' | 'no' | 'not_at_that_time' | 'unknown';
  note: string | null;
};

/** One room of an answer. Times are wall-clock times of the place, as HH:MM. */
export type Answer = {
  id: string;
  name: string;
  assetId: string;
  place: string;
  capacity: number | null;
  floor: string | null;
  distanceM: number | null;
  point: { lon: number; lat: number } | null;
  /** The room's own first photo. */
  photo: Pick<PublicPhoto, 'id' | 'alt' | 'width' | 'height'> | null;
  /** The best common start for all dates; null when no dates were asked for. */
  from: string | null;
  to: string | null;
  dates: readonly AnswerDate[];
  freeDates: number;
  /** For the dates that are free, in full; null when the owner has given no price, or no dates were asked for. */
  price: Quote | null;
  /** How a wish is answered; null when no dates were asked for. */
  approval: Approval | null;
  publishedOpen: boolean;
  facts: readonly AnswerFact[];
  /** Parameters to ask for it with, at the start above; null when no dates were asked for. */
  ask: string | null;
  /** Why it stands where it stands, and what to know about it, in sentences. */
  why: readonly string[];
};

/** A room that does not fit and why it nearly does. `wish` is the wish that would fit, as parameters of an address. */
export type NearMiss = {
  kind: 'shift' | 'dates' | 'price' | 'unknown' | 'weekday' | 'facility';
  answer: Answer;
  says: string;
  wish: string | null;
};

/** A room close by that lacks something that was asked for, and what. */
export type LeftOut = { id: string; name: string; place: string; distanceM: number | null; why: string };

/** One thing to change and how many rooms fit then. */
export type Change = { label: string; wish: string; count: number };

export type FinderAnswer = {
  /** What was asked for, in words, and as parameters of an address. */
  wish: string;
  search: string;
  /** Where was looked, in words, and how far around; null without a place. */
  place: string | null;
  km: number | null;
  centre: { lon: number; lat: number } | null;
  /** The wanted dates; none when only a place was asked for. */
  dates: readonly Day[];
  /** How many rooms fit, and those that are shown. */
  count: number;
  rooms: readonly Answer[];
  near: readonly NearMiss[];
  /** The nearest rooms that lack something that was asked for. */
  leftOut: readonly LeftOut[];
  /** When nothing fits: what ruled rooms out, in sentences. */
  ruledOut: readonly string[];
  changes: readonly Change[];
  /** There are more rooms around than were looked at. */
  limited: boolean;
};

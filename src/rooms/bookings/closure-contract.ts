import type { Day, Stretch } from '../../kernel/recurrence-contract.ts';

export const CLOSURE_REASONS = [
  'bank_holiday',
  'school_holiday',
  'election',
  'repairs',
  'staffing',
  'own_use',
  'emergency',
  'other',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/** A stretch in which a building, or one space of it, cannot be booked. `publicText` is what everybody may read of the reason. */
export type Closure = Stretch & {
  id: string;
  areaId: string;
  assetId: string;
  /** Empty for the whole building. */
  spaceId: string | null;
  reason: ClosureReason;
  publicText: string | null;
  submission: string;
  createdBy: string;
  createdAt: string;
  removedAt: string | null;
};
export type NewClosure = Pick<Closure, 'assetId' | 'spaceId' | 'reason' | 'publicText' | 'starts' | 'ends'> & {
  submission: string;
};

/** A booked or held date that stands in the way of a closure. */
export type InTheWay = {
  bookingId: string;
  occurrenceId: string;
  spaceId: string;
  date: Day;
  from: string;
  to: string;
};

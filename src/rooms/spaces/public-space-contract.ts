import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Audience, Quote, TariffBasis, Term } from './space-contract.ts';
import type { NewWindow, SpaceFields } from './space-edit-contract.ts';
import type { PublicAsset, PublicPhoto } from '../../register/assets/public-asset-contract.ts';

/** What one kind of group pays: today, and from later days on. `now` is null where only a later price is known. */
export type PriceList = {
  audience: Audience;
  lines: readonly { basis: TariffBasis; now: number | null; later: readonly { from: Day; pence: number }[] }[];
};

/** A full price worked out on a few dates, so that nobody must do sums. `quote` is null where no price is known. */
export type WorkedExample = {
  audience: Audience;
  dates: readonly Day[];
  from: number;
  to: number;
  quote: Quote | null;
};

/**
 * How soon the owner must answer, whether silence counts as a yes where hours are published as open, and how many trial dates a group may
 * have while its test is being scored.
 */
export type Answering = { workingDays: number; byDefault: boolean; trialDates: number };

/** What anybody may know of a space: nothing of it is private, and nobody is named. */
export type PublicSpace = SpaceFields & {
  id: string;
  /** The day on which this was true, where the space is. */
  today: Day;
  asset: Pick<
    PublicAsset,
    'id' | 'name' | 'kind' | 'address' | 'redacted' | 'ward' | 'area' | 'owner' | 'photos' | 'point'
  >;
  /** Its own; those of the building are with the asset. */
  photos: readonly PublicPhoto[];
  partOf: { id: string; name: string } | null;
  parts: readonly { id: string; name: string; capacity: number | null }[];
  hours: readonly NewWindow[];
  prices: readonly PriceList[];
  terms: readonly Term[];
  answering: Answering;
  example: WorkedExample | null;
};

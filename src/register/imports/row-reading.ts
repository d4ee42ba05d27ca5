import type {
  Address,
  Asset,
  AssetKind,
  AssetState,
  Certainty,
  Day,
  Holding,
  IdentifierScheme,
  ImportableField,
} from '../assets/asset-contract.ts';
import { saysEmpty } from './emptiness-rules.ts';

/** Fields that a file replaces as they stand; the others are put together with what the register already knows. */
export type PlainField = Exclude<ImportableField, 'identifiers' | 'address' | 'state' | 'costs'>;

/** What a file says about a state. From the tenure only "vacant" or "not vacant" can be told, so less is overwritten. */
export type StateSaid = { state: AssetState; from: 'state' | 'tenure' | 'register' };

/** Everything one row says about its asset. What the file has no column for is absent; an empty cell is null. */
export type RowReading = {
  line: number;
  code: string;
  plain: Partial<Pick<Asset, PlainField>>;
  address: Partial<Address>;
  /** Null takes the identifiers of a scheme away. */
  identifiers: { scheme: IdentifierScheme; value: string | null }[];
  state: StateSaid | null;
  /** The row gives a state in words that nobody has explained yet. */
  stateUnclear: boolean;
  /** The running cost in pence a year; undefined when the file has no column for it. */
  buildingCostsPence: number | null | undefined;
  certainty: Certainty;
};

export type RowOutcome =
  | { kind: 'asset'; reading: RowReading }
  /** `keeps`: the asset with this code is in the list, though its row cannot be used, so it is not gone. */
  | { kind: 'rejected' | 'skipped'; code: string | null; keeps: boolean; endedOn: Day | null };

/** A site with a building on it counts as a building: the more careful choice for what is published. */
export function kindOfHolding(holding: Holding): AssetKind {
  return holding === 'land' ? 'land' : 'building';
}

/** Purposes of the Transparency Code that mean an asset is not needed as it is: what meanwhile use is for. */
const NOT_NEEDED = /surplus\s+to\s+requirement|awaiting\s+(re)?development/i;

/** What of an asset tells its state without a column of its own. */
export type Telling = Pick<Asset, 'tenureDetails' | 'purpose' | 'functionLabel' | 'tenureNote'>;

/**
 * The state that tenure and purpose tell: "vacant" in any words is certain; a purpose such as "surplus to requirements"
 * means under-used while somebody holds the place, else empty; any other tenure means in use.
 */
export function stateOfTenure({ tenureDetails, purpose, functionLabel, tenureNote }: Telling): StateSaid | null {
  const notNeeded = purpose !== null && NOT_NEEDED.test(purpose);
  const empty = [notNeeded ? null : purpose, functionLabel, tenureNote].some(
    (text) => text !== null && saysEmpty(text),
  );
  if (empty || tenureDetails.includes('vacant')) return { state: 'vacant', from: 'tenure' };
  if (notNeeded) return { state: 'under_used', from: 'tenure' };
  return tenureDetails.length > 0 ? { state: 'in_use', from: 'tenure' } : null;
}

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
  TenureDetail,
} from '../assets/asset-contract.ts';

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

/**
 * The state that tenure and purpose tell. "Vacant" is certain; a purpose such as "surplus to requirements" means under-used;
 * any other tenure means in use.
 */
export function stateOfTenure(details: TenureDetail[], purpose: string | null): StateSaid | null {
  if (details.includes('vacant')) return { state: 'vacant', from: 'tenure' };
  if (purpose && NOT_NEEDED.test(purpose)) return { state: 'under_used', from: 'tenure' };
  return details.length > 0 ? { state: 'in_use', from: 'tenure' } : null;
}

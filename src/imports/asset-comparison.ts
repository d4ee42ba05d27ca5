import { isDeepStrictEqual } from 'node:util';
import type { Address, Asset, AssetState, Certainty, CostLine, Identifier, ImportableField, PublicAsset } from '../assets/asset-contract.ts';
import type { FieldChange } from './import-contract.ts';
import { stateOfTenure, type RowReading, type StateSaid } from './row-reading.ts';

/** A new asset as the import knows it; the register adds the rest. */
export type ImportedAsset = { code: string; certainty: Certainty } & Pick<Asset, ImportableField>;
export type ImportedFields = Partial<Pick<Asset, ImportableField>>;
export type Comparison = {
  fields: ImportedFields;
  changes: FieldChange[];
  /** What the file says otherwise than a person did; the person's correction stays. */
  locked: FieldChange[];
  /** The file's state, where the register's own casework goes before it. */
  stateKept: AssetState | null;
};

/** What imports can compare: the asset itself, or the copy of it that the public was shown. */
type Base = Pick<Asset, ImportableField>;

/** States that come from what happens in the portal; no list from outside can know better. */
const FROM_CASEWORK: readonly AssetState[] = ['asked_for', 'meanwhile_use', 'withdrawn'];
const COST_LABEL = 'Building costs';
const COST_SOURCE = "the owner's published list";

/** The asset that a row makes when the register has none by its code. Unknown kind counts as a building: the careful choice. */
export function newAsset(reading: RowReading): ImportedAsset {
  const empty: Base = {
    kind: 'building', name: reading.code, description: null, site: null, identifiers: [], address: { number: null, street: null, town: null, postcode: null },
    point: null, shape: null, landAreaM2: null, floorAreaM2: null, tenure: null, tenureDetails: [], tenureNote: null, holding: null,
    functionLabel: null, purpose: null, suitability: null, energyRating: null, state: 'in_use', costs: [], effectiveOn: null,
  };
  const state = reading.state?.state ?? 'in_use';
  return { ...empty, ...wanted(empty, reading), state, code: reading.code, certainty: reading.state ? reading.certainty : 'assumed' };
}

/**
 * What a row changes. A value that equals what the register has, or what the public was shown of it, changes nothing:
 * the published list of a hidden building may come back without wiping out where it is.
 */
export function compare(before: Asset, shown: PublicAsset, reading: RowReading): Comparison {
  const result: Comparison = { fields: {}, changes: [], locked: [], stateKept: null };
  const [forTruth, forShown] = [wanted(before, reading), wanted(shown, reading)];
  for (const field of Object.keys(forTruth) as ImportableField[]) {
    if (isSame(forTruth[field], before[field]) || isSame(forShown[field], shown[field])) continue;
    const change = { field, before: before[field], after: forTruth[field] };
    if (before.lockedFields.includes(field)) result.locked.push(change);
    else {
      Object.assign(result.fields, { [field]: forTruth[field] });
      result.changes.push(change);
    }
  }
  if (reading.state && FROM_CASEWORK.includes(before.state) && reading.state.state === 'in_use' && !saysNothingNew(before, reading.state)) result.stateKept = reading.state.state;
  return result;
}

/** The fields that a row speaks about, put together with what is known. */
function wanted(base: Base, reading: RowReading): ImportedFields {
  const fields: ImportedFields = { ...reading.plain };
  // Councils blank the address of an empty building (Transparency Code): a blank is then no reason to forget it.
  const keepsPlace = reading.state?.state === 'vacant' && (reading.plain.kind ?? base.kind) === 'building';
  if (keepsPlace && fields.point === null) delete fields.point;
  if (Object.keys(reading.address).length > 0) fields.address = addressWith(base.address, reading.address, keepsPlace);
  if (reading.identifiers.length > 0) fields.identifiers = identifiersWith(base.identifiers, reading.identifiers, keepsPlace);
  if (reading.buildingCostsPence !== undefined) fields.costs = costsWith(base.costs, reading.buildingCostsPence);
  if (reading.state) fields.state = stateAfter(base, reading.state);
  return fields;
}

function addressWith(known: Address, said: Partial<Address>, keepsPlace: boolean): Address {
  const merged = { ...known, ...said };
  if (!keepsPlace) return merged;
  const kept: Address = { number: merged.number ?? known.number, street: merged.street ?? known.street, town: merged.town ?? known.town, postcode: merged.postcode ?? known.postcode };
  const isDistrictOfKnown = kept.postcode !== null && known.postcode?.startsWith(`${kept.postcode} `);
  return isDistrictOfKnown ? { ...kept, postcode: known.postcode } : kept;
}

function identifiersWith(known: Identifier[], said: RowReading['identifiers'], keepsPlace: boolean): Identifier[] {
  const replaced = said.filter(({ value }) => value !== null || !keepsPlace);
  const unchanged = replaced.filter(({ scheme, value }) => value !== null && known.some((one) => one.scheme === scheme && one.value === value)).map(({ scheme }) => scheme);
  const dropped = replaced.map(({ scheme }) => scheme).filter((scheme) => !unchanged.includes(scheme));
  const added = replaced.flatMap(({ scheme, value }) => (value === null || unchanged.includes(scheme) ? [] : [{ scheme, value }]));
  return [...known.filter(({ scheme }) => !dropped.includes(scheme)), ...added];
}

/** The list's one figure goes beside the lines that people entered, unless these already add up to it. */
function costsWith(known: CostLine[], pence: number | null): CostLine[] {
  const others = known.filter(({ label }) => label !== COST_LABEL);
  if (pence === null) return others;
  const sum = known.reduce((total, { annualPence }) => total + (annualPence ?? 0), 0);
  return known.length > 0 && sum === pence ? known : [...others, { label: COST_LABEL, annualPence: pence, source: COST_SOURCE }];
}

function stateAfter(base: Base, said: StateSaid): AssetState {
  if (said.from === 'register' || FROM_CASEWORK.includes(base.state) || saysNothingNew(base, said)) return base.state;
  // "Owner occupied" does not deny that half the rooms are empty.
  return said.from === 'tenure' && said.state === 'in_use' && base.state === 'under_used' ? base.state : said.state;
}

/** The tenure told the same before, and somebody has seen better since. */
function saysNothingNew(base: Base, said: StateSaid): boolean {
  return said.from === 'tenure' && stateOfTenure(base.tenureDetails, base.purpose)?.state === said.state;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b) && a.every((one) => typeof one === 'string')) return isDeepStrictEqual(a.toSorted(), b.toSorted());
  return isDeepStrictEqual(a, b);
}

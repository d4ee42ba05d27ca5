import { isDeepStrictEqual } from 'node:util';
import type {
  Address,
  Asset,
  AssetKind,
  AssetState,
  Certainty,
  CostLine,
  Identifier,
  ImportableField,
  Precision,
  PublicAsset,
} from '../assets/asset-contract.ts';
import { textOfCell } from '../../kernel/tables/cell-text.ts';
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
    kind: 'building',
    name: reading.code,
    description: null,
    site: null,
    identifiers: [],
    address: { number: null, street: null, town: null, postcode: null },
    point: null,
    shape: null,
    landAreaM2: null,
    floorAreaM2: null,
    tenure: null,
    tenureDetails: [],
    tenureNote: null,
    holding: null,
    functionLabel: null,
    purpose: null,
    suitability: null,
    energyRating: null,
    state: 'in_use',
    costs: [],
    effectiveOn: null,
  };
  const asset = { ...empty, ...wanted(empty, reading) };
  return {
    ...asset,
    state: stateOfNew(reading, asset.kind),
    code: reading.code,
    certainty: reading.state ? reading.certainty : 'assumed',
  };
}

/**
 * What a row changes. A value that equals what the register has, or what the public was shown of it, changes nothing:
 * the published list of a hidden building may come back without wiping out where it is.
 */
export function compare(before: Asset, shown: PublicAsset, reading: RowReading): Comparison {
  const result: Comparison = { fields: {}, changes: [], locked: [], stateKept: null };
  const [truth, copy] = [withOwnPoint(before), withOwnPoint(shown)];
  const [forTruth, forShown] = [wanted(truth, reading), wanted(copy, reading)];
  for (const field of Object.keys(forTruth) as ImportableField[]) {
    if (
      isSame(forTruth[field], truth[field]) ||
      isSame(forShown[field], copy[field]) ||
      isSame(forShown[field], shown[field])
    )
      continue;
    const change = { field, before: truth[field], after: forTruth[field] };
    if (before.lockedFields.includes(field)) result.locked.push(change);
    else {
      Object.assign(result.fields, { [field]: forTruth[field] });
      result.changes.push(change);
    }
  }
  const said = reading.state;
  if (
    said &&
    said.state !== before.state &&
    [said.state, before.state].some((state) => FROM_CASEWORK.includes(state)) &&
    isNews(before, said)
  )
    result.stateKept = said.state;
  return result;
}

/** The middle of a postcode or ward stands in for a place that nobody told; no file says anything about that. */
function withOwnPoint<T extends Base & { precision: Precision }>(base: T): T {
  return base.precision === 'exact' ? base : { ...base, point: null };
}

/**
 * A case that this portal knows nothing of cannot be under way in it. A building whose state nobody could read counts as
 * empty, so that its place is kept from the public until somebody says what the words mean.
 */
function stateOfNew({ state: said, stateUnclear }: RowReading, kind: AssetKind): AssetState {
  if (stateUnclear && kind === 'building') return 'vacant';
  if (said?.state === 'asked_for') return 'vacant';
  return said === null || said.state === 'meanwhile_use' ? 'in_use' : said.state;
}

/** The fields that a row speaks about, put together with what is known. */
function wanted(base: Base, reading: RowReading): ImportedFields {
  const fields: ImportedFields = { ...reading.plain };
  // Councils blank the address of an empty building (Transparency Code): a blank is then no reason to forget it.
  const keepsPlace = reading.state?.state === 'vacant' && (reading.plain.kind ?? base.kind) === 'building';
  if (keepsPlace && fields.point === null) delete fields.point;
  if (Object.keys(reading.address).length > 0) fields.address = addressWith(base.address, reading.address, keepsPlace);
  if (reading.identifiers.length > 0)
    fields.identifiers = identifiersWith(base.identifiers, reading.identifiers, keepsPlace);
  if (reading.buildingCostsPence !== undefined) fields.costs = costsWith(base.costs, reading.buildingCostsPence);
  if (reading.state) fields.state = stateAfter(base, reading.state);
  return fields;
}

function addressWith(known: Address, said: Partial<Address>, keepsPlace: boolean): Address {
  const merged = { ...known, ...said };
  if (!keepsPlace) return merged;
  const kept: Address = {
    number: merged.number ?? known.number,
    street: merged.street ?? known.street,
    town: merged.town ?? known.town,
    postcode: merged.postcode ?? known.postcode,
  };
  const isDistrictOfKnown = kept.postcode !== null && known.postcode?.startsWith(`${kept.postcode} `);
  return isDistrictOfKnown ? { ...kept, postcode: known.postcode } : kept;
}

function identifiersWith(known: Identifier[], said: RowReading['identifiers'], keepsPlace: boolean): Identifier[] {
  const replaced = said.filter(({ value }) => value !== null || !keepsPlace);
  const unchanged = replaced
    .filter(({ scheme, value }) => value !== null && known.some((one) => one.scheme === scheme && one.value === value))
    .map(({ scheme }) => scheme);
  const dropped = replaced.map(({ scheme }) => scheme).filter((scheme) => !unchanged.includes(scheme));
  const added = replaced.flatMap(({ scheme, value }) =>
    value === null || unchanged.includes(scheme) ? [] : [{ scheme, value }],
  );
  return [...known.filter(({ scheme }) => !dropped.includes(scheme)), ...added];
}

/** The list's one figure goes beside the lines that people entered, unless these already add up to it. */
function costsWith(known: CostLine[], pence: number | null): CostLine[] {
  const amounts = known.flatMap(({ annualPence }) => annualPence ?? []);
  const sum = amounts.length === 0 ? null : amounts.reduce((total, amount) => total + amount, 0);
  if (sum === pence) return known;
  const others = known.filter(({ label }) => label !== COST_LABEL);
  return pence === null ? others : [...others, { label: COST_LABEL, annualPence: pence, source: COST_SOURCE }];
}

function stateAfter(base: Base, said: StateSaid): AssetState {
  if (
    said.from === 'register' ||
    [base.state, said.state].some((state) => FROM_CASEWORK.includes(state)) ||
    !isNews(base, said)
  )
    return base.state;
  // "Owner occupied" does not deny that half the rooms are empty.
  return said.from === 'tenure' && said.state === 'in_use' && base.state === 'under_used' ? base.state : said.state;
}

/** Whether a file's state is more than what its tenure told before; somebody may have seen better since. */
function isNews(base: Base, said: StateSaid): boolean {
  if (said.from === 'register') return false;
  return said.from === 'state' || stateOfTenure(base)?.state !== said.state;
}

/** Texts that read alike are the same, and so are areas that differ by less than anybody measures. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isText(a) && isText(b)) return textOfCell(a ?? '') === textOfCell(b ?? '');
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 0.01;
  if (Array.isArray(a) && Array.isArray(b) && a.every((one) => typeof one === 'string'))
    return isDeepStrictEqual(a.toSorted(), b.toSorted());
  if (isRecord(a) && isRecord(b) && 'postcode' in a)
    return Object.keys({ ...a, ...b }).every((part) => isSame(a[part], b[part]));
  return isDeepStrictEqual(a, b);
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

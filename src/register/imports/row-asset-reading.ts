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
} from '../assets/asset-contract.ts';
import { stateOfTenure, type RowReading, type StateSaid } from './row-reading.ts';

/** A new asset as the import knows it; the register adds the rest. */
export type ImportedAsset = { code: string; certainty: Certainty } & Pick<Asset, ImportableField>;

/** What imports can compare: the asset itself, or the copy of it that the public was shown. */
export type Base = Pick<Asset, ImportableField>;

/** What a row says of an asset. */
export type ImportedFields = Partial<Pick<Asset, ImportableField>>;

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

/** The middle of a postcode or ward stands in for a place that nobody told; no file says anything about that. */
export function withOwnPoint<T extends Base & { precision: Precision }>(base: T): T {
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

/** States that come from what happens in the portal; no list from outside can know better. */
export const FROM_CASEWORK: readonly AssetState[] = ['asked_for', 'meanwhile_use', 'withdrawn'];

const COST_LABEL = 'Building costs';

const COST_SOURCE = "the owner's published list";

/** The fields that a row speaks about, put together with what is known. */
export function wanted(base: Base, reading: RowReading): ImportedFields {
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
export function isNews(base: Base, said: StateSaid): boolean {
  if (said.from === 'register') return false;
  return said.from === 'state' || stateOfTenure(base)?.state !== said.state;
}

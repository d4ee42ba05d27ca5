import type { Point, Shape } from '../../kernel/geo-contract.ts';

export type { Point, Shape };

/** What an asset is. A site with a building on it counts as a building: that is the more careful choice for redaction. */
export const ASSET_KINDS = ['land', 'building'] as const;

/** Where an asset stands in its life on the register. `withdrawn` assets stay visible, with the reason. */
export const ASSET_STATES = ['vacant', 'under_used', 'asked_for', 'meanwhile_use', 'in_use', 'withdrawn'] as const;

/** How closely a published point fits the true place. `none` means that the asset is listed but not on the map. */
export const PRECISIONS = ['exact', 'postcode', 'district', 'ward', 'none'] as const;

/** How we know whose it is. `outside_compact` owners have not adopted the compact. */
export const OWNERSHIPS = ['confirmed', 'claimed', 'unknown', 'outside_compact'] as const;

export const CERTAINTIES = ['seen', 'reported', 'assumed'] as const;

/** Transparency Code 2015, "local authority land": the three values of TenureType. */
export const TENURES = ['freehold', 'leasehold', 'other'] as const;

/** Transparency Code 2015: TenureDetail, several allowed. */
export const TENURE_DETAILS = [
  'owner_occupied',
  'ground_leasehold_out',
  'ground_leasehold_in',
  'leasehold_out',
  'leasehold_in',
  'sub_leasehold_out',
  'sub_leasehold_in',
  'licence_in',
  'licence_out',
  'vacant',
  'other',
] as const;

/** Transparency Code 2015: HoldingType. */
export const HOLDINGS = ['buildings', 'land', 'land_and_buildings'] as const;

export const SUITABILITIES = ['good', 'satisfactory', 'poor', 'unsuitable'] as const;
export const ENERGY_RATINGS = ['A+', 'A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;

/** What may be done at an asset. Each asset says which routes are open, and why. */
export const ROUTES = ['meanwhile_use', 'book_space', 'ask_owner', 'right_to_bid', 'not_available'] as const;

/** What later steps must know about a place before anything is agreed. */
export const CONSTRAINTS = ['open_space', 'highway', 'listed', 'contamination', 'flood', 'trees', 'asbestos'] as const;

export const IDENTIFIER_SCHEMES = ['uprn', 'title_number', 'inspire', 'external'] as const;

export type AssetKind = (typeof ASSET_KINDS)[number];
export type AssetState = (typeof ASSET_STATES)[number];
export type Precision = (typeof PRECISIONS)[number];
export type Ownership = (typeof OWNERSHIPS)[number];
export type Certainty = (typeof CERTAINTIES)[number];
export type Tenure = (typeof TENURES)[number];
export type TenureDetail = (typeof TENURE_DETAILS)[number];
export type Holding = (typeof HOLDINGS)[number];
export type Suitability = (typeof SUITABILITIES)[number];
export type EnergyRating = (typeof ENERGY_RATINGS)[number];
export type Route = (typeof ROUTES)[number];
export type Constraint = (typeof CONSTRAINTS)[number];
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export type Identifier = { scheme: IdentifierScheme; value: string };
export type Address = { number: string | null; street: string | null; town: string | null; postcode: string | null };
export type Evidence = { text: string; source: string; on: Day | null };
export type AccessRoute = { route: Route; reason: string };
export type AssetConstraint = { kind: Constraint; note: string | null };
/** One running cost a year in pence. `null` means nobody has told us: it prints "not known", never 0. */
export type CostLine = { label: string; annualPence: number | null; source: string };
/** What leaving a place empty costs a month, in pence, at least. */
export type LeavingEmpty = number | 'not_known';
export type PlannedUse = { text: string; from: Day | null };
export type LastCheck = { on: Day; by: string; source: string };
/** An officer's decision to publish a vacant building's true place. */
export type Release = { reason: string; by: string; on: Day; reviewOn: Day };

/**
 * The whole truth about an asset. Only the register's own service, the matcher and the owner may see it;
 * the public sees a `PublicAsset`, which `asset-redaction-rules.ts` makes from it.
 */
export type Asset = {
  id: string;
  areaId: string;
  ownerId: string;
  /** The owner's own reference; unique within the owner. */
  code: string;
  /** Name of the larger site this asset is part of. */
  site: string | null;
  kind: AssetKind;
  name: string;
  description: string | null;
  identifiers: Identifier[];
  address: Address;
  wardId: string | null;
  point: Point | null;
  precision: Precision;
  shape: Shape | null;
  landAreaM2: number | null;
  floorAreaM2: number | null;
  ownership: Ownership;
  ownershipSource: string | null;
  tenure: Tenure | null;
  tenureDetails: TenureDetail[];
  tenureNote: string | null;
  holding: Holding | null;
  functionLabel: string | null;
  purpose: string | null;
  suitability: Suitability | null;
  energyRating: EnergyRating | null;
  state: AssetState;
  stateSince: Day | null;
  /** Why a withdrawn asset was withdrawn, or what a state means here, in words for the public. */
  stateNote: string | null;
  certainty: Certainty;
  plannedUse: PlannedUse | null;
  lastCheck: LastCheck | null;
  features: string[];
  hazards: string[];
  evidence: Evidence[];
  routes: AccessRoute[];
  constraints: AssetConstraint[];
  costs: CostLine[];
  /** Fields a person corrected; an import never overwrites them. */
  lockedFields: string[];
  /** The number of the proposal that holds the place: until it is decided, the place is not promised to others. */
  heldBy: string | null;
  release: Release | null;
  /** The date the publisher gives for the record. */
  effectiveOn: Day | null;
  /** Set when the owner's list no longer has the asset: its page answers 410. */
  retiredOn: Day | null;
};

/** Fields that an import may set; everything else is kept by people. */
export const IMPORTABLE_FIELDS = [
  'kind',
  'name',
  'description',
  'site',
  'identifiers',
  'address',
  'point',
  'shape',
  'landAreaM2',
  'floorAreaM2',
  'tenure',
  'tenureDetails',
  'tenureNote',
  'holding',
  'functionLabel',
  'purpose',
  'suitability',
  'energyRating',
  'state',
  'costs',
  'effectiveOn',
] as const satisfies readonly (keyof Asset)[];
export type ImportableField = (typeof IMPORTABLE_FIELDS)[number];

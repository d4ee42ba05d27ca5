import type { Point, Shape } from '../../kernel/geo-contract.ts';
import type {
  AccessRoute,
  Address,
  AssetConstraint,
  AssetKind,
  AssetState,
  Certainty,
  CostLine,
  Day,
  EnergyRating,
  Evidence,
  Holding,
  Identifier,
  LastCheck,
  Ownership,
  PlannedUse,
  Precision,
  Suitability,
  Tenure,
  TenureDetail,
} from './asset-contract.ts';

/** A photo that anybody may see; width and height in pixels. */
export type PublicPhoto = { id: string; alt: string; credit: string | null; width: number; height: number };

/**
 * What anybody may know about an asset. When `redacted`, it is a vacant building that nobody has released:
 * neutral name and reference, postcode district, a point for the ward or district.
 */
export type PublicAsset = {
  id: string;
  redacted: boolean;
  /** The owner's reference, or `M-…` made from our id when redacted. */
  code: string;
  area: { id: string; slug: string; name: string };
  owner: { id: string; slug: string; name: string; uri: string | null };
  ward: { id: string; code: string; name: string } | null;
  site: string | null;
  kind: AssetKind;
  name: string;
  description: string | null;
  identifiers: Identifier[];
  address: Address;
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
  photos: PublicPhoto[];
  effectiveOn: Day | null;
  retiredOn: Day | null;
};

import type { Area, Owner, Ward } from '../../ground/areas/area-contract.ts';
import type { Asset, AssetState, Day, Point, Precision } from './asset-contract.ts';
import { districtOf } from '../../kernel/postcode.ts';
import { routesOf } from './asset-route-rules.ts';
import type { PublicAsset, PublicPhoto } from './public-asset-contract.ts';

/** What the register knows around an asset and the public copy needs. */
export type Surroundings = {
  area: Pick<Area, 'id' | 'slug' | 'name'>;
  owner: Owner;
  ward: Ward | undefined;
  /** The middle of the asset's postcode district, from the area's own postcodes. */
  districtCentre: Point | undefined;
  photos: PublicPhoto[];
  today: Day;
};

/** In these states somebody is in the building, so saying where it is gives nothing away. */
const PEOPLED: readonly AssetState[] = ['in_use', 'under_used', 'meanwhile_use'];

/** Floor areas in the owner's old lists are precise enough to recognise a building by, so hidden ones are rounded to this. */
const HIDDEN_AREA_STEP_M2 = 50;

/**
 * Whether the public may not know where an asset is: an empty building that no officer has released.
 * Local government transparency code 2015: vacant buildings are published with their postcode district only.
 * A release holds until its review date; after that the building is hidden again until somebody reviews it.
 */
export function isHidden(asset: Asset, today: Day): boolean {
  if (asset.kind !== 'building') return false;
  if (asset.release && asset.release.reviewOn > today) return false;
  const saidVacant = asset.tenureDetails.includes('vacant') && asset.state === 'under_used';
  return saidVacant || !PEOPLED.includes(asset.state);
}

/** The reference under which the public knows a hidden asset; it says nothing about the owner's own reference. */
export function publicCodeOf(id: string): string {
  return `M-${id.replaceAll('-', '').slice(-12).toUpperCase()}`;
}

export function isPublicCode(code: string): boolean {
  return /^M-[0-9A-F]{12}$/.test(code);
}

/**
 * The public's copy of an asset: the one place where what is private is taken out.
 * Every public page, list, map, feed, export and search reads what this returns and nothing else.
 */
export function publicCopy(asset: Asset, around: Surroundings): PublicAsset {
  return isHidden(asset, around.today) ? hiddenCopy(asset, around) : openCopy(asset, around);
}

function openCopy(asset: Asset, { area, owner, ward, districtCentre, photos }: Surroundings): PublicAsset {
  const { areaId, ownerId, wardId, release, lockedFields, heldBy, ...open } = asset;
  const place = asset.point
    ? { point: asset.point, precision: asset.precision }
    : coarsePlace(undefined, districtCentre);
  return { ...open, ...place, routes: routesOf(asset), redacted: false, ...names(area, owner, ward), photos };
}

function hiddenCopy(asset: Asset, { area, owner, ward, districtCentre }: Surroundings): PublicAsset {
  const district = asset.address.postcode ? districtOf(asset.address.postcode) : null;
  return {
    id: asset.id,
    redacted: true,
    code: publicCodeOf(asset.id),
    ...names(area, owner, ward),
    ...coarsePlace(ward, districtCentre),
    site: null,
    kind: asset.kind,
    name: `Vacant building in ${ward?.name ?? district ?? area.name}`,
    description: null,
    identifiers: [],
    address: { number: null, street: null, town: null, postcode: district },
    shape: null,
    landAreaM2: null,
    floorAreaM2: roughly(asset.floorAreaM2),
    ownership: asset.ownership,
    ownershipSource: null,
    tenure: asset.tenure,
    tenureDetails: asset.tenureDetails,
    tenureNote: null,
    holding: asset.holding,
    functionLabel: null,
    purpose: null,
    suitability: null,
    energyRating: null,
    state: asset.state,
    stateSince: null,
    stateNote: null,
    certainty: asset.certainty,
    plannedUse: null,
    lastCheck: asset.lastCheck && { on: asset.lastCheck.on, by: '', source: '' },
    features: [],
    hazards: [],
    evidence: [],
    routes: routesOf(asset).map(({ route }) => ({ route, reason: '' })),
    constraints: asset.constraints.map(({ kind }) => ({ kind, note: null })),
    costs: [],
    photos: [],
    effectiveOn: null,
    retiredOn: asset.retiredOn,
  };
}

/** The same point for every hidden asset of a ward, so that many of them together give no more away than one. */
function coarsePlace(
  ward: Ward | undefined,
  districtCentre: Point | undefined,
): { point: Point | null; precision: Precision } {
  if (ward) return { point: ward.centre, precision: 'ward' };
  return districtCentre ? { point: districtCentre, precision: 'district' } : { point: null, precision: 'none' };
}

function names(
  { id, slug, name }: Surroundings['area'],
  owner: Owner,
  ward: Ward | undefined,
): Pick<PublicAsset, 'area' | 'owner' | 'ward'> {
  return {
    area: { id, slug, name },
    owner: { id: owner.id, slug: owner.slug, name: owner.name, uri: owner.uri },
    ward: ward ? { id: ward.id, code: ward.code, name: ward.name } : null,
  };
}

function roughly(squareMetres: number | null): number | null {
  return squareMetres === null
    ? null
    : Math.max(HIDDEN_AREA_STEP_M2, Math.round(squareMetres / HIDDEN_AREA_STEP_M2) * HIDDEN_AREA_STEP_M2);
}

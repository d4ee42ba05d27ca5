import { RECORD_PROPERTIES } from './feature-record-columns.ts';
import type { FeatureProperty } from './feature-value-columns.ts';
import { STATE_PROPERTIES } from './feature-state-columns.ts';

/**
 * The properties of an asset in GeoJSON and in OGC API – Features. Flat, so that every desktop map shows them as columns.
 * Those that share a name with a filter (kind, state, owner, ward, can, constraint) hold what the filter compares with.
 */
export const FEATURE_PROPERTIES: readonly FeatureProperty[] = [...STATE_PROPERTIES, ...RECORD_PROPERTIES];

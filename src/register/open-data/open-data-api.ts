import type { Endpoint } from '../../kernel/endpoint.ts';
import { exportApi } from './export-api.ts';
import { ogcApi } from './ogc-api.ts';
import { ogcFeaturesApi } from './ogc-features-api.ts';
import type { OpenDataDeps } from './open-data-deps.ts';

/** The endpoints of open data: downloads, and OGC API – Features. */
export function openDataEndpoints(deps: OpenDataDeps): Endpoint[] {
  return [...exportApi(deps), ...ogcApi(deps), ...ogcFeaturesApi(deps)];
}

import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { AssetKind, AssetState } from '../../../src/register/assets/asset-contract.ts';
import { FIELD, PIN, PLATES, SIGNS } from '../map/glyph-table.ts';
import type { Sign } from '../map/glyph-table.ts';
import { shortCount } from '../map/short-count-words.ts';

/** The map's sign beside words that say the same; screen readers skip it. */
export function placeSign(kind: AssetKind, state: AssetState): TemplateResult {
  return sign(kind, plate(kind), SIGNS[state]);
}

export function kindSign(kind: AssetKind): TemplateResult {
  return sign(kind, plate(kind), {});
}

export function clusterSign(count: number): TemplateResult {
  return sign(
    'cluster',
    svg`<circle class="map-sign-cluster" cx="12" cy="12" r="10.5"></circle>
    <text class="map-sign-number" x="12" y="16" text-anchor="middle">${shortCount(count)}</text>`,
    {},
  );
}

export function doubtSign(): TemplateResult {
  return sign('land', svg`<circle class="map-sign-doubt" cx="12" cy="12" r="10.5"></circle>`, PIN);
}

function plate(kind: AssetKind): SVGTemplateResult {
  return svg`<path class="map-sign-plate" d=${PLATES[kind]}></path>`;
}

function sign(look: string, ground: SVGTemplateResult, { fill, line, bare }: Sign): TemplateResult {
  return html`<svg class="map-sign map-sign-${look}" viewBox="0 0 ${FIELD} ${FIELD}" aria-hidden="true" focusable="false">
    ${ground}
    ${fill ? svg`<path class="map-sign-fill" d=${fill}></path>` : null}
    ${line ? svg`<path class="map-sign-line" d=${line}></path>` : null}
    ${bare ? svg`<path class="map-sign-bare" d=${bare}></path>` : null}
  </svg>`;
}

import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { AssetState } from '../../../src/register/assets/asset-contract.ts';
import { STATE_WORDS } from '../../../src/register/assets/asset-words.ts';

/** One shape a state, the same as on the map: never told by colour alone. */
const SHAPES: Record<AssetState, SVGTemplateResult> = {
  vacant: svg`<path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="none" stroke="currentColor" stroke-width="2" />`,
  under_used: svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2" /><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />`,
  asked_for: svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2" /><circle cx="8" cy="8" r="2.5" fill="currentColor" />`,
  meanwhile_use: svg`<circle cx="8" cy="8" r="7" fill="currentColor" /><path d="m4.8 8.2 2.3 2.3 4.2-4.6" fill="none" stroke="var(--surface)" stroke-width="1.8" />`,
  in_use: svg`<rect x="2.5" y="2.5" width="11" height="11" fill="currentColor" />`,
  withdrawn: svg`<path d="m3 3 10 10M13 3 3 13" fill="none" stroke="currentColor" stroke-width="2.4" />`,
};

export function stateBadge(state: AssetState): TemplateResult {
  return html`<span class="badge badge--${state}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${SHAPES[state]}</svg>${STATE_WORDS[state]}</span>`;
}

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { DayState, StretchState } from '../../../src/rooms/spaces/calendar-contract.ts';

/** States of a stretch in the order of the legend. */
export const LEGEND: readonly StretchState[] = ['free', 'taken', 'asked', 'closed'];

/** What the patterns mean. */
export function legend(entries: readonly { name: string; pattern: StretchState | 'part' }[]): TemplateResult {
  return html`<ul class="legend" aria-label="What the signs mean">${entries.map(({ name, pattern }) => html`<li>${swatch(pattern)} ${name}</li>`)}</ul>`;
}

/** Which pattern a whole day gets. */
export const DAY_PATTERN: Record<DayState, StretchState | 'part'> = {
  free: 'free',
  part: 'part',
  full: 'taken',
  not_now: 'too_soon',
  closed: 'closed',
  past: 'past',
};

/** A small sample of a pattern. */
export const swatch = (state: StretchState | 'part'): TemplateResult =>
  html`<svg class="swatch pattern--${state}" viewBox="0 0 28 28" aria-hidden="true"><rect x="2" y="2" width="24" height="24" rx="4" fill=${fillOf(state)} />${state === 'part' ? svg`<path d="M2 26 26 2v20a4 4 0 0 1-4 4z" fill="url(#pattern-taken)" />` : nothing}</svg>`;

/** Each state has a pattern of its own, so that nothing rests on colour. */
export function fillOf(state: StretchState | 'part'): string {
  if (state === 'taken' || state === 'asked' || state === 'closed') return `url(#pattern-${state})`;
  return state === 'free' || state === 'part' ? 'var(--surface)' : 'var(--sunk)';
}

/** The patterns themselves, drawn once on a page: states differ without colour too. */
export const patterns: SVGTemplateResult | TemplateResult =
  html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
  <pattern id="pattern-taken" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" class="pattern__ground" /><rect width="4" height="8" class="pattern__ink" /></pattern>
  <pattern id="pattern-asked" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="pattern__ground" /><circle cx="4" cy="4" r="2.2" class="pattern__ink pattern__ink--asked" /></pattern>
  <pattern id="pattern-closed" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="pattern__ground" /><path d="m0 0 8 8M8 0 0 8" class="pattern__line" /></pattern>
</defs></svg>`;

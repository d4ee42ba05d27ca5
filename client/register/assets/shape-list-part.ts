import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Corner } from './shape-rules.ts';
import { SHAPE_WORDS } from './shape-words.ts';

type ListModel = {
  corners: readonly Corner[];
  /** Place of the first corner shown. */
  from: number;
  onMove(at: number, corner: Corner): void;
  onRemove(at: number): void;
  onAddAfter(at: number): void;
  onPage(from: number): void;
};

/** Corners shown at a time: an outline may have two thousand. */
const CORNERS_AT_ONCE = 50;

/** Every corner as two numbers: the same as the map, for those who type rather than point. */
export function cornerList({ corners, from, onMove, onRemove, onAddAfter, onPage }: ListModel): TemplateResult {
  const shown = corners.slice(from, from + CORNERS_AT_ONCE);
  return html`
    <details class="more shape-list"><summary>${SHAPE_WORDS.list(corners.length)}</summary>
      ${shown.length === 0 ? html`<p>${SHAPE_WORDS.noCorners}</p>` : html`<ol start=${from + 1}>${shown.map((corner, index) => line(corner, from + index))}</ol>`}
      ${from > 0 ? html`<button type="button" class="button button--quiet button--small" @click=${() => onPage(Math.max(0, from - CORNERS_AT_ONCE))}>${SHAPE_WORDS.earlier}</button>` : nothing}
      ${from + CORNERS_AT_ONCE < corners.length ? html`<button type="button" class="button button--quiet button--small" @click=${() => onPage(from + CORNERS_AT_ONCE)}>${SHAPE_WORDS.later}</button>` : nothing}
    </details>`;

  function line(corner: Corner, at: number): TemplateResult {
    return html`<li><div class="shape-line" role="group" aria-label=${SHAPE_WORDS.corner(at + 1)}>
      <span class="shape-number" aria-hidden="true">${at + 1}</span>
      ${number(corner, at, 0, SHAPE_WORDS.longitude)} ${number(corner, at, 1, SHAPE_WORDS.latitude)}
      <button type="button" class="button button--quiet button--small" @click=${() => onAddAfter(at)}>${SHAPE_WORDS.addAfter}</button>
      <button type="button" class="button button--quiet button--small" @click=${() => onRemove(at)}>${SHAPE_WORDS.remove}</button>
    </div></li>`;
  }

  function number(corner: Corner, at: number, axis: 0 | 1, label: string): TemplateResult {
    const changed = (event: Event): void => {
      const typed = Number((event.target as HTMLInputElement).value);
      if (Number.isFinite(typed) && Math.abs(typed) <= 180)
        onMove(at, axis === 0 ? [typed, corner[1]] : [corner[0], typed]);
    };
    // Enter would send the whole form: here it means "this is the number".
    const entered = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      changed(event);
    };
    return html`<label><span>${label}</span><input inputmode="decimal" .value=${live(String(corner[axis]))} @change=${changed} @keydown=${entered} /></label>`;
  }
}

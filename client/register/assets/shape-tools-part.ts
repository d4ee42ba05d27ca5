import { html, nothing, type TemplateResult } from 'lit';
import type { Active, Polygons } from './shape-rules.ts';
import { SHAPE_WORDS } from './shape-words.ts';

/** What a click on the map does. */
export type ShapeMode = 'draw' | 'place';
type ToolsModel = {
  readonly: boolean;
  pointOnly: boolean;
  mode: ShapeMode;
  canUndo: boolean;
  canClear: boolean;
  onMode(mode: ShapeMode): void;
  onZoom(steps: number): void;
  onFit(): void;
  /** Does in the middle of the map what a click would do there. */
  onMiddle(): void;
  onUndo(): void;
  onClear(): void;
};

/** The buttons above the map: everything a pointer can do is one of them, or a number in the list of corners. */
export function shapeTools({
  readonly,
  pointOnly,
  mode,
  canUndo,
  canClear,
  onMode,
  onZoom,
  onFit,
  onMiddle,
  onUndo,
  onClear,
}: ToolsModel): TemplateResult {
  const button = (words: string, work: () => void, on = true): TemplateResult =>
    html`<button type="button" ?disabled=${!on} @click=${work}>${words}</button>`;
  const choice = (one: ShapeMode, words: string): TemplateResult =>
    html`<button type="button" aria-pressed=${mode === one ? 'true' : 'false'} @click=${() => onMode(one)}>${words}</button>`;
  return html`<div class="map-tools">
    ${button(SHAPE_WORDS.zoomIn, () => onZoom(1))} ${button(SHAPE_WORDS.zoomOut, () => onZoom(-1))} ${button(SHAPE_WORDS.fit, onFit)}
    ${
      readonly
        ? nothing
        : pointOnly
          ? button(SHAPE_WORDS.pointHere, onMiddle)
          : html`${choice('draw', SHAPE_WORDS.draw)} ${choice('place', SHAPE_WORDS.place)} ${button(mode === 'draw' ? SHAPE_WORDS.addHere : SHAPE_WORDS.pointHere, onMiddle)}
          ${button(SHAPE_WORDS.undo, onUndo, canUndo)} ${button(SHAPE_WORDS.clear, onClear, canClear)}`
    }
  </div>`;
}

/** An outline may have several parts, and gaps in them: which line is being edited? */
export function shapeParts(
  polygons: Polygons,
  active: Active,
  onChoose: (active: Active) => void,
): TemplateResult | typeof nothing {
  const lines = polygons.flatMap((rings, polygon) => rings.map((_, ring) => ({ polygon, ring })));
  if (lines.length < 2) return nothing;
  const chosen = lines.findIndex(({ polygon, ring }) => polygon === active.polygon && ring === active.ring);
  const choose = (event: Event): void =>
    onChoose(lines[Number((event.target as HTMLSelectElement).value)] ?? { polygon: 0, ring: 0 });
  return html`<label class="field"><span>${SHAPE_WORDS.part}</span>
    <select @change=${choose}>${lines.map(({ polygon, ring }, at) => html`<option value=${at} ?selected=${at === chosen}>${SHAPE_WORDS.partName(polygon, ring)}</option>`)}</select></label>`;
}

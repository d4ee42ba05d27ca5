import { html, nothing, type TemplateResult } from 'lit';
import type { DeskPlace, SpaceHistory } from '../../../src/rooms/spaces/desk-space-contract.ts';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import { MOST_WINDOWS, type FormValues } from '../../../src/rooms/spaces/space-edit-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { conflictPart, historyPart, saveButtons, spaceHead } from './desk-space-part.ts';
import { highestLine, linesShown } from './form-line-rules.ts';
import { DAYS, hoursLine } from './hours-line-fields.ts';
import { spacePreview } from './space-view.ts';

export type HoursFormData = {
  place: DeskPlace;
  space: { id: string; name: string };
  form: FormState;
  seen: string;
  done: string | null;
  /** What somebody else has saved meanwhile. */
  conflict: { by: string; labels: readonly string[]; now: FormValues } | null;
  preview: PublicSpace | null;
  history: SpaceHistory;
};

const SPARE = 3;

/** When a space is open: lines of a plain form, which the week above them shows and edits where scripts run. */
export function hoursFormView({
  place,
  space,
  form,
  seen,
  done,
  conflict,
  preview,
  history,
}: HoursFormData): TemplateResult {
  return html`<div class="wrap desk-page">
    ${spaceHead(place, space, 'hours', done)}
    ${conflict ? html`${conflictPart({ ...conflict, form: 'Below is what you typed; saving it takes the place of theirs.' })} ${theirHours(conflict.now)}` : mistakesView(form.mistakes)}
    ${preview ? spacePreview(preview) : nothing}
    <p class="lead">The hours at which groups may have it. What is booked already stays booked when you change them.</p>
    <form method="post" action="/desk/spaces/${space.id}/hours" novalidate class="edit-form hours-form">
      <input type="hidden" name="seen" value=${seen} />
      <week-grid><div class="hours-lines">
        <h2>Opening hours, line by line</h2>
        <p class="hint">One line for each stretch of a day. Empty both times to take a line away; saving makes room for more.</p>
        ${linesShown(form, 'hours', SPARE, MOST_WINDOWS).map((at) => hoursLine(form, at))}
      </div></week-grid>
      <section class="edit-part edit-save">${saveButtons()}</section>
    </form>
    <p><a href="/desk/assets/${place.assetId}/terms">Term dates of this place</a> · <a href="/desk/assets/${place.assetId}/next-year">Copy last year’s seasons</a></p>
    ${historyPart(history)}
  </div>`;
}

function theirHours(now: FormValues): TemplateResult {
  const lines = Array.from({ length: highestLine(now, 'hours') }, (_, index) => index + 1);
  return html`<section class="note note--old"><h2 class="h-small">What they saved</h2>
    ${lines.length === 0 ? html`<p>No opening hours.</p>` : html`<ul>${lines.map((at) => html`<li>${DAYS.find(({ value }) => value === now[`hours_days_${at}`])?.label} ${now[`hours_from_${at}`]} to ${now[`hours_to_${at}`]}</li>`)}</ul>`}
  </section>`;
}

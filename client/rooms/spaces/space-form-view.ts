import { html, nothing, type TemplateResult } from 'lit';
import type { DeskPlace, SpaceHistory } from '../../../src/rooms/spaces/desk-space-contract.ts';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import { LAYOUTS } from '../../../src/rooms/spaces/space-contract.ts';
import { LAYOUT_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { field, longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { conflictPart, historyPart, placeCrumbs, saveButtons, spaceHead } from './desk-space-part.ts';
import { facilityFields } from './space-facility-fields.ts';
import { insuranceFields, ruleFields } from './space-rule-fields.ts';
import { spacePreview } from './space-view.ts';

export type SpaceFormData = {
  place: DeskPlace;
  space: { id: string; name: string };
  form: FormState;
  seen: string;
  done: string | null;
  conflict: { by: string; labels: readonly string[] } | null;
  preview: PublicSpace | null;
  history: SpaceHistory;
};

/** What a space is, who can get in, and the rules of booking it: one form, in parts. */
export function editSpaceView({
  place,
  space,
  form,
  seen,
  done,
  conflict,
  preview,
  history,
}: SpaceFormData): TemplateResult {
  return html`<div class="wrap desk-page">
    ${spaceHead(place, space, 'facts', done)} ${conflict ? conflictPart({ ...conflict, form: 'The form below has their changes with yours on top. Look at it and save again.' }) : mistakesView(form.mistakes)}
    ${preview ? spacePreview(preview) : nothing} ${jump()}
    <form method="post" action="/desk/spaces/${space.id}" novalidate class="edit-form space-form">
      <input type="hidden" name="seen" value=${seen} />
      ${parts(form)}
      <section class="edit-part edit-save">${saveButtons()}</section>
    </form>
    ${historyPart(history)}
  </div>`;
}

export function newSpaceView({
  place,
  form,
  preview,
}: {
  place: DeskPlace;
  form: FormState;
  preview: PublicSpace | null;
}): TemplateResult {
  return html`<div class="wrap desk-page">
    ${placeCrumbs(place)}
    <h1>Add a room or space</h1>
    <p class="lead">A room, a hall, a pitch or a yard in ${place.name}. Only its name is needed; what nobody knows stays empty. Opening hours and prices come next.</p>
    ${mistakesView(form.mistakes)} ${preview ? spacePreview(preview) : nothing} ${jump()}
    <form method="post" action="/desk/assets/${place.assetId}/spaces" novalidate class="edit-form space-form">
      <input type="hidden" name="submission" value=${String(form.values['submission'] ?? '')} />
      ${parts(form)}
      <section class="edit-part edit-save">${saveButtons('Add it')}</section>
    </form>
  </div>`;
}

const SECTIONS: readonly { id: string; title: string; body(form: FormState): TemplateResult }[] = [
  { id: 'what', title: 'What it is', body: whatFields },
  { id: 'access', title: 'Access and facilities', body: facilityFields },
  { id: 'rules', title: 'Rules of booking', body: ruleFields },
  { id: 'insurance', title: 'Insurance for hirers', body: insuranceFields },
];

const jump = (): TemplateResult =>
  html`<nav class="jump" aria-label="On this page"><ul>${SECTIONS.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;
const parts = (form: FormState): TemplateResult =>
  html`${SECTIONS.map(({ id, title, body }) => html`<section id=${id} class="edit-part"><h2>${title}</h2>${body(form)}</section>`)}`;

function whatFields(form: FormState): TemplateResult {
  return html`
    ${field(form, 'name', 'Name', { hint: 'As people call it, for instance “Main hall”' })}
    ${longField(form, 'description', 'Description', { hint: 'In plain words: what it is like and what happens there. Everybody reads this.', rows: 3 })}
    <div class="side-by-side">${field(form, 'floor', 'Floor', { hint: 'For instance “Ground” or “1”' })} ${field(form, 'floor_area', 'Floor area', { hint: 'In square metres', inputmode: 'decimal' })}</div>
    <fieldset class="field-group"><legend>How many people fit?</legend>
      <p class="hint">Leave empty what nobody knows.</p>
      <div class="four-by-side">${field(form, 'capacity', 'At most', { inputmode: 'numeric' })} ${LAYOUTS.map((layout) => field(form, `layout_${layout}`, LAYOUT_WORDS[layout].label, { inputmode: 'numeric' }))}</div>
    </fieldset>
    ${longField(form, 'equipment', 'Equipment', { hint: 'One thing a line, for instance “30 stacking chairs”', rows: 3 })}
    ${longField(form, 'activities', 'What it is good for', { hint: 'For instance “Meetings, yoga, choir”', rows: 2 })}
    ${radioField(form, 'bookable', 'May groups ask for it?', [
      { value: 'yes', label: 'Yes, at its opening hours' },
      { value: 'no', label: 'No, it is only described here' },
    ])}
    ${longField(form, 'why_not_bookable', 'If not, why?', { hint: 'For instance “Only for members of the club.” Everybody reads this on the page of the room.', rows: 2, optional: true })}`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { DeskPlace, SpaceHistory } from '../../../src/rooms/spaces/desk-space-contract.ts';
import type { PublicSpace } from '../../../src/rooms/spaces/public-space-contract.ts';
import { LAYOUTS } from '../../../src/rooms/spaces/space-contract.ts';
import { STEPS } from '../../../src/rooms/spaces/space-edit-contract.ts';
import {
  ACCESS_FACILITIES,
  FACILITY_TABLE,
  INSIDE_FACILITIES,
  type Facility,
} from '../../../src/rooms/spaces/facility-contract.ts';
import { LAYOUT_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { lengthOf } from '../../../src/rooms/spaces/time-contract.ts';
import { field, longField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakeOf, mistakesView } from '../../kernel/mistakes-view.ts';
import { conflictPart, historyPart, placeCrumbs, saveButtons, spaceHead } from './desk-space-parts.ts';
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

function facilityFields(form: FormState): TemplateResult {
  const row = (name: Facility): TemplateResult => facilityRow(form, name);
  return html`<p>Say yes only when it is so for this room, and at the hours when groups come. “Not known” is a fair answer: people are told to ask.</p>
    ${ACCESS_FACILITIES.map(row)} ${INSIDE_FACILITIES.map(row)}
    ${longField(form, 'access_notes', 'More about getting in and around', { hint: 'For instance “The way to the entrance is steep.” Everybody reads this.', rows: 2, optional: true })}`;
}

/** One fact: yes, no or not known, and folded away what is special about it. */
function facilityRow(form: FormState, name: Facility): TemplateResult {
  const key = `has_${name}`;
  const value = String(form.values[key] ?? '');
  const more = ['_note', '_from', '_to'].map((suffix) => `${key}${suffix}`);
  const open = more.some((input) => form.values[input] || form.mistakes.some((mistake) => mistake.field === input));
  return html`<fieldset class="facility" id="field-${key}" tabindex="-1">
    <legend>${FACILITY_TABLE[name].label}</legend>
    ${mistakeOf(form.mistakes, key)}
    <div class="facility__answers">${[
      ['yes', 'Yes'],
      ['no', 'No'],
      ['', 'Not known'],
    ].map(
      ([answer, label]) =>
        html`<label class="choice"><input type="radio" name=${key} value=${answer} ?checked=${value === answer} /> <span>${label}</span></label>`,
    )}</div>
    <details ?open=${open}><summary>Add a note or hours<span class="visually-hidden"> about: ${FACILITY_TABLE[name].label}</span></summary>
      <div class="facility__more">${field(form, `${key}_note`, 'Note', { hint: 'For instance “Ring the bell”' })} ${field(form, `${key}_from`, 'From', { hint: 'For instance 08:00' })} ${field(form, `${key}_to`, 'Until', { hint: 'For instance 20:00' })}</div>
    </details>
  </fieldset>`;
}

function ruleFields(form: FormState): TemplateResult {
  return html`
    <div class="side-by-side">${field(form, 'shortest', 'Shortest booking', { hint: 'In hours, for instance 1 or 1.5', inputmode: 'decimal' })} ${field(form, 'longest', 'Longest booking', { hint: 'In hours, up to 24', inputmode: 'decimal' })}</div>
    <div class="side-by-side">${field(form, 'minutes_before', 'Kept free before each booking', { hint: 'In minutes, to set up', inputmode: 'numeric' })} ${field(form, 'minutes_after', 'Kept free after each booking', { hint: 'In minutes, to clear up', inputmode: 'numeric' })}</div>
    <div class="side-by-side">${field(form, 'notice_hours', 'Notice that you need', { hint: 'In hours, for instance 48', inputmode: 'numeric' })} ${field(form, 'days_ahead', 'How far ahead people may book', { hint: 'In days, for instance 400', inputmode: 'numeric' })}</div>
    <div class="side-by-side">${selectField(
      form,
      'step',
      'Bookings may start',
      STEPS.map((step) => ({ value: String(step), label: `Every ${lengthOf(step)}` })),
    )}</div>
    ${radioField(form, 'bank_holidays', 'On bank holidays and days off', [
      { value: 'closed', label: 'It is closed' },
      { value: 'open', label: 'It is open as on other days' },
    ])}
    ${longField(form, 'not_allowed', 'What is not allowed', { hint: 'For instance “No candles. No music after 22:00.”', rows: 2 })}
    ${longField(form, 'conditions', 'Conditions', { hint: 'For instance “An adult for every eight children”', rows: 2 })}
    ${longField(form, 'caretaking', 'Who opens and closes', { hint: 'For instance “The caretaker opens ten minutes before”. Everybody reads this: name no person, and no key codes.', rows: 2 })}`;
}

function insuranceFields(form: FormState): TemplateResult {
  return html`
    ${radioField(form, 'insurance', 'Does the building’s insurance cover groups that have none of their own?', [
      { value: '', label: 'Not known' },
      { value: 'none', label: 'No, groups need insurance of their own' },
      { value: 'free', label: 'Yes, and it costs nothing' },
      { value: 'percent', label: 'Yes, for a part of the hire' },
      { value: 'fixed', label: 'Yes, for a price for each booking' },
    ])}
    <div class="three-by-side">${field(form, 'insurance_percent', 'Part of the hire', { hint: 'In per cent, for instance 12', inputmode: 'decimal' })} ${field(form, 'insurance_minimum', 'At least', { hint: 'In pounds for one booking', inputmode: 'decimal' })} ${field(form, 'insurance_pounds', 'Price for each booking', { hint: 'In pounds', inputmode: 'decimal' })}</div>
    ${longField(form, 'insurance_note', 'Whom it does not cover, or what to know', { hint: 'For instance “Not for martial arts or political meetings.”', rows: 2 })}`;
}

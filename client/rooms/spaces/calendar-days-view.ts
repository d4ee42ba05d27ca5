import { html, nothing, type TemplateResult } from 'lit';
import { MOST_DAYS_OFF, MOST_TERMS } from '../../../src/rooms/spaces/calendar-days-contract.ts';
import type { DeskPlace } from '../../../src/rooms/spaces/desk-space-contract.ts';
import type { Term } from '../../../src/rooms/spaces/space-contract.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { placeCrumbs } from './desk-space-part.ts';
import { linesShown } from './form-line-rules.ts';

const SPARE = 3;
type Listed = { form: FormState; seen: string };

export type AreaCalendarData = {
  area: { slug: string; name: string };
  terms: Listed;
  daysOff: Listed;
  bankHolidays: readonly string[];
  savedTerms: readonly Term[];
  done: string | null;
};

/** The calendar of an area: terms, days off, and the bank holidays, which nobody has to type. */
export function areaCalendarView({
  area,
  terms,
  daysOff,
  bankHolidays,
  savedTerms,
  done,
}: AreaCalendarData): TemplateResult {
  return html`<div class="wrap desk-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
    <h1>Terms and days off</h1>
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing} ${mistakesView([...terms.form.mistakes, ...daysOff.form.mistakes])}
    <p class="lead">Rooms that open in term time only follow these terms, unless their place has terms of its own. Working days and rooms keep the days off.</p>
    <form method="post" action="/desk/calendar/terms?area=${area.slug}" novalidate class="edit-form"><section class="edit-part"><h2>School terms</h2>
      ${terms.form.mistakes.length > 0 ? savedList(savedTerms) : nothing} ${termFields(terms)} <button class="button" type="submit">Save the terms</button>
      <p><a href="/desk/calendar/next-year?area=${area.slug}">Copy last year’s terms</a></p>
    </section></form>
    <form method="post" action="/desk/calendar/days-off?area=${area.slug}" novalidate class="edit-form"><section class="edit-part"><h2>Days off</h2>
      <p class="hint">Days on which offices are closed beside bank holidays. Empty a line to take it away.</p>
      <input type="hidden" name="seen" value=${daysOff.seen} />
      ${linesShown(daysOff.form, 'off', SPARE, MOST_DAYS_OFF).map((at) => html`<div class="part-line" role="group" aria-label="Day off ${at}">${field(daysOff.form, `off_day_${at}`, 'Day', { type: 'date' })} ${field(daysOff.form, `off_name_${at}`, 'Why')}</div>`)}
      <button class="button" type="submit">Save the days off</button>
    </section></form>
    <section class="edit-part"><h2>Bank holidays</h2><p>They come with the calendar of ${area.name}; nobody has to type them.</p>
      <ul class="bank-holidays">${bankHolidays.map((day) => html`<li>${longDay(day)}</li>`)}</ul>
    </section>
  </div>`;
}

/** Terms of one place: a school's own. Without any, those of the area go for it. */
export function placeTermsView({
  place,
  terms,
  areaTerms,
  done,
}: {
  place: DeskPlace;
  terms: Listed;
  areaTerms: readonly Term[];
  done: string | null;
}): TemplateResult {
  return html`<div class="wrap desk-page">
    ${placeCrumbs(place)}
    <h1>Term dates of ${place.name}</h1>
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing} ${mistakesView(terms.form.mistakes)}
    <p class="lead">Only when this place has terms of its own. Leave everything empty, and those of ${place.areaName} go for it.</p>
    ${areaTerms.length === 0 ? html`<p>${place.areaName} has no term dates yet.</p>` : html`<details class="more"><summary>Terms of ${place.areaName}</summary>${savedList(areaTerms)}</details>`}
    <form method="post" action="/desk/assets/${place.assetId}/terms" novalidate class="edit-form"><section class="edit-part"><h2>Own terms</h2>${termFields(terms)} <button class="button" type="submit">Save</button></section></form>
    <p><a href="/desk/assets/${place.assetId}/next-year">Copy last year’s terms and seasons</a></p>
  </div>`;
}

function termFields({ form, seen }: Listed): TemplateResult {
  return html`<p class="hint">First and last day of each term; half-term weeks lie between two. Empty a line to take it away.</p>
    <input type="hidden" name="seen" value=${seen} />
    ${linesShown(form, 'term', SPARE, MOST_TERMS).map((at) => html`<div class="part-line" role="group" aria-label="Term ${at}">${field(form, `term_name_${at}`, 'Name')} ${field(form, `term_from_${at}`, 'First day', { type: 'date' })} ${field(form, `term_to_${at}`, 'Last day', { type: 'date' })}</div>`)}`;
}

const savedList = (terms: readonly Term[]): TemplateResult =>
  html`<ul>${terms.map(({ name, from, to }) => html`<li>${name}: ${shortDay(from)} to ${shortDay(to)}</li>`)}</ul>`;

import { html, nothing, type TemplateResult } from 'lit';
import type { ViewingPage } from '../../../src/casework/interests/interest-page-contract.ts';
import { timeWords } from '../../../src/casework/interests/interest-words.ts';
import { emptyForm, longField } from '../../kernel/form-fields.ts';
import { counted } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import type { AgainForm } from './interest-view-data.ts';
import { viewingFields } from './viewing-fields.ts';

export type ViewingData = ViewingPage & { again: AgainForm | null; flash: string | null };

/** A time to see a place, for whoever opens up: who comes, where, how the door opens; and for whoever offers it, changing it. */
export function viewingView(data: ViewingData): TemplateResult {
  const { viewing, place, area, again, flash, today, mayOffer } = data;
  const { meeting, keyNote, state, reason, day, places } = viewing;
  return html`<article class="wrap narrow request enquiry">
    <nav class="crumbs" aria-label="Where you are">${place ? html`<a href="/assets/${place.id}">${place.name}</a>` : html`<a href="/assets?area=${area.slug}">Places</a>`}</nav>
    <header><h1>To see ${place?.name ?? 'a place'}</h1><p class="lead">${timeWords(viewing)}</p></header>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(again?.form.mistakes ?? [])}
    ${state === 'cancelled' ? html`<p class="note">Cancelled. ${reason}</p>` : nothing}
    <section class="panel" aria-labelledby="door-heading"><h2 id="door-heading">For whoever opens up</h2>
      <p><strong>Where they come:</strong> ${meeting || 'That has been let go of.'}</p>
      ${keyNote === '' ? nothing : html`<p class="lines"><strong>Key and alarm:</strong> ${keyNote}</p>`}</section>
    ${comingPart(data)}
    ${mayOffer && state === 'offered' && day >= today ? changePart(data, places) : nothing}
  </article>`;
}

function comingPart({ viewing, coming, today }: ViewingData): TemplateResult {
  const people = coming.reduce((all, one) => all + one.people, 0);
  const over = viewing.day <= today && viewing.state === 'offered';
  const list = html`<ul class="plain-list">${coming.map(({ id, name, people: many, number, came }) => html`<li>${over ? html`<label class="choice"><input type="checkbox" name="came_${id}" value="yes" ?checked=${came !== false} /> <span>${name}, ${counted(many, 'person', 'people')} <span class="hint">${number}</span></span></label>` : html`${name}, ${counted(many, 'person', 'people')} <span class="hint">${number}</span>`}</li>`)}</ul>`;
  return html`<section aria-labelledby="coming-heading"><h2 id="coming-heading">Who comes</h2>
    <p>${counted(people, 'person', 'people')} of ${viewing.places} at most.</p>
    ${coming.length === 0 ? nothing : over ? html`<form method="post" action="/viewings/${viewing.id}/came"><p>Take the tick away from whoever did not come.</p>${list}<button class="button" type="submit">Note who came</button></form>` : list}</section>`;
}

function changePart({ viewing, again }: ViewingData, places: number): TemplateResult {
  const { id, day, begins, ends, meeting, keyNote } = viewing;
  const changing = again?.of === 'change' ? again.form : emptyForm;
  const filled = {
    ...changing,
    values: { day, begins, ends, places: String(places), meeting, key_note: keyNote, ...changing.values },
  };
  const cancelling = { ...(again?.of === 'cancel' ? again.form : emptyForm), within: 'cancel' };
  return html`<details class="more" ?open=${again?.of === 'change'}><summary>Change it</summary>
      <form class="group-form" method="post" action="/viewings/${id}/change" novalidate>${viewingFields(filled)}
        ${longField(filled, 'reason', 'Why does it change?', { rows: 2, hint: 'Everybody who has a place is told, with the new time for their calendar.' })}
        <button class="button" type="submit">Change it</button></form></details>
    <details class="more" ?open=${again?.of === 'cancel'}><summary>Cancel it</summary>
      <form class="group-form" method="post" action="/viewings/${id}/cancel" novalidate>
        ${longField(cancelling, 'reason', 'Why is it cancelled?', { rows: 2, hint: 'Everybody who has a place is told.' })}
        <button class="button button--quiet" type="submit">Cancel it</button></form></details>`;
}

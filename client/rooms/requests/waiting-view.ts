import { html, nothing, type TemplateResult } from 'lit';
import type { ShownPlace, WaitingState } from '../../../src/rooms/requests/waiting-contract.ts';
import { seriesWords, timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { dateWords } from '../../../src/kernel/day-words.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import { capital, counted } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

type WaitingData = ShownPlace & { form: FormState; flash: string | null; own: boolean };

const STATES: Record<WaitingState, string> = {
  waiting: 'You wait. When the dates become free, they are held for you and we write.',
  offered: 'The dates are free: your request is under way.',
  taken: 'You have the dates. Your place on the list is over.',
  lapsed: 'This place is over: the dates have passed, or they were not taken in time. You can ask again.',
  left: 'You have left the list.',
};

/** One group's place on a waiting list. */
export function waitingView({ place, room, ahead, form, flash, own }: WaitingData): TemplateResult {
  const { recurrence } = place.wish;
  return html`
    <div class="wrap narrow request">
      <nav class="crumbs" aria-label="Where you are"><a href="/my">My page</a> <span aria-hidden="true">›</span> <a href="/groups/${place.groupId}">The group</a></nav>
      ${mistakesView(form.mistakes)} ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing}
      <h1>Waiting for ${room}</h1>
      <section class="panel" aria-labelledby="place-heading">
        <h2 id="place-heading">${place.state === 'waiting' ? (ahead === 0 ? 'You are next' : `${counted(ahead, 'group')} before you`) : 'How it stands'}</h2>
        <p>${STATES[place.state]}</p>
        ${place.requestId ? html`<p><a class="button" href="/requests/${place.requestId}">See the request</a></p>` : nothing}
      </section>
      <h2>What you wait for</h2>
      ${recurrence.kind === 'dates' ? html`<ul>${recurrence.dates.map((day) => html`<li>${dateWords(day)}, ${timeWords(place.wish.from, place.wish.to)}</li>`)}</ul>` : html`<p>${capital(seriesWords(place.wish))}, from ${dateWords(place.firstOn)} to ${dateWords(place.lastOn)}: all dates or none.</p>`}
      ${
        place.state === 'waiting'
          ? html`<form class="group-form" method="post" action="/waiting/${place.id}/leave" novalidate>
        ${own ? nothing : assistedFields(form, 'Leaving the list', 'They agree to leave the list.')}
        <button class="button button--quiet" type="submit">Leave the list</button></form>`
          : nothing
      }
    </div>
  `;
}

/** Where a group waits, for its own people. */
export function waitingList(places: readonly ShownPlace[]): TemplateResult | typeof nothing {
  if (places.length === 0) return nothing;
  return html`<section aria-labelledby="waiting-heading"><h2 id="waiting-heading">Rooms you wait for</h2>
    <ul class="plain-list">${places.map(({ place, room, ahead }) => html`<li><a href="/waiting/${place.id}">${room}</a> <span class="hint">${place.state === 'offered' ? 'your request is under way' : ahead === 0 ? 'you are next' : `${counted(ahead, 'group')} before you`}</span></li>`)}</ul></section>`;
}

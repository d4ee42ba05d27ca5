import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarHome } from '../../../src/rooms/calendars/calendar-contract.ts';
import { shortDay } from '../../kernel/format.ts';
import { mistakesView, type MistakeData } from '../../kernel/mistakes-view.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

export type CalendarsViewData = CalendarHome & { made: string | null; mistakes: readonly MistakeData[] };

/** Somebody's own calendar addresses: made here, shown once, ended here. */
export function calendarsView({ choices, links, made, mistakes }: CalendarsViewData): TemplateResult {
  return html`
    <div class="wrap narrow">
      <p class="crumbs"><a href="/my">My page</a></p>
      <h1>Your dates in your own calendar</h1>
      ${mistakesView(mistakes)} ${made ? madePart(made) : nothing}
      <p class="lead">Make a secret address and give it to the calendar on your phone or computer. It then shows the dates and keeps up with changes.</p>
      ${
        choices.length === 0
          ? html`<p>You have no group and look after no place, so there are no dates to show yet.</p>`
          : html`<form method="post" action="/calendars">
            <fieldset class="field" id="field-what" tabindex="-1"><legend>Whose dates?</legend>
              ${choices.map(({ what, label }, index) => html`<label class="choice"><input type="radio" name="what" value=${what} ?checked=${index === 0} /> <span>${label}</span></label>`)}
            </fieldset>
            <button class="button" type="submit">Make an address</button>
          </form>`
      }
      <section>
        <h2>Addresses you have made</h2>
        ${
          links.length === 0
            ? html`<p>None yet.</p>`
            : html`<ul class="rows">${links.map(
                ({ id, label, createdAt, readAt }) => html`<li class="row"><div>
            <strong>${label}</strong> <span class="hint">Made on ${shortDay(dayOf(createdAt))}; ${readAt ? `last read on ${shortDay(dayOf(readAt))}` : 'not read yet'}</span>
            <form method="post" action="/calendars/${id}/end"><button class="button button--quiet button--small" type="submit">End it<span class="visually-hidden">: ${label}</span></button></form>
          </div></li>`,
              )}</ul>`
        }
        <p class="note">Whoever has an address sees these dates. If one has got about, end it and make another. An address also stops when you no longer have the right to see the dates.</p>
      </section>
    </div>
  `;
}

function madePart(url: string): TemplateResult {
  return html`<div class="panel" role="status">
    <h2 class="h-small">Your address is ready</h2>
    <label for="made-url">Copy it now: we show it only once.</label>
    <input id="made-url" class="wide" readonly value=${url} />
    <p><a href=${url.replace(/^https?:/, 'webcal:')}>Add it to the calendar on this device</a></p>
  </div>`;
}

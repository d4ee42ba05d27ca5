import { html, nothing, type TemplateResult } from 'lit';
import type { ClosureForm, Obstacle, WantedClosure } from '../../../src/rooms/running/closure-form-contract.ts';
import type { BuildingFrame } from '../../../src/rooms/running/running-contract.ts';
import { CLOSURE_WORDS } from '../../../src/rooms/running/running-words.ts';
import { counted, longDay, shortDay } from '../../kernel/format.ts';
import { mistakesView, type MistakeData } from '../../kernel/mistakes-view.ts';
import { buildingHead } from './building-frame-part.ts';
import { timeWords } from '../../../src/rooms/bookings/booking-words.ts';

export type ClosurePreviewViewData = {
  frame: BuildingFrame;
  form: ClosureForm;
  wanted: WantedClosure;
  room: string | null;
  obstacles: readonly Obstacle[];
  free: readonly string[];
  submission: string;
  mistakes: readonly MistakeData[];
};

/** What closing would do, before anything is done: which days, and every booking in the way with what can be done about it. */
export function closurePreviewView({
  frame,
  form,
  wanted,
  room,
  obstacles,
  free,
  submission,
  mistakes,
}: ClosurePreviewViewData): TemplateResult {
  const base = `/desk/buildings/${frame.building.id}/closures`;
  const back = `${base}?${queryOf(form)}`;
  const [what, days] = [room ?? 'The whole building', counted(wanted.days.length, 'day')];
  return html`<div class="wrap desk-page">
    ${buildingHead(frame, 'closures', 'What is in the way?')} ${mistakesView(mistakes)}
    <p class="lead"><strong>${what}</strong> would be closed on ${days}${wanted.hours ? `, ${timeWords(wanted.hours.from, wanted.hours.to)} each` : ''}: ${CLOSURE_WORDS[wanted.reason]}. ${wanted.publicText ? html`Others read “${wanted.publicText}”.` : nothing}</p>
    <details class="more" ?open=${wanted.days.length <= 10}><summary>All ${days}</summary><ul class="day-list">${wanted.days.map((day) => html`<li>${longDay(day)}${free.includes(day) ? nothing : html` – <strong>something is in the way</strong>`}</li>`)}</ul></details>
    ${obstacles.length === 0 ? html`<p class="done">Nothing is in the way.</p>` : obstaclesPart(obstacles)}
    <form method="post" action=${base}>
      ${Object.entries(form).flatMap(([name, value]) =>
        [value]
          .flat()
          .filter((one) => one !== '')
          .map((one) => html`<input type="hidden" name=${name} value=${one} />`),
      )}
      <input type="hidden" name="submission" value=${submission} />
      <p class="actions">
        ${
          obstacles.length === 0
            ? html`<button class="button" type="submit" name="which" value="all">Close ${days}</button>`
            : free.length > 0
              ? html`<button class="button" type="submit" name="which" value="free">Close the ${counted(free.length, 'day')} that ${free.length === 1 ? 'is' : 'are'} free</button>`
              : nothing
        }
        <a class=${obstacles.length > 0 && free.length === 0 ? 'button' : 'button button--quiet'} href=${back}>Change something</a> <a href=${base}>Close nothing</a>
      </p>
    </form>
    ${obstacles.length > 0 ? html`<p class="note">To close all of it, move or cancel these first and come back to this page: its address keeps what you chose.</p>` : nothing}
  </div>`;
}

/** Each booked or held date, with the owner's own ways to deal with it. */
export function obstaclesPart(obstacles: readonly Obstacle[]): TemplateResult {
  return html`<section class="in-the-way"><h2>${counted(obstacles.length, 'date')} in the way</h2>
    <ul class="rows">${obstacles.map(
      (one) => html`<li class="row"><div>
      <strong>${longDay(one.date)}, ${timeWords(one.from, one.to)}</strong>: ${one.who}, ${one.room}
      <span class="row__more">${
        one.asked
          ? html`Asked for, nobody has said yes. <a href=${one.requestId ? `/requests/${one.requestId}` : `/bookings/${one.bookingId}`}>Answer the request<span class="visually-hidden"> of ${one.who} for ${longDay(one.date)}</span></a>`
          : html`${one.ownerMayUntil ? html`Booked. You can take it back until ${shortDay(one.ownerMayUntil)}, with an offer of something else.` : html`Booked, and too close to take back, other than in an emergency. Ask the group whether it would move.`}
          <a href="/bookings/${one.bookingId}">Move or cancel it<span class="visually-hidden">: ${one.who}, ${longDay(one.date)}</span></a>`
      }</span>
    </div></li>`,
    )}</ul></section>`;
}

function queryOf(form: ClosureForm): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(form))
    for (const one of [value].flat()) if (one !== '') query.append(name, one);
  return query.toString();
}

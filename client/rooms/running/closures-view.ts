import { html, nothing, type TemplateResult } from 'lit';
import type { ClosureChoices, ShownClosure } from '../../../src/rooms/running/closure-form-contract.ts';
import type { BuildingFrame } from '../../../src/rooms/running/running-contract.ts';
import { CLOSURE_WORDS } from '../../../src/rooms/running/running-words.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { buildingHead } from './building-frame-part.ts';
import { closeForm } from './closure-form-part.ts';
import { timeWords } from '../../../src/rooms/bookings/booking-words.ts';

export type ClosuresViewData = {
  frame: BuildingFrame;
  ahead: readonly ShownClosure[];
  choices: ClosureChoices;
  form: FormState;
  done: string | null;
};

/** Days on which nobody can book: those that are there, and a form that shows first what is in the way. */
export function closuresView({ frame, ahead, choices, form, done }: ClosuresViewData): TemplateResult {
  const base = `/desk/buildings/${frame.building.id}/closures`;
  return html`<div class="wrap desk-page">
    ${buildingHead(frame, 'closures', `Closed days of ${frame.building.name}`)}
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing} ${mistakesView(form.mistakes)}
    ${
      choices.rooms.length === 0
        ? html`<p class="empty">There are no rooms here that anybody could book, so there is nothing to close.</p>`
        : html`<div class="closing">
      <section><h2>Closed from today on</h2>
        ${ahead.length === 0 ? html`<p>Nothing is closed.</p>` : html`<ul class="rows">${ahead.map((one) => closureRow(base, one))}</ul>`}
        <p><a class="button button--quiet" href="${base}/copy">Copy last year’s closed days</a></p>
      </section>
      ${closeForm(base, choices, form)}
    </div>`
    }
  </div>`;
}

/** "Thursday 6 May 2027, 07:00 to 22:00", "Monday 24 to Friday 28 May 2027" */
export function closedWords({ from, to, hours }: Pick<ShownClosure, 'from' | 'to' | 'hours'>): string {
  const days = from === to ? longDay(from) : `${longDay(from)} to ${longDay(to)}`;
  return hours ? `${days}, ${timeWords(hours.from, hours.to)}` : days;
}

function closureRow(base: string, closure: ShownClosure): TemplateResult {
  const what = `${closure.room ?? 'The whole building'}, ${closedWords(closure)}`;
  return html`<li class="row"><div>
      <strong>${closedWords(closure)}</strong> <span class="row__more">${closure.room ?? 'The whole building'}: ${CLOSURE_WORDS[closure.reason]}${closure.publicText ? html`. <span class="hint">Others read: “${closure.publicText}”</span>` : nothing}</span>
    </div>
    <form method="post" action="${base}/${closure.id}/remove"><button class="button button--quiet button--small" type="submit">Open again<span class="visually-hidden">: ${what}</span></button></form>
  </li>`;
}

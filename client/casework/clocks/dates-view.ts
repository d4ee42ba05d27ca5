import { html, nothing, type TemplateResult } from 'lit';
import { lengthWords } from '../../../src/casework/clocks/clock-words.ts';
import type { AskedDates } from '../../../src/casework/clocks/dates-contract.ts';
import { field, selectField, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { workedOutTable } from './worked-out-view.ts';

/** How dates are worked out, with a calculator that uses the rules themselves. */
export function datesView({ area, areas, knownUntil, asked }: AskedDates, form: FormState): TemplateResult {
  return html`
    <div class="wrap prose">
      <nav class="crumbs" aria-label="Where you are"><a href="/how-decisions-are-made">How decisions are made</a></nav>
      ${mistakesView(form.mistakes)}
      <h1>How dates are worked out</h1>
      <p class="lead">Every last day here is counted in the same way, so that you can check it.</p>
      <ul>
        <li>The day on which something happens is day 0. The day after it is day 1.</li>
        <li>Working days are Monday to Friday, without bank holidays. Something that comes in at a weekend counts from the next working day.</li>
        <li>A last day lasts until midnight.</li>
        <li>While a time is paused its days do not count. The day on which the pause begins still counts, the day on which it ends does not.</li>
        <li>A bank holiday that is added later makes a time that is still running longer. A day that has passed never changes.</li>
        <li>Days on which an office is closed by its own choice make no time longer.</li>
      </ul>
      <form method="get" action="/how-decisions-are-made/dates" class="panel">
        <h2>Work out a date</h2>
        ${
          areas.length > 1
            ? selectField(
                { ...form, values: { area: area.slug } },
                'area',
                'Area',
                areas.map(({ slug, name }) => ({ value: slug, label: name })),
              )
            : nothing
        }
        ${field(form, 'from', 'Day on which it begins', { type: 'date' })}
        ${field(form, 'count', 'How many days', { type: 'number', inputmode: 'numeric' })}
        ${selectField(form, 'unit', 'Which days', [
          { value: 'working_days', label: 'Working days' },
          { value: 'days', label: 'All days' },
        ])}
        <details ?open=${(form.values.paused ?? '') !== ''}><summary>It was paused</summary>
          ${field(form, 'paused', 'Day on which the pause began', { type: 'date', optional: true })}
          ${field(form, 'resumed', 'Last day of the pause', { type: 'date', optional: true, hint: 'Leave it empty if it has not ended.' })}
        </details>
        <button class="button">Work it out</button>
      </form>
      ${asked ? answer(asked) : nothing}
      <p class="hint">${knownUntil === null ? `No bank holidays are known for ${area.name} yet.` : `Bank holidays of ${area.name} are known up to ${longDay(knownUntil)}. Later dates may move when more are announced.`}</p>
    </div>
  `;
}

function answer({ period: { from, count, unit }, worked }: NonNullable<AskedDates['asked']>): TemplateResult {
  if (!worked)
    return html`<section aria-labelledby="answer-heading"><h2 id="answer-heading">No last day yet</h2><p>The pause has not ended. Its last day is needed to go on counting.</p></section>`;
  return html`
    <section aria-labelledby="answer-heading">
      <h2 id="answer-heading">${longDay(worked.due)}</h2>
      <p>${lengthWords(count, unit)} from ${longDay(from)}.</p>
      ${workedOutTable(worked)}
    </section>
  `;
}

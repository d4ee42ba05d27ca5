import { html, nothing, type TemplateResult } from 'lit';
import { dateWords } from '../../../src/kernel/day-words.ts';
import { CAME_WORDS, SUITED_WORDS } from '../../../src/rooms/hires/hire-words.ts';
import { CAME, SUITED, type Outcomes } from '../../../src/rooms/hires/evaluation-contract.ts';
import { longField, radioField } from '../../kernel/form-fields.ts';
import { assisted, formOf, type HireData } from './hire-part.ts';

/** Three questions at the end. */
export function evaluationSection(data: HireData): TemplateResult | typeof nothing {
  const { state, viewer, form } = data;
  const { evaluation, evaluationUntil: until, booking } = state;
  if (evaluation) {
    return html`<section aria-labelledby="how-heading"><h2 id="how-heading">How it went</h2><dl class="facts">
      <div><dt>Did the room suit?</dt><dd>${SUITED_WORDS[evaluation.suited]}</dd></div><div><dt>People each time</dt><dd>${CAME_WORDS[evaluation.people]}</dd></div><div><dt>What could be better</dt><dd>${evaluation.better || 'Nothing said'}</dd></div>
    </dl></section>`;
  }
  if (until === null) return nothing;
  const own = formOf(form, 'evaluation');
  return html`
    <section id="evaluation" aria-labelledby="how-heading">
      <h2 id="how-heading">How was it?</h2>
      ${
        viewer.mayAnswer
          ? html`
        <p>Three questions, until ${dateWords(until)}. The owner and the broker read your words. Everybody else sees only how many groups said what, never fewer than five.</p>
        <form class="group-form" method="post" action="/bookings/${booking.id}/evaluation" novalidate>
          ${radioField(
            own,
            'suited',
            'Did the room suit what you did there?',
            SUITED.map((value) => ({ value, label: SUITED_WORDS[value] })),
          )}
          ${radioField(
            own,
            'people',
            'About how many people came each time?',
            CAME.map((value) => ({ value, label: CAME_WORDS[value] })),
          )}
          ${longField(own, 'better', 'What could be better?', { hint: 'No names, and nothing about anybody’s health, please.', optional: true })} ${assisted(data, 'evaluation', 'The answer')}
          <button class="button" type="submit">Send</button>
        </form>`
          : html`<p>The group’s turn: three questions, until ${dateWords(until)}.</p>`
      }
    </section>
  `;
}

/** What everybody may read of how bookings went: counts. */
export function outcomesView(areaName: string, { bookings, suited, people }: Outcomes): TemplateResult {
  const table = (
    caption: string,
    rows: readonly [string, number | null][],
  ) => html`<table class="money-table"><caption>${caption}</caption><thead><tr><th scope="col">Answer</th><th scope="col">Groups</th></tr></thead>
    <tbody>${rows.map(([label, count]) => html`<tr><th scope="row">${label}</th><td>${count ?? 'fewer than told'}</td></tr>`)}</tbody></table>`;
  return html`
    <div class="wrap prose">
      <h1>How it went in rooms of ${areaName}</h1>
      <p class="lead">${bookings === null ? 'Fewer than five groups have answered so far. That is too few to tell.' : `${bookings.toLocaleString('en-GB')} groups have answered at the end of their booking.`}</p>
      ${
        bookings === null
          ? nothing
          : html`${table(
              'Did the room suit?',
              SUITED.map((key) => [SUITED_WORDS[key], suited[key]]),
            )} ${table(
              'People each time',
              CAME.map((key) => [CAME_WORDS[key], people[key]]),
            )}<p>Counts below five are not told, so that nobody can be found out.</p>`
      }
    </div>
  `;
}

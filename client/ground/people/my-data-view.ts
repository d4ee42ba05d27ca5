import { html, nothing, type TemplateResult } from 'lit';
import type { PersonalData, PersonalDataPart } from '../../../src/ground/people/personal-data-contract.ts';
import { dayOf, timeOf } from '../../../src/kernel/day-contract.ts';
import { counted, shortDay } from '../../kernel/format.ts';

/** Lists are long for those who did much: the page shows the newest, the file has all. */
const SHOWN = 100;

/** What only programs read stands in the file alone. */
const FOR_PROGRAMS = new Set(['id', 'before', 'after']);

/** Everything we know about somebody, to read. */
export function myDataView({ madeAt, parts }: PersonalData): TemplateResult {
  return html`
    <div class="wrap prose">
      <h1>Your data</h1>
      <p class="lead">Everything we keep about you, on ${shortDay(dayOf(madeAt))}.</p>
      <p><a class="button" href="/account/data.json" download>Take it with you as a file (JSON)</a></p>
      <p>The file also has what only programs need: numbers of things, and what exactly changed.</p>
      ${parts.map((part) => html`<section><h2>${part.title}</h2>${part.entries.length === 0 ? html`<p>Nothing.</p>` : partView(part)}</section>`)}
      <p><a href="/account">Back to your account</a></p>
    </div>
  `;
}

function partView({ title, entries }: PersonalDataPart): TemplateResult {
  const columns = [
    ...new Set(
      entries.flatMap((entry) => Object.keys(entry).filter((name) => entry[name] !== null && !FOR_PROGRAMS.has(name))),
    ),
  ];
  return html`
    ${entries.length > SHOWN ? html`<p>The newest ${SHOWN} of ${counted(entries.length, 'line')}. The file has them all.</p>` : nothing}
    <div class="table-scroll" tabindex="0" role="group" aria-label=${title}>
      <table class="data-table">
        <thead><tr>${columns.map((name) => html`<th scope="col">${name.replaceAll('_', ' ')}</th>`)}</tr></thead>
        <tbody>${entries
          .slice(-SHOWN)
          .reverse()
          .map((entry) => html`<tr>${columns.map((name) => html`<td>${words(entry[name])}</td>`)}</tr>`)}</tbody>
      </table>
    </div>
  `;
}

/** Days in words, instants to the minute by the clock of the house, names of kinds without their underscores. */
function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return shortDay(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return `${shortDay(dayOf(text))}, ${timeOf(text)}`;
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll('_', ' ') : text;
}

import { html, nothing, type TemplateResult } from 'lit';
import { valueWords } from '../../../src/register/imports/import-value-words.ts';
import { COUNT_WORDS, LEVEL_WORDS, onScreen } from '../../../src/register/imports/import-screen-words.ts';
import { counted } from '../../kernel/format.ts';
import type {
  FieldChange,
  ImportReport,
  IssueCount,
  RowChange,
} from '../../../src/register/imports/import-report-contract.ts';

const CHANGES_SHOWN = 20;
const ORDER = ['rejected', 'flagged', 'skipped'];

/** What an import would do, or has done: figures first, then what to look at, then some of the changes. */
export function reportPart(report: ImportReport, id: string): TemplateResult {
  const { counts, notices, issues, changes, applied } = report;
  const sorted = [...issues].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  return html`
    <section class="edit-part">
      <h2>${applied ? 'What happened' : 'What would happen'}</h2>
      <dl class="import-counts">${(Object.keys(COUNT_WORDS) as (keyof typeof COUNT_WORDS)[]).map((name) => html`<div class="import-count import-count--${name}"><dt>${applied ? COUNT_WORDS[name].replace('to be ', '') : COUNT_WORDS[name]}</dt><dd>${counts[name].toLocaleString('en-GB')}</dd></div>`)}</dl>
      ${notices.length > 0 ? html`<ul>${notices.map((notice) => html`<li>${onScreen(notice)}</li>`)}</ul>` : nothing}
      <p><a href="/desk/import/${id}/report.json" download>The whole report as a file (JSON)</a></p>
    </section>
    ${sorted.length > 0 ? html`<section class="edit-part"><h2>Rows to look at</h2><ul class="plain-list desk-lines">${sorted.map((issue) => issueLine(issue, report.file.format))}</ul></section>` : nothing}
    ${
      changes.length > 0
        ? html`<section class="edit-part"><h2>${changes.length > CHANGES_SHOWN ? 'Some of the changes' : 'The changes'}</h2>
          <ul class="plain-list desk-lines">${changes.slice(0, CHANGES_SHOWN).map(changeLine)}</ul></section>`
        : nothing
    }
  `;
}

function issueLine({ level, column, rows, lines, example }: IssueCount, format: string): TemplateResult {
  const unit = format === 'geojson' ? 'feature' : 'line';
  const where = `${lines.length === rows ? '' : 'for instance '}${unit}${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
  return html`<li><strong>${LEVEL_WORDS[level]}:</strong> ${counted(rows, 'row')}${column ? html` in “${column}”` : nothing}, ${where}<br />${example}</li>`;
}

function changeLine({ code, fields }: RowChange): TemplateResult {
  return html`<li><span class="code">${code}</span>: ${fields.map(fieldWords).join('; ')}</li>`;
}

const LONGEST_SHOWN = 80;

function fieldWords({ field, before, after }: FieldChange): string {
  if (field === 'retiredOn') return after === null ? 'back on the list' : 'no longer on the list';
  return `${field} ${valueWords(before, LONGEST_SHOWN)} → ${valueWords(after, LONGEST_SHOWN)}`;
}

import { html, type TemplateResult } from 'lit';
import { RETENTION, RETENTION_KINDS } from '../../src/retention/retention-contract.ts';
import { counted } from '../kernel/format.ts';

/** How long we keep what: the very table that the job works by. */
export function retentionView(): TemplateResult {
  return html`
    <div class="table-scroll" tabindex="0" role="group" aria-label="How long we keep what">
      <table>
        <thead><tr><th scope="col">What</th><th scope="col">Removed after</th><th scope="col">Why so long</th></tr></thead>
        <tbody>
          ${RETENTION_KINDS.map((kind) => html`<tr><th scope="row">${RETENTION[kind].what}</th><td>${counted(RETENTION[kind].days, 'day')}</td><td>${RETENTION[kind].why}</td></tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

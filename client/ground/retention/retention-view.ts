import { html, type TemplateResult } from 'lit';
import {
  KEPT_BY_AREA,
  RETENTION,
  RETENTION_KINDS,
  type AreaDays,
  type RetentionKind,
} from '../../../src/ground/retention/retention-contract.ts';
import { counted } from '../../kernel/format.ts';

/** How long we keep what: the very table that the job works by, and areas that have adopted other days. */
export function retentionView(areas: readonly AreaDays[]): TemplateResult {
  return html`
    <div class="table-scroll" tabindex="0" role="group" aria-label="How long we keep what">
      <table>
        <thead><tr><th scope="col">What</th><th scope="col">Removed after</th><th scope="col">Why so long</th></tr></thead>
        <tbody>
          ${RETENTION_KINDS.map((kind) => html`<tr><th scope="row">${RETENTION[kind].what}</th><td>${counted(RETENTION[kind].days, 'day')}${elsewhere(kind, areas)}</td><td>${RETENTION[kind].why}</td></tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

/** "; in Trafford 365 days" */
function elsewhere(kind: RetentionKind, areas: readonly AreaDays[]): string {
  const byArea = KEPT_BY_AREA.find((one) => one === kind);
  if (!byArea) return '';
  return areas
    .filter(({ days }) => days[byArea] !== RETENTION[kind].days)
    .map(({ area, days }) => `; in ${area} ${counted(days[byArea], 'day')}`)
    .join('');
}

import { html, nothing, type TemplateResult } from 'lit';
import type { OwedTotals } from '../../../src/rooms/arrears/arrears-contract.ts';
import { counted, pounds } from '../../kernel/format.ts';

/** What is owed for rooms, where somebody’s day begins. @param rings whoever looks is who rings */
export function owedCard({ groups, sums }: OwedTotals, path: string, rings: boolean): TemplateResult {
  const late = sums.recent + sums.old;
  const toRing = rings && groups.ring > 0;
  return html`<section class=${toRing ? 'desk-card desk-card--late' : 'desk-card'}><h2>Money owed for rooms</h2>
    ${
      sums.all === 0
        ? html`<p>Nothing is owed.</p>`
        : html`<p>${late === 0 ? 'Nothing is late. ' : html`<strong>${counted(groups.late, 'group')}: ${pounds(late)} late.</strong> `}${sums.not_due > 0 ? `${pounds(sums.not_due)} is not yet due.` : nothing}</p>
        ${toRing ? html`<p>${counted(groups.ring, 'group')} to ring. A call, not a cancellation.</p>` : nothing}
        <p><a href="${path}${path.includes('?') ? '&' : '?'}show=${toRing ? 'ring' : late > 0 ? 'late' : 'all'}">Who owes money</a></p>`
    }
  </section>`;
}

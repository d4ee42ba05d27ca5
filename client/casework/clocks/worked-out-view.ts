import { html, type TemplateResult } from 'lit';
import type { WorkedOut } from '../../../src/casework/clocks/clock-contract.ts';
import { roleWords } from '../../../src/casework/clocks/clock-words.ts';
import { longDay } from '../../kernel/format.ts';

/** Every day of a period with its number, or why it is passed over: whoever counts again comes to the same date. */
export function workedOutTable({ days, due }: WorkedOut): TemplateResult {
  return html`
    <table class="worked-out">
      <caption>Counted day by day up to ${longDay(due)}, which lasts until midnight</caption>
      <thead><tr><th scope="col">Day</th><th scope="col">Counts?</th></tr></thead>
      <tbody>${days.map(({ day, role, number, why }) => html`<tr class=${`worked-out__${role}`}><th scope="row">${longDay(day)}</th><td>${roleWords(role, number, why)}</td></tr>`)}</tbody>
    </table>
  `;
}

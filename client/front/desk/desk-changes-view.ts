import { html, type TemplateResult } from 'lit';
import type { DeskChange } from '../../../src/front/desk/desk-contract.ts';
import { shortDay } from '../../kernel/format.ts';
import { dayOf } from '../../../src/kernel/day-contract.ts';

/** What changed last. What an import did to many places at once stands together, so that it does not push the rest off the page. */
export function changesCard(changes: readonly DeskChange[], mayRead: boolean): TemplateResult {
  const link = ({ assetId, name }: DeskChange): TemplateResult =>
    html`<a href=${mayRead ? `/desk/assets/${assetId}` : `/assets/${assetId}`}>${name}</a>`;
  return html`<section class="desk-card"><h2>New on the register</h2>
    ${
      changes.length === 0
        ? html`<p>Nothing has changed yet.</p>`
        : html`<ol class="plain-list desk-lines">${alike(changes).map(
            ([first, ...more]) => html`<li>
          ${link(first)}${more.map((other) => html`, ${link(other)}`)}<span class="hint"> ${shortDay(dayOf(first.at))}${first.by ? `, ${first.by}` : ''}</span><br />${first.text}</li>`,
          )}</ol>`
    }
  </section>`;
}

/** Neighbours in the list that say the same of the same day. */
function alike(changes: readonly DeskChange[]): [DeskChange, ...DeskChange[]][] {
  const groups: [DeskChange, ...DeskChange[]][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last && last[0].text === change.text && last[0].by === change.by && dayOf(last[0].at) === dayOf(change.at))
      last.push(change);
    else groups.push([change]);
  }
  return groups;
}

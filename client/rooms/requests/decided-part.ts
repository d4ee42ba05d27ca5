import { html, nothing, type TemplateResult } from 'lit';
import type { Decided, RequestPage, RequestViewer } from '../../../src/rooms/requests/request-page-contract.ts';

/** Why a group went before another that wanted the same dates, or after it, as it was decided. */
export function decidedPart({ decided }: RequestPage, { as }: RequestViewer): TemplateResult | typeof nothing {
  if (decided.length === 0) return nothing;
  return html`<section aria-labelledby="decided-heading"><h2 id="decided-heading">Several groups wanted these dates</h2>
    ${decided.map((one) => html`<p>${lead(one, as)} ${one.why.join(' ')}</p>${drawLine(one)}`)}
    <p class="hint"><a href="/how-decisions-are-made/rivals">How it is decided who goes first</a></p></section>`;
}

const lead = ({ room, first }: Decided, as: RequestViewer['as']): string =>
  `${room}: ${first ? (as === 'group' ? 'your group went first.' : 'this group went first.') : 'another group went first.'}`;

function drawLine({ draw }: Decided): TemplateResult | typeof nothing {
  if (draw === null) return nothing;
  return html`<p><a href="/draws/${draw.id}">See the draw and check it</a>${draw.candidate === null ? nothing : html`. In it this group is candidate <code>${draw.candidate}</code>.`}</p>`;
}

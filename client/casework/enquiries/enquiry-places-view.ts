import { html, nothing, type TemplateResult } from 'lit';
import type { EnquiryLine } from '../../../src/casework/enquiries/enquiry-page-contract.ts';
import { stepWords } from '../../../src/ground/cases/standing-words.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';
import { shortDay } from '../../kernel/format.ts';

/** On the page of a place: the question that is open about it, the way to ask, or what the last one came to. */
export function enquiryOnAsset(
  { id, ownership }: Pick<PublicAsset, 'id' | 'ownership'>,
  newest: EnquiryLine | null,
): TemplateResult | typeof nothing {
  const open = newest?.endedOn === null ? newest : null;
  const before =
    newest && !open
      ? html`<p>Somebody asked on ${shortDay(newest.receivedOn)}: <a href="/enquiries/${newest.id}">${newest.standing.stage} (${newest.number})</a>.</p>`
      : nothing;
  if (!open && ownership === 'confirmed') return before === nothing ? nothing : section(before);
  if (open)
    return section(html`<p>Somebody has asked whose this place is: <a href="/enquiries/${open.id}">${open.standing.stage} (${open.number})</a>.</p>
      <p>${stepWords(open.standing.steps[0], null)}</p>
      <form method="post" action="/enquiries/${open.id}/follow"><button class="button button--quiet" type="submit">Follow this question</button></form>`);
  return section(
    html`${before}<p>${UNSURE[ownership]} We can find out.</p><p><a class="button button--quiet" href="/enquiries/new?asset=${id}">Ask who owns this place</a></p>`,
  );
}

const UNSURE: Record<PublicAsset['ownership'], string> = {
  confirmed: '',
  claimed: 'It is in an owner’s list, and nobody has checked whether it is really theirs.',
  unknown: 'It is not known whose this place is.',
  outside_compact: 'Its owner has not joined the compact. If that has changed, ask again.',
};

const section = (inside: TemplateResult | typeof nothing): TemplateResult =>
  html`<section class="panel" id="whose"><h2>Whose is this?</h2>${inside}</section>`;

/** On somebody’s own page: what they asked, and what they follow. */
export function ownEnquiries({
  asked,
  followed,
}: {
  asked: readonly EnquiryLine[];
  followed: readonly EnquiryLine[];
}): TemplateResult | typeof nothing {
  if (asked.length + followed.length === 0) return nothing;
  const line = ({ id, place, number, standing }: EnquiryLine): TemplateResult =>
    html`<li><a href="/enquiries/${id}">${place}</a> <span class="hint">${number}</span><br />${standing.stage}</li>`;
  return html`<section><h2>Whose is this?</h2>
    ${asked.length > 0 ? html`<h3 class="h-small">You asked</h3><ul class="plain-list desk-lines">${asked.map(line)}</ul>` : nothing}
    ${followed.length > 0 ? html`<h3 class="h-small">You follow</h3><ul class="plain-list desk-lines">${followed.map(line)}</ul>` : nothing}
  </section>`;
}

/** On an owner’s home: places that count as theirs because nobody said otherwise. */
export function presumedPart(lines: readonly EnquiryLine[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<section class="panel"><h2>Places that count as yours</h2>
    <p>Somebody asked whose they are, and nobody said so in time. If one is not yours, say on its page what shows that.</p>
    <ul class="plain-list desk-lines">${lines.map(({ id, place, number, standing }) => html`<li><a href="/enquiries/${id}">${place}</a> <span class="hint">${number}</span><br />${stepWords(standing.steps[0], 'owner')}</li>`)}</ul>
  </section>`;
}

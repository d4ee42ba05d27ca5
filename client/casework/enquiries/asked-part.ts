import { html, nothing, type TemplateResult } from 'lit';
import type {
  EnquiryViewer,
  PrivateEnquiry,
  PublicEnquiry,
} from '../../../src/casework/enquiries/enquiry-page-contract.ts';
import { CHANNEL_WORDS } from '../../../src/ground/people/assisted-contract.ts';

/** Who asked and what they wrote: for themselves and for officers. */
export function askedPart(
  { id, kind, asset }: PublicEnquiry,
  hidden: PrivateEnquiry,
  { isAsker }: EnquiryViewer,
): TemplateResult {
  const { asker, idea, group, groupName, officer, photos, outsideOwner, consent, channel, exactPlace } = hidden;
  return html`<section class="panel" aria-labelledby="asked-heading">
    <h2 id="asked-heading">${isAsker ? 'What you asked' : 'Who asked'}</h2>
    <p class="hint">Only whoever asked and the officers who look see this.</p>
    <dl class="facts">
      ${isAsker ? nothing : html`<div><dt>Name</dt><dd>${asker ? asker.name || 'No name given' : 'Not kept any more'}</dd></div>${reach(asker)}`}
      ${asset || kind === 'land' ? nothing : html`<div><dt>The place</dt><dd>${exactPlace}</dd></div>`}
      ${idea ? html`<div><dt>The idea</dt><dd class="lines">${idea}</dd></div>` : nothing}
      ${group || groupName ? html`<div><dt>For a group</dt><dd>${group ?? groupName}</dd></div>` : nothing}
      ${channel === 'online' ? nothing : html`<div><dt>How it came in</dt><dd>${CHANNEL_WORDS[channel]}</dd></div>`}
      ${officer ? html`<div><dt>Officer</dt><dd>${officer}</dd></div>` : nothing}
      ${outsideOwner && !isAsker ? html`<div><dt>The owner</dt><dd class="lines">${outsideOwner}</dd></div>` : nothing}
      ${consent ? html`<div><dt>May be passed on</dt><dd class="lines">${consent}</dd></div>` : nothing}
    </dl>
    ${photos.length > 0 ? html`<ul class="photos">${photos.map((photo) => html`<li><a href="/enquiries/${id}/photos/${photo.id}/1200.webp"><img src="/enquiries/${id}/photos/${photo.id}/480.webp" alt=${photo.alt} width=${Math.min(480, photo.width)} height=${Math.round((photo.height * Math.min(480, photo.width)) / photo.width)} loading="lazy" /></a></li>`)}</ul>` : nothing}
  </section>`;
}

const reach = (asker: PrivateEnquiry['asker']): TemplateResult | typeof nothing =>
  asker
    ? html`${asker.email ? html`<div><dt>E-mail</dt><dd>${asker.email}</dd></div>` : nothing}${asker.telephone ? html`<div><dt>Telephone</dt><dd>${asker.telephone}</dd></div>` : nothing}${asker.address ? html`<div><dt>Address</dt><dd class="lines">${asker.address}</dd></div>` : nothing}`
    : nothing;

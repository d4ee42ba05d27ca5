import { html, nothing, type TemplateResult } from 'lit';
import { MOST_ENQUIRY_PHOTOS } from '../../../src/casework/enquiries/enquiry-contract.ts';
import { emptyForm, field, longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import type { EnquiryViewData } from './enquiry-view-data.ts';

const PHOTO_BYTES = 15 * 1024 * 1024;

/** The form of a page with this name, as it was typed where it is shown again. */
export const formOf = ({ again }: Pick<EnquiryViewData, 'again'>, of: string): FormState =>
  again?.of === of ? again.form : emptyForm;

/** What whoever asked can do; officers do the same for somebody who cannot. */
export function ownPart(data: EnquiryViewData): TemplateResult | typeof nothing {
  const { enquiry, viewer, hidden } = data;
  const { id, state, endedOn } = enquiry;
  if (!viewer.mayAnswerOwn || endedOn !== null || state === 'presumed') return nothing;
  const forThem = viewer.isAsker ? '' : ' for whoever asked';
  const seen = html`<input type="hidden" name="seen" value=${state} />`;
  return html`
    ${state === 'outside' ? consentForm(data, seen, forThem) : nothing}
    ${state === 'introduced' ? html`<form class="quiet-form" method="post" action="/enquiries/${id}/close-own">${seen}<p>The owner has answered${forThem}, or you go on without us?</p><button class="button button--quiet" type="submit">Close the question</button></form>` : nothing}
    <details class="more" ?open=${data.again?.of === 'photos'}><summary>Add a photo of the place${forThem}</summary>
      ${(hidden?.photos.length ?? 0) >= MOST_ENQUIRY_PHOTOS ? html`<p>There are ${MOST_ENQUIRY_PHOTOS} photos already.</p>` : photoForm(data)}
    </details>
    <details class="more"><summary>Take the question back${forThem}</summary>
      <form method="post" action="/enquiries/${id}/withdraw">${seen}
        <p>Nobody looks any further. What was found so far stays on this page.</p>
        <button class="button button--quiet" type="submit">Take it back</button>
      </form>
    </details>
  `;
}

function consentForm(data: EnquiryViewData, seen: TemplateResult, forThem: string): TemplateResult {
  const form = formOf(data, 'consent');
  return html`<section class="panel" aria-labelledby="consent-heading">
    <h2 id="consent-heading">May we write to the owner${forThem}?</h2>
    <p>The owner has not joined the compact, and need not answer. We can send them a letter with what you allow, and nothing else.</p>
    <form class="group-form" method="post" action="/enquiries/${data.enquiry.id}/consent" novalidate>${seen}
      ${radioField(form, 'may_write', 'May we?', [
        { value: 'yes', label: 'Yes, write to them' },
        { value: 'no', label: 'No, I go on alone', hint: 'Then the question is closed, with advice.' },
      ])}
      ${longField(form, 'pass_on', 'What may we pass on?', { rows: 3, hint: 'Your name, how they reach you, and what you would like to do: in your words. This is your written consent.' })}
      <button class="button" type="submit">Answer</button>
    </form>
  </section>`;
}

function photoForm(data: EnquiryViewData): TemplateResult {
  const form = formOf(data, 'photos');
  return html`<form class="group-form" method="post" enctype="multipart/form-data" action="/enquiries/${data.enquiry.id}/photos" novalidate>
    <input type="hidden" name="submission" value=${data.submission} />
    ${field(form, 'photo', 'The photo', { type: 'file', accept: 'image/*', mostBytes: PHOTO_BYTES, hint: 'Up to 15 MB. Only officers see it; where it was taken is removed.' })}
    ${field(form, 'alt', 'What does it show?', { hint: 'In a few words, for those who cannot see it.' })}
    <button class="button button--quiet" type="submit">Add the photo</button>
  </form>`;
}

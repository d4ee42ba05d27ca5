import { html, nothing, type TemplateResult } from 'lit';
import type { PublicPetition } from '../../../src/casework/petitions/petition-page-contract.ts';
import type { SignAge, SignatureStanding } from '../../../src/casework/petitions/signature-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type OwnSignatureData = {
  petition: PublicPetition;
  standing: SignatureStanding;
  age: SignAge;
  key: string;
  form: FormState;
  flash: string | null;
};

/** A signature for whoever has the link from the mail. Looking at it changes nothing, and it names nobody: a link may be passed on. */
export function ownSignatureView({ petition, standing, age, key, form, flash }: OwnSignatureData): TemplateResult {
  const { id, place, wording, open } = petition;
  return html`<div class="wrap narrow">
    <nav class="crumbs" aria-label="Where you are"><a href="/petitions/${id}">Petition: ${place}</a></nav>
    <h1>Your signature</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    <blockquote class="lines petition-wording">${wording}</blockquote>
    ${
      standing === 'unconfirmed'
        ? open
          ? html`<form method="post" action="/signatures/${key}/confirm">
            <p class="lead">Your signature does not count yet. Read it through, and press the button.</p>
            <button class="button" type="submit">${age === 'child' ? 'I am the parent or carer: count the signature' : 'Yes, count my signature'}</button></form>`
          : html`<p class="lead">The petition has closed, so your signature cannot be counted any more.</p>`
        : html`<p class="lead">${standing === 'valid' ? 'Your signature counts.' : 'Your signature has come in.'}</p><p>We tell you once what comes of the petition. <a href="/petitions/${id}">How many have signed</a></p>`
    }
    <details class="more"><summary>${open ? 'Take it back' : 'Let us forget my name'}</summary>
      <p>${open ? 'It no longer counts, and we forget your name, postcode and address.' : 'The count stays as it is, and we forget your name and address.'}</p>
      <form method="post" action="/signatures/${key}/take-back"><button class="button button--quiet" type="submit">${open ? 'Take my signature back' : 'Forget my name'}</button></form></details>
  </div>`;
}

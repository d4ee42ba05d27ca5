import { html, nothing, type TemplateResult } from 'lit';
import { WORDING_REASONS } from '../../../src/casework/petitions/petition-contract.ts';
import { REASON_WORDS } from '../../../src/casework/petitions/petition-words.ts';
import { longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { capital } from '../../kernel/format.ts';
import type { PetitionData } from './petition-data.ts';

/** What whoever looks at a petition has to do with it. */
export function petitionActs(data: PetitionData): TemplateResult {
  const { petition, rights } = data;
  const { state } = petition;
  const counting = state === 'open' || state === 'verifying';
  return html`
    ${rights.check && state === 'checking' ? checkPart(data) : nothing}
    ${rights.own && state === 'turned_back' ? againPart(data) : nothing}
    ${rights.enter && counting ? deskPart(data) : nothing}
    ${rights.count && state === 'verifying' ? verifyPart(data) : nothing}
    ${rights.sponsor ? sponsorForm(data) : nothing}
    ${rights.own && ['checking', 'turned_back', 'open', 'verifying', 'verified', 'short'].includes(state) ? withdrawPart(data) : nothing}
  `;
}

/** The form again where it was sent with a mistake, and empty elsewhere. */
const formOf = ({ form }: PetitionData, of: string, more: FormState['values'] = {}): FormState =>
  form.within === of ? form : { values: more, mistakes: [], within: of };
const seen = ({ petition: { state } }: PetitionData): TemplateResult =>
  html`<input type="hidden" name="seen" value=${state} />`;
const to = ({ petition: { id } }: PetitionData, of: string): string => `/petitions/${id}/${of}`;

function checkPart(data: PetitionData): TemplateResult {
  const form = formOf(data, 'turn-back');
  return html`<section class="panel" aria-labelledby="check-heading"><h2 id="check-heading">Check the wording</h2>
    <form method="post" action=${to(data, 'approve')}>${seen(data)}<button class="button" type="submit">It is in order: open the petition</button></form>
    <details class="more" ?open=${form.mistakes.length > 0}><summary>Turn it back</summary>
      <form class="group-form" method="post" action=${to(data, 'turn-back')} novalidate>${seen(data)}
        ${radioField(
          form,
          'reason',
          'Why?',
          WORDING_REASONS.map((value) => ({ value, label: capital(REASON_WORDS[value]) })),
        )}
        ${longField(form, 'because', 'What would put it right', { rows: 3, optional: true, hint: 'The group reads this.' })}
        <button class="button button--quiet" type="submit">Turn it back</button>
      </form></details></section>`;
}

function againPart(data: PetitionData): TemplateResult {
  const { hidden, petition } = data;
  return html`<section class="panel" aria-labelledby="again-heading"><h2 id="again-heading">Put it differently</h2>
    <p>It was turned back, because ${REASON_WORDS[hidden?.turnedBackFor ?? 'unclear']}. ${hidden?.reasons ?? ''}</p>
    <form class="group-form" method="post" action=${to(data, 'wording')} novalidate>${seen(data)}
      ${longField(formOf(data, 'wording', { wording: petition.wording }), 'wording', 'What the petition asks for', { rows: 5 })}
      <button class="button" type="submit">Send it again</button>
    </form></section>`;
}

function deskPart({ petition: { id, state }, rights }: PetitionData): TemplateResult {
  return html`<section class="panel" aria-labelledby="desk-heading"><h2 id="desk-heading">Signatures</h2>
    <ul class="plain-list"><li><a href="/petitions/${id}/sheets">Type sheets from paper</a></li>
      ${state === 'open' ? html`<li><a href="/petitions/${id}/telephone">Sign for somebody on the telephone</a></li>` : nothing}
      ${rights.count ? html`<li><a href="/petitions/${id}/judging">Look for patterns, and for people who signed twice</a></li>` : nothing}</ul></section>`;
}

function verifyPart(data: PetitionData): TemplateResult {
  const { leftToDo } = data;
  return html`<section class="panel" aria-labelledby="verify-heading"><h2 id="verify-heading">Verify the count</h2>
    ${
      leftToDo.length > 0
        ? html`<p>Before the count can go out:</p><ul>${leftToDo.map((one) => html`<li>${capital(one)}</li>`)}</ul>`
        : html`<p>Everything has been looked at. Whoever has signed is told what it came to, once.</p>
          <form method="post" action=${to(data, 'verify')}>${seen(data)}<button class="button" type="submit">Publish the count</button></form>`
    }</section>`;
}

function sponsorForm(data: PetitionData): TemplateResult | typeof nothing {
  const { state, sponsoredOn, basis, proposal, sponsorNeeds } = data.petition;
  const may = ['open', 'verifying', 'short'].includes(state) || (state === 'lodged' && basis === null);
  if (!may || sponsoredOn !== null || (proposal && !proposal.beforeOwnersTime)) return nothing;
  return html`<section class="panel" aria-labelledby="sponsoring-heading"><h2 id="sponsoring-heading">Sponsor this petition</h2>
    <p>With your word in writing ${sponsorNeeds} signatures give the same right as more would.</p>
    <form class="group-form" method="post" action=${to(data, 'sponsor')} novalidate>${seen(data)}
      ${longField(formOf(data, 'sponsor'), 'words', 'Why you sponsor it', { rows: 4, hint: 'Everybody reads this. Your name is not shown.' })}
      <button class="button" type="submit">Sponsor it</button>
    </form></section>`;
}

function withdrawPart(data: PetitionData): TemplateResult {
  return html`<details class="more"><summary>Take the petition back</summary>
    <p>Nobody can sign any more, and whoever has signed is told.</p>
    <form method="post" action=${to(data, 'withdraw')}>${seen(data)}<button class="button button--quiet" type="submit">Take it back</button></form></details>`;
}

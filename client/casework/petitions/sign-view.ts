import { html, nothing, type TemplateResult } from 'lit';
import type { PublicPetition } from '../../../src/casework/petitions/petition-page-contract.ts';
import { SIGN_AGE_WORDS, SIGN_BASIS_WORDS } from '../../../src/casework/petitions/petition-words.ts';
import { SIGN_AGES, SIGN_BASES } from '../../../src/casework/petitions/signature-contract.ts';
import type { Contact } from '../../../src/ground/contacts/contact-contract.ts';
import { talkPart } from '../../ground/contacts/contact-card-view.ts';
import { field, radioField, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type SignData = {
  petition: PublicPetition;
  form: FormState;
  contact: Contact | null;
  submission: string;
  flash: string | null;
};

const crumbs = ({ id, place }: PublicPetition): TemplateResult =>
  html`<nav class="crumbs" aria-label="Where you are"><a href="/petitions/${id}">Petition: ${place}</a></nav>`;
const closed = ({ id }: PublicPetition): TemplateResult =>
  html`<p class="note">This petition is not open for signing. <a href="/petitions/${id}">Where it stands</a></p>`;

/** Signing a petition, without an account and without scripts. */
export function signView({ petition, form, contact }: SignData): TemplateResult {
  const { id, wording, wards, open, closesOn, number } = petition;
  return html`<div class="wrap narrow">
    ${crumbs(petition)}
    <h1>Sign the petition</h1>
    ${mistakesView(form.mistakes)}
    <blockquote class="lines petition-wording">${wording}</blockquote>
    ${
      open
        ? html`<p>Anybody may sign who lives, works or studies in ${wards.join(', ')}, until the end of ${longDay(closesOn ?? '')}.</p>
      <form class="group-form" method="post" action="/petitions/${id}/sign" novalidate>
        ${field(form, 'name', 'Your first and last name', { autocomplete: 'name', hint: 'Only those who count see it.' })}
        ${field(form, 'postcode', 'The postcode where you live, work or study', { autocomplete: 'postal-code' })}
        ${radioField(
          form,
          'basis',
          'What do you do there?',
          SIGN_BASES.map((value) => ({ value, label: SIGN_BASIS_WORDS[value] })),
        )}
        ${radioField(
          form,
          'age',
          'How old are you?',
          SIGN_AGES.map((value) => ({ value, ...SIGN_AGE_WORDS[value] })),
        )}
        ${field(form, 'email', 'E-mail address', { type: 'email', autocomplete: 'email', hint: 'We send a link. Your signature counts once you have opened it and pressed the button there. Two people may share an address.' })}
        <button class="button" type="submit">Go on: confirm by e-mail</button>
      </form>
      <h2>What becomes of what you write here</h2>
      <p>Your name, postcode and address are never shown, and nobody but those who count sees them. You can take your signature back until the petition closes. We tell you once what came of it, and forget you a year after the case is over.</p>
      <p class="note">No e-mail address? <a href="/petitions/${id}/sheet">Sign on paper</a>${talkPart(contact, ', or on the telephone:', `Give the number ${number}.`)}</p>`
        : closed(petition)
    }
  </div>`;
}

/** After signing: what is still to be done. The same for everybody, whatever we know of an address. */
export const signedView = ({
  petition,
  contact,
  days,
}: Pick<SignData, 'petition' | 'contact'> & { days: number }): TemplateResult => html`<div class="wrap narrow">
    ${crumbs(petition)}
    <h1>Nearly done: look into your mail</h1>
    <p class="lead">We have written to the address that you gave. Open the link in the mail and press the button there: only then does your signature count. The link works for ${days} days.</p>
    <p>No mail after an hour? Look among unwanted mail. If it is not there either, <a href="/petitions/${petition.id}/sheet">sign on paper</a>${talkPart(contact, ', or ring us:', `Give the number ${petition.number}.`)}</p>
    <p><a href="/petitions/${petition.id}">Back to the petition</a></p>
  </div>`;

/** An officer signs for somebody on the telephone, and reads it back. */
export function phoneSignView({ petition, form, submission, flash }: SignData): TemplateResult {
  const { id, wording, open, wards } = petition;
  return html`<div class="wrap narrow">
    ${crumbs(petition)}
    <h1>Sign for somebody on the telephone</h1>
    ${flash ? html`<p class="done" role="status">${flash}</p>` : nothing} ${mistakesView(form.mistakes)}
    <p>Read this out to them:</p><blockquote class="lines petition-wording">${wording}</blockquote>
    <p>They may sign if they live, work or study in ${wards.join(', ')}. Nobody but those who count learns their name. We cannot write to them: the page says what comes of it.</p>
    ${
      open
        ? html`<form class="group-form" method="post" action="/petitions/${id}/telephone" novalidate>
        <input type="hidden" name="submission" value=${submission} />
        ${field(form, 'name', 'Their first and last name', { autocomplete: 'off' })}
        ${field(form, 'postcode', 'The postcode where they live, work or study', { autocomplete: 'off' })}
        ${radioField(form, 'basis', 'What do they do there?', [
          { value: 'live', label: 'They live there' },
          { value: 'work', label: 'They work there' },
          { value: 'study', label: 'They study, or go to school, there' },
        ])}
        ${radioField(
          form,
          'age',
          'How old are they?',
          SIGN_AGES.map((value) => ({ value, label: SIGN_AGE_WORDS[value].label })),
        )}
        ${radioField(form, 'read_back', 'Have you read all of it back to them?', [{ value: 'aloud', label: 'Yes, and they said that it is right' }])}
        <button class="button" type="submit">It counts</button>
      </form>`
        : closed(petition)
    }
  </div>`;
}

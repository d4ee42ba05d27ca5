import { html, nothing, type TemplateResult } from 'lit';
import { STANCES } from '../../../src/casework/comments/comment-contract.ts';
import type { Taking } from '../../../src/casework/comments/comment-contract.ts';
import { commentLabel, STANCE_WORDS } from '../../../src/casework/comments/comment-words.ts';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import type { Contact } from '../../../src/ground/contacts/contact-contract.ts';
import { talkPart } from '../../ground/contacts/contact-card-view.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { field, longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { untilWords } from './comments-on-proposal-part.ts';
import { participationPart } from './participation-part.ts';

export type CommentFormData = {
  proposal: PublicProposal;
  taking: Taking;
  form: FormState;
  submission: string;
  signedIn: boolean;
  /** An officer types for somebody. */
  assisted: boolean;
  contact: Contact | null;
};

/** Saying what one thinks of a proposal, without an account and without scripts. */
export function commentFormView(data: CommentFormData): TemplateResult {
  const { proposal, taking, form, submission, assisted, contact } = data;
  const { id, place, group, number } = proposal;
  const takes = taking === 'open' || taking === 'late';
  return html`<div class="wrap narrow comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${id}">${place}: asked for by ${group.name}</a></nav>
    <h1>${assisted ? 'Type a comment for somebody' : 'Say what you think'}</h1>
    ${mistakesView(form.mistakes)}
    <p class="lead">${group.name} would like to use ${place}: “${proposal.use}”</p>
    ${untilWords(proposal, taking)}
    ${
      takes
        ? html`${assisted ? nothing : participationPart(commentLabel(proposal))}
      <form class="group-form" method="post" action="/proposals/${id}/comments${assisted ? '/for' : ''}" novalidate>
        <input type="hidden" name="submission" value=${submission} />
        ${radioField(
          form,
          'stance',
          assisted ? 'What are they?' : 'What are you?',
          STANCES.map((value) => ({ value, label: STANCE_WORDS[value] })),
        )}
        ${longField(form, 'text', assisted ? 'What they say' : 'What you think', { rows: 6, hint: 'Everybody can read this. Name no people. What looks like an e-mail address, a telephone number or a postcode is left out.' })}
        ${field(form, 'name', assisted ? 'Their name' : 'Your name', { autocomplete: assisted ? 'off' : 'name', hint: 'For those who decide. It is not shown in public.' })}
        ${field(form, 'address', assisted ? 'Their postal address' : 'Your street or postcode', { autocomplete: assisted ? 'off' : 'street-address', hint: assisted ? 'Not public. Without an e-mail address they get letters: then enter all of it.' : 'For those who decide, so that they know who lives near. It is not shown in public.' })}
        ${emailPart(data)}
        ${assisted ? assistedFields(form, 'The comment', 'They agree that we publish this without their name, and keep their name and address for those who decide.') : nothing}
        <button class="button" type="submit">${assisted || data.signedIn ? 'Send the comment' : 'Go on: confirm by e-mail'}</button>
      </form>`
        : nothing
    }
    <p class="note">${talkPart(contact, 'You would rather talk?', `We type your comment for you. Give the number ${number}.`)}</p>
  </div>`;
}

function emailPart({ form, signedIn, assisted }: CommentFormData): TemplateResult | typeof nothing {
  if (assisted)
    return field(form, 'email', 'Their e-mail address', { type: 'email', autocomplete: 'off', optional: true });
  if (signedIn) return nothing;
  return field(form, 'email', 'Your e-mail address', {
    type: 'email',
    autocomplete: 'email',
    hint: 'We send you a link. Your comment is public when you have opened it and pressed the button there. It is not shown in public.',
  });
}

import { html, nothing, type TemplateResult } from 'lit';
import { participationPart } from '../comments/participation-part.ts';
import type { Hearing } from '../../../src/casework/hearings/hearing-contract.ts';
import type { PublicProposal } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { MANNERS, SIDES } from '../../../src/casework/speaking/speaking-contract.ts';
import { MANNER_WORDS, SIDE_WORDS } from '../../../src/casework/speaking/speaking-words.ts';
import type { Contact } from '../../../src/ground/contacts/contact-contract.ts';
import { talkPart } from '../../ground/contacts/contact-card-view.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { field, longField, radioField, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type SpeakData = {
  proposal: PublicProposal;
  /** The one that is called; null where none is. */
  hearing: Hearing | null;
  /** Minutes of each side. */
  minutes: number;
  form: FormState;
  submission: string;
  signedIn: boolean;
  /** An officer types for somebody. */
  assisted: boolean;
  contact: Contact | null;
};

/** Registering to speak at a hearing, without an account and without scripts. */
export function speakView(data: SpeakData): TemplateResult {
  const { proposal, hearing, minutes, contact, assisted } = data;
  const { id, place, number } = proposal;
  return html`<div class="wrap narrow comment-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${id}#hearing">${place}: the public hearing</a></nav>
    <h1>${assisted ? 'Register somebody who wants to speak' : 'Speak at the hearing'}</h1>
    ${mistakesView(data.form.mistakes)}
    ${
      hearing
        ? html`<p class="lead">${longDay(hearing.day)}, ${hearing.begins}, ${hearing.venue}</p>
      ${
        assisted
          ? nothing
          : participationPart({
              part: 'ask',
              open: `What you say can change the marks. All who speak for it have ${minutes} minutes between them, and all who speak against it as many.`,
              shut: 'How many speak does not decide: it is no vote.',
              who: 'The panel',
              by: null,
            })
      }
      ${speakForm(data)}`
        : html`<p class="lead">Nobody can register now: no hearing is called.</p><p><a href="/proposals/${id}">See where it stands</a></p>`
    }
    <p class="note">${talkPart(contact, 'You would rather talk?', `We note what you want to say. Give the number ${number}.`)}</p>
  </div>`;
}

function speakForm({ proposal: { id }, form, submission, signedIn, assisted }: SpeakData): TemplateResult {
  const their = assisted ? 'Their' : 'Your';
  return html`<form class="group-form" method="post" action="/proposals/${id}/hearing/speak${assisted ? '/for' : ''}" novalidate>
    <input type="hidden" name="submission" value=${submission} />
    ${radioField(
      form,
      'side',
      assisted ? 'What do they speak for?' : 'What do you speak for?',
      SIDES.map((value) => ({ value, label: SIDE_WORDS[value].name, hint: SIDE_WORDS[value].hint ?? '' })),
    )}
    ${radioField(
      form,
      'manner',
      assisted ? 'How do they want to be heard?' : 'How do you want to be heard?',
      MANNERS.map((value) => ({ value, label: MANNER_WORDS[value].name, hint: MANNER_WORDS[value].hint })),
    )}
    ${longField(form, 'statement', 'What is to be read out', { rows: 6, optional: true, hint: 'Only if it is to be read out. Name no people. It stands in the minutes.' })}
    ${longField(form, 'needs', assisted ? 'What do they need to take part?' : 'What do you need to take part?', { rows: 2, optional: true, hint: 'A seat at the front, an interpreter, more time, a quiet place. Only those who run the hearing read it.' })}
    ${field(form, 'name', `${their} name`, { autocomplete: assisted ? 'off' : 'name', hint: 'Only those who run the hearing read it.' })}
    ${
      assisted || !signedIn
        ? field(form, 'email', `${their} e-mail address`, {
            type: 'email',
            autocomplete: assisted ? 'off' : 'email',
            optional: assisted,
            hint: assisted
              ? ''
              : 'We send you a link. You are registered when you have opened it and pressed the button there.',
          })
        : nothing
    }
    ${
      assisted
        ? html`${field(form, 'address', 'Their postal address', { autocomplete: 'off', optional: true, hint: 'Where they have no e-mail: they get a letter when day or room change.' })}
      ${assistedFields(form, 'The registration', 'They agree that we keep their name until a year after the case is over.')}`
        : nothing
    }
    <button class="button" type="submit">${assisted || signedIn ? 'Register' : 'Go on: confirm by e-mail'}</button>
  </form>`;
}

import { html, type TemplateResult } from 'lit';
import { field, type FormState } from '../../kernel/form-fields.ts';

/** For a lead who has an e-mail address now: from then on they can sign in. */
export function leadEmailForm(groupId: string, form: FormState): TemplateResult {
  return html`
    <form class="quiet-form" method="post" action="/groups/${groupId}/lead-email" novalidate>
      <h3>Do they have an e-mail address now?</h3>
      ${field(form, 'email', 'The lead’s e-mail address', { type: 'email', hint: 'They can then sign in with a code that we send there, and look after the group themselves.' })}
      <button class="button button--quiet" type="submit">Add the address</button>
    </form>
  `;
}

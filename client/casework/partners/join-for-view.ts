import { html, nothing, type TemplateResult } from 'lit';
import type { DraftPage } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { field, radioField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';
import { crumbs } from '../proposals/write-view.ts';

type JoinForData = {
  draft: DraftPage;
  q: string;
  found: readonly { id: string; name: string }[];
  form: FormState;
  submission: string;
};

/** For an officer to whom a group without e-mail has said that it asks together with another. */
export function joinForView({ draft, q, found, form, submission }: JoinForData): TemplateResult {
  const { id, group } = draft.proposal;
  return html`<div class="wrap narrow">${crumbs(draft)}
    <h1>A group says yes</h1>${mistakesView(form.mistakes)}
    <p class="lead">A group told you that it asks for this place together with ${group.name}. Its name then stands beside theirs, for everybody to read; it can leave at any time.</p>
    <form class="group-form" method="get" action="/proposals/${id}/partners/for">
      ${field({ values: { q }, mistakes: [] }, 'q', 'Part of its name', { hint: 'It has to be registered here. If it is not, register it first, at the desk.' })}
      <button class="button button--quiet" type="submit">Look for it</button>
    </form>
    ${q !== '' && found.length === 0 ? html`<p class="note">No other group here is called like that.</p>` : nothing}
    ${
      found.length > 0
        ? html`<form class="group-form" method="post" action="/proposals/${id}/partners/for" novalidate>
      <input type="hidden" name="submission" value=${submission} /><input type="hidden" name="q" value=${q} />
      ${radioField(
        form,
        'group',
        'Which group?',
        found.map(({ id: value, name: label }) => ({ value, label })),
      )}
      ${assistedFields(form, 'Their yes', 'They agree that their name stands on this proposal.')}
      <button class="button" type="submit">Add the group</button>
    </form>`
        : nothing
    }
    <p><a href="/proposals/${id}/partners">Back to the groups</a></p></div>`;
}

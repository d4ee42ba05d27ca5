import { html, type TemplateResult } from 'lit';
import { field, longField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type NewPetitionData = {
  form: FormState;
  asset: { id: string; name: string } | null;
  groups: readonly { id: string; name: string }[];
  submission: string;
};

/** Beginning a petition: for which group, what it asks for, and for how long. */
export function newPetitionView({ form, asset, groups, submission }: NewPetitionData): TemplateResult {
  if (!asset)
    return html`<div class="wrap narrow"><h1>Gather signatures for a building</h1>
      <p class="lead">Begin on the page of the building. <a href="/assets?kind=building">Find a building</a></p></div>`;
  if (groups.length === 0)
    return html`<div class="wrap narrow"><h1>Gather signatures for ${asset.name}</h1>
      <p class="lead">A petition is begun for a group. Any few people can be one: it needs no constitution.</p>
      <p><a class="button" href="/groups/new">Register your group</a></p></div>`;
  return html`<div class="wrap narrow">
    <nav class="crumbs" aria-label="Where you are"><a href="/assets/${asset.id}">${asset.name}</a></nav>
    <h1>Gather signatures for ${asset.name}</h1>
    ${mistakesView(form.mistakes)}
    <p class="lead">If enough neighbours sign, and your proposal then passes the benefit test, the owner’s silence is a yes. A councillor who sponsors the petition is as good as more signatures.</p>
    <form class="group-form" method="post" action="/petitions" novalidate>
      <input type="hidden" name="asset" value=${asset.id} /><input type="hidden" name="submission" value=${submission} />
      ${groups.length === 1 ? html`<input type="hidden" name="group" value=${groups[0]?.id ?? ''} /><p>For ${groups[0]?.name}.</p>` : selectField(form, 'group', 'For which group?', [{ value: '', label: 'Choose a group' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))])}
      ${longField(form, 'wording', 'What the petition asks for', { rows: 5, hint: 'Everybody reads this before they sign. Say what should happen with the building, in a sentence or two. Name no people.' })}
      ${field(form, 'days', 'For how many days is it open?', { type: 'number', inputmode: 'numeric', optional: true, hint: 'Leave it empty for the usual four weeks.' })}
      <button class="button" type="submit">Send it to be checked</button>
    </form>
    <p class="hint">The wording is checked within a few working days. If nobody checks it in time, it is published as you wrote it.</p>
  </div>`;
}

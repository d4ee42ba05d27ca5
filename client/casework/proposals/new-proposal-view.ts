import { html, nothing, type TemplateResult } from 'lit';
import { radioField, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type NewProposalData = {
  form: FormState;
  asset: { id: string; name: string; area: string; owner: string } | null;
  groups: readonly { id: string; name: string }[];
};

/** The first step: which place, and for which group. */
export function newProposalView({ form, asset, groups }: NewProposalData): TemplateResult {
  return html`<div class="wrap narrow">
    <h1>${asset ? `Ask for ${asset.name}` : 'Ask for a place'}</h1>
    ${mistakesView(form.mistakes)}
    ${
      asset
        ? html`<p class="lead">You say what your group would do there. Two people score it, everybody may comment, and if it passes, silence of the owner is a yes.</p>
      <p>You can stop at any time: everything is saved as you go, and nobody else sees it before you send it.</p>
      ${groups.length === 0 ? noGroup(asset.id) : groupForm(form, asset.id, groups)}`
        : html`<p class="lead">Choose a place first.</p><p><a class="button" href="/assets?kind=land">Find land</a> <a class="button button--quiet" href="/assets?kind=building">Find a building</a></p>`
    }
  </div>`;
}

function groupForm(form: FormState, asset: string, groups: NewProposalData['groups']): TemplateResult {
  const [only] = groups;
  return html`<form class="group-form" method="post" action="/proposals" novalidate>
    <input type="hidden" name="asset" value=${asset} />
    ${
      groups.length === 1 && only
        ? html`<input type="hidden" name="group" value=${only.id} /><p>For your group: <strong>${only.name}</strong>.</p>`
        : radioField(
            form,
            'group',
            'For which group?',
            groups.map(({ id, name }) => ({ value: id, label: name })),
          )
    }
    <button class="button" type="submit">Begin</button>
  </form>`;
}

const noGroup = (asset: string): TemplateResult =>
  html`<p>A group asks, not a person alone: two people who know each other are enough.</p>
    <p><a class="button" href="/groups/new?next=${encodeURIComponent(`/proposals/new?asset=${asset}`)}">Register your group</a></p>${nothing}`;

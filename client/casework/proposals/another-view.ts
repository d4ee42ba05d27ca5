import { html, type TemplateResult } from 'lit';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';
import { STATE_WORDS } from '../../../src/register/assets/asset-words.ts';
import { field, type FormState } from '../../kernel/form-fields.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

type AnotherData = {
  id: string;
  place: string;
  area: string;
  group: string;
  q: string;
  form: FormState;
  land: readonly Pick<PublicAsset, 'id' | 'name' | 'ward' | 'state' | 'owner'>[];
};

/** Which place a group asks for next, with what it wrote for the one before. */
export function anotherView({ id, place, area, group, q, form, land }: AnotherData): TemplateResult {
  return html`<div class="wrap narrow">
    <nav class="crumbs" aria-label="Where you are"><a href="/proposals/${id}">${place}</a></nav>
    <h1>Another place like this one</h1>${mistakesView(form.mistakes)}
    <p class="lead">What ${group} would do, its answers and what shows them come along, and so does the result of this proposal, as evidence that you do what you say.</p>
    <p>You can change everything before you send it. Its days, and what an officer checks of the place, begin anew.</p>
    <form class="group-form" method="get" action="/proposals/${id}/another">
      ${field({ ...form, values: { q } }, 'q', `Look for land in ${area}`, { optional: true, hint: 'A street, a ward, or part of a name.' })}
      <button class="button button--quiet" type="submit">Look</button>
    </form>
    <section aria-labelledby="field-asset"><h2 id="field-asset" tabindex="-1">${q === '' ? `Land in ${area}` : `Land in ${area} for “${q}”`}</h2>
    ${
      land.length === 0
        ? html`<p>Nothing was found that can be asked for. Try other words, or <a href="/assets?kind=land">look at all land</a>.</p>`
        : html`<ul class="rows">${land.map((one) => row(id, one))}</ul>`
    }</section>
  </div>`;
}

const row = (id: string, { id: asset, name, ward, state, owner }: AnotherData['land'][number]): TemplateResult =>
  html`<li class="row"><div><a href="/assets/${asset}"><strong>${name}</strong></a> <span class="row__more">${[ward?.name, owner.name, STATE_WORDS[state]].filter((part) => part).join(' · ')}</span></div>
    <form method="post" action="/proposals/${id}/another"><input type="hidden" name="asset" value=${asset} /><button class="button button--quiet" type="submit">Ask for it<span class="visually-hidden">: ${name}</span></button></form></li>`;

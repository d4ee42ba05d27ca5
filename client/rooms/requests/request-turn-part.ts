import { html, nothing, type TemplateResult } from 'lit';
import type { RequestPage } from '../../../src/rooms/requests/request-page-contract.ts';
import { AUDIENCE_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import { checkField } from '../../kernel/form-fields.ts';
import { pounds } from '../../kernel/format.ts';
import { answerForm } from './answer-view.ts';
import { agreementPart } from './request-part.ts';
import type { RequestViewData } from './request-view-data.ts';

/** What whoever looks can do now. */
export function turnPart(data: RequestViewData): TemplateResult | typeof nothing {
  const { page, viewer } = data;
  const { state } = page.request;
  if (
    viewer.as === 'owner' &&
    viewer.may.answer &&
    (state === 'asked' || state === 'chasing') &&
    page.current?.option.state === 'asked'
  )
    return answerForm(data, `/requests/${page.request.id}/answer`);
  if (viewer.may.sign && (state === 'offered' || state === 'default_offered')) return takePart(data);
  if (viewer.may.ask && page.otherPrices.length > 0) return otherPricesPart(page);
  return nothing;
}

function takePart({ page, viewer, form }: RequestViewData): TemplateResult {
  const assisted = viewer.as === 'officer';
  return html`<section aria-labelledby="take-heading"><h2 id="take-heading">What you sign for</h2>
    ${assisted ? html`<p>Read this out to ${page.signer} if they want that. They sign by saying yes; you write it down.</p>` : nothing}
    ${agreementPart(page)}
    <form class="group-form" method="post" action="/requests/${page.request.id}/take" novalidate>
      ${assisted ? assistedFields(form, 'Taking it') : nothing}
      ${checkField(form, 'agrees', assisted ? `${page.signer} has read or heard this and signs for it.` : `I have read this, and I, ${page.signer}, sign for it.`)}
      <p class="actions"><button class="button" type="submit">Take the room</button></p>
    </form></section>`;
}

function otherPricesPart({ otherPrices, request }: RequestPage): TemplateResult {
  return html`<section id="prices" aria-labelledby="prices-heading"><h2 id="prices-heading">The same room at another price, without a test</h2>
    <ul class="rows">${otherPrices.map(
      ({
        audience,
        quote,
      }) => html`<li class="row"><div><strong>${AUDIENCE_WORDS[audience].label}: ${quote.totalPence === 0 ? 'no charge' : pounds(quote.totalPence)}</strong><span class="hint row__more">For all dates. For ${AUDIENCE_WORDS[audience].meaning}. The owner’s silence is no offer then.</span></div>
      <form method="post" action="/requests/${request.id}/prices"><input type="hidden" name="as" value=${audience} /><button class="button button--small" type="submit">Ask at this price<span class="visually-hidden"> (${AUDIENCE_WORDS[audience].label})</span></button></form></li>`,
    )}</ul></section>`;
}

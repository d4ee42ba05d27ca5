import { html, nothing, type TemplateResult } from 'lit';
import type { PrivateProposal, ProposalShown } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { longField } from '../../kernel/form-fields.ts';
import { formOf } from './proposal-view-data.ts';

const COMPLETE = {
  land: 'Complete: use, days, two people and every question are there. With this its clock starts; you also say yes to the place of the sign.',
  building:
    'Complete: use, days, three people and every question are there. With this its clock starts, and everybody may comment.',
};

/** What a broker does with a proposal: the officer of it, and whether it is complete. */
export function checkingPart(shown: ProposalShown, hidden: PrivateProposal): TemplateResult | typeof nothing {
  if (!shown.may('proposal.check')) return nothing;
  const { id, state, path, standing } = shown.proposal;
  const decides = standing.steps.some(({ kind }) => kind === 'stand');
  const mine = hidden.officerId !== null && hidden.officerId === shown.who?.personId;
  const seen = html`<input type="hidden" name="seen" value=${state} />`;
  return html`<section class="panel" aria-labelledby="officers-heading"><h2 id="officers-heading">For officers</h2>
    <p>${hidden.officer ? `Its officer is ${mine ? 'you' : hidden.officer}.` : 'Nobody has taken it on yet.'} It came ${hidden.channel === 'online' ? 'online' : 'through an officer'}. <a href="/desk/case-tests/${hidden.testId}">Answers and evidence</a></p>
    ${decides ? html`<p><a class="button" href="/desk/tests/${hidden.testId}">Answer the gates and publish the result</a></p>` : nothing}
    ${
      mine
        ? nothing
        : html`<form class="quiet-form" method="post" action="/proposals/${id}/take"><button class="button button--quiet" type="submit">Take it on yourself</button></form>`
    }
    ${
      state === 'received'
        ? html`<form method="post" action="/proposals/${id}/complete">${seen}
          <p>${COMPLETE[path]}</p>
          <button class="button" type="submit">It is complete</button></form>
        ${
          hidden.missing
            ? html`<p class="hint">The group was asked once for what was missing: “${hidden.missing}” It cannot be asked again.</p>`
            : html`<details class="more" ?open=${shown.again?.of === 'missing'}><summary>Something is missing</summary>
          <form class="group-form" method="post" action="/proposals/${id}/missing" novalidate>${seen}
            ${longField(formOf(shown, 'missing'), 'missing', 'What is missing? All of it.', { rows: 4, hint: 'It is asked for once. The group reads it as you write it.' })}
            <button class="button button--quiet" type="submit">Ask the group for it</button></form></details>`
        }`
        : nothing
    }
  </section>`;
}

import { html, type TemplateResult } from 'lit';
import type { ProposalShown } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { emptyForm, type FormState } from '../../kernel/form-fields.ts';

/** A form of the page of a case, by the last part of its address: as it was typed where it is shown again, with these values otherwise. */
export const formIn = ({ again }: ProposalShown, of: string, values: FormState['values'] = {}): FormState => {
  const form = again?.of === of ? again.form : emptyForm;
  return { ...form, values: { ...values, ...form.values }, within: of };
};

/** The form to an address of the case, with the state in which it is shown and what makes the same sending twice one. */
export const beginForm = (
  { proposal: { id, state }, submission }: ProposalShown,
  of: string,
  inside: TemplateResult,
  button: string,
  quiet = true,
): TemplateResult =>
  html`<form class="group-form" method="post" action="/proposals/${id}/${of}" novalidate>
    <input type="hidden" name="seen" value=${state} /><input type="hidden" name="submission" value=${submission} />
    ${inside}<button class=${quiet ? 'button button--quiet' : 'button'} type="submit">${button}</button></form>`;

/** What is folded away until somebody wants it, or a form in it is shown again. */
export const foldForm = ({ again }: ProposalShown, of: string, title: string, inside: TemplateResult): TemplateResult =>
  html`<details class="more" ?open=${again?.of === of}><summary>${title}</summary>${inside}</details>`;

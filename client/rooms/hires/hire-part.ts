import { nothing, type TemplateResult } from 'lit';
import type { HireState, HireViewer } from '../../../src/rooms/hires/hire-contract.ts';
import { METHODS } from '../../../src/rooms/ledger/ledger-contract.ts';
import { METHOD_NAMES } from '../../../src/rooms/ledger/ledger-words.ts';
import { assistedFields } from '../../groups/groups/assisted-fields.ts';
import type { FormState } from '../../kernel/form-fields.ts';

/** `of` names the form that was not right; the others stay empty. */
export type HireForm = FormState & { of: string };
export type HireData = {
  state: HireState;
  viewer: HireViewer;
  form: HireForm;
  flash: string | null;
  submission: string;
};

/** The form that was sent keeps what was typed; the others of the page are as new. */
export const formOf = (form: HireForm, of: string): FormState => ({
  ...(form.of === of ? { values: form.values, mistakes: form.mistakes } : { values: {}, mistakes: [] }),
  within: of,
});

/** A form with what stands in it before anything is typed. */
export const startingWith = (form: FormState, values: FormState['values']): FormState =>
  form.mistakes.length > 0 ? form : { ...form, values };

export const assisted = ({ viewer, form }: HireData, of: string, what: string): TemplateResult | typeof nothing =>
  viewer.as === 'officer' ? assistedFields(formOf(form, of), what, 'They agree to what you typed.') : nothing;

/** Ways to pay, for a choice. */
export const methods = METHODS.map((value) => ({ value, label: METHOD_NAMES[value] }));

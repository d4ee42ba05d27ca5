import { html, type TemplateResult } from 'lit';
import type { DecisionsShown } from '../../../src/casework/decisions/decision-page-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';

/** The state in which the page is shown: an act on another is refused. */
export const seen = ({ shown }: DecisionsShown): TemplateResult =>
  html`<input type="hidden" name="seen" value=${shown.proposal.state} />`;

/** Stands for the form: the same sending twice is once. */
export const sending = ({ shown }: DecisionsShown): TemplateResult =>
  html`<input type="hidden" name="submission" value=${shown.submission} />`;

/** Whether a form is shown again, because something is wrong with it. `which` tells forms of one kind apart. */
export const isAgain = ({ shown: { again } }: DecisionsShown, of: string, which?: string): boolean =>
  again?.of === of && (which === undefined || again.form.values['ground'] === which);

/** A form as it was typed where it is shown again, and empty otherwise. */
export const formIn = (data: DecisionsShown, of: string, which?: string): FormState => ({
  values: {},
  mistakes: [],
  ...(isAgain(data, of, which) && data.shown.again?.form),
  within: which === undefined ? of : `${of}-${which}`,
});

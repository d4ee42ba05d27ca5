import type { InterestPage } from '../../../src/casework/interests/interest-page-contract.ts';
import { emptyForm, type FormState } from '../../kernel/form-fields.ts';

/** A form of the page that is shown again, by the last part of its address. */
export type AgainForm = { of: string; form: FormState };
export type InterestViewData = InterestPage & { again: AgainForm | null; flash: string | null; submission: string };

/** The form of the page with this name, as it was typed where it is shown again. */
export const formOf = ({ again }: Pick<InterestViewData, 'again'>, of: string): FormState =>
  again?.of === of ? again.form : emptyForm;

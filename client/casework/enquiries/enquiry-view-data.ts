import type { EnquiryPageData } from '../../../src/casework/enquiries/enquiry-page-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import type { PickMap } from './enquiry-where-fields.ts';

/** Which of a page’s forms is shown again, with what was typed. */
export type AgainForm = { of: string; form: FormState };
export type EnquiryViewData = EnquiryPageData & {
  flash: string | null;
  again: AgainForm | null;
  map: PickMap | null;
  submission: string;
};

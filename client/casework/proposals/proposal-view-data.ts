import type { nothing, TemplateResult } from 'lit';
import type { PrivateProposal, ProposalShown } from '../../../src/casework/proposals/proposal-page-contract.ts';
import { emptyForm, type FormState } from '../../kernel/form-fields.ts';

export type ProposalViewData = {
  shown: ProposalShown;
  /** For the group and officers. */
  hidden: PrivateProposal | null;
  /** What other features ask of whoever looks, and what they tell everybody. */
  acts: readonly (TemplateResult | typeof nothing)[];
  told: readonly (TemplateResult | typeof nothing)[];
  flash: string | null;
};

/** The form of the page with this name, as it was typed where it is shown again. */
export const formOf = ({ again }: Pick<ProposalShown, 'again'>, of: string): FormState =>
  again?.of === of ? again.form : emptyForm;

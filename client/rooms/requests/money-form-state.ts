import { html, type TemplateResult } from 'lit';
import type { Account, Entry } from '../../../src/rooms/ledger/ledger-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';

/** A request’s money, for whoever writes it down. */
export type MoneyData = {
  request: { id: string; state: string };
  room: string;
  group: string;
  today: string;
  balances: readonly { account: Account; owed: number; planned: number }[];
  ledger: readonly Entry[];
  form: FormState;
  /** Which of the forms was sent, when one comes back. */
  which: 'pay' | 'waive' | 'instalments' | 'correct' | null;
};

/** One of the forms: as it was sent when it is the one that comes back, with its defaults otherwise. */
export const formOf = (
  { form, which }: MoneyData,
  one: MoneyData['which'],
  defaults: Record<string, unknown>,
): FormState => ({
  ...(which === one ? form : { values: { submission: form.values['submission'], ...defaults }, mistakes: [] }),
  ...(one !== null && { within: one }),
});

/** What is wrong, each with the field of the form that was sent. */
export const mistakesOf = ({ form, which }: MoneyData): FormState['mistakes'] =>
  form.mistakes.map(({ field, message }) => ({ field: field && which ? `${which}-${field}` : field, message }));

/** What each form carries: that it is sent once, and which it is. */
export const start = (form: FormState, which: string): TemplateResult =>
  html`<input type="hidden" name="submission" value=${String(form.values['submission'] ?? '')} /><input type="hidden" name="which" value=${which} />`;

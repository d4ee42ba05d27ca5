import type { Choice, FormState } from '../../kernel/form-fields.ts';

/** What is in the form, the words people typed, right or wrong; days and facilities as lists. */
export type FinderFormState = FormState;

/** A value from an address that is not among the choices stays chosen. */
export function withOwn(choices: readonly Choice[], value: unknown, label: (value: string) => string): Choice[] {
  const own =
    typeof value === 'string' && value !== '' && !choices.some((choice) => choice.value === value)
      ? [{ value, label: label(value) }]
      : [];
  return [...choices, ...own];
}

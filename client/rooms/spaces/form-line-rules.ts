import type { FormState } from '../../kernel/form-fields.ts';

/** The number of the last line of a list that has anything in it. */
export function highestLine(values: Readonly<Record<string, unknown>>, list: string): number {
  return Object.entries(values).reduce((highest, [name, value]) => {
    const [, at] = new RegExp(`^${list}_[a-z_]+_(\\d{1,6})$`).exec(name) ?? [];
    return at && value !== '' ? Math.max(highest, Number(at)) : highest;
  }, 0);
}

/** The numbers of the lines to show: those that are filled in, and a few empty ones. */
export function linesShown({ values }: FormState, list: string, spare: number, most: number): number[] {
  return Array.from({ length: Math.min(most, highestLine(values, list) + spare) }, (_, index) => index + 1);
}

import { LINE_CODES, LINES_ON_A_SHEET, SIGN_BASES, type SheetLine } from './signature-contract.ts';
import { isBlank } from './signature-rules.ts';

type Typed = Readonly<Record<string, unknown>>;
const text = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** Lines as a form gives them, numbered as on the sheet; empty ones are left out. */
export function linesIn(typed: Typed): SheetLine[] {
  return Array.from({ length: LINES_ON_A_SHEET }, (_, index) => lineIn(typed, index + 1)).filter(
    (line) => !isBlank(line),
  );
}

function lineIn(typed: Typed, line: number): SheetLine {
  return {
    line,
    name: text(typed, `name_${line}`),
    postcode: text(typed, `postcode_${line}`),
    basis: SIGN_BASES.find((basis) => basis === text(typed, `basis_${line}`)) ?? 'live',
    code: LINE_CODES.find((code) => code === text(typed, `code_${line}`)) ?? 'ok',
  };
}

/** What a third person says of a line: as the first or the second has it, or otherwise. */
export function verdictIn(typed: Typed): (line: number) => 'first' | 'second' | SheetLine | null {
  return (line) => {
    const said = text(typed, `line_${line}`);
    if (said === 'first' || said === 'second') return said;
    return said === 'other' ? lineIn(typed, line) : null;
  };
}

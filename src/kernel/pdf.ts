import type { Paper } from './paper-contract.ts';
import { printedPaper } from './paper-signs-words.ts';
import { PAPER_TEMPLATE } from './paper-template.ts';
import { pdfPress } from './pdf-press.ts';

const press = pdfPress();

/**
 * A tagged PDF that has passed PDF/UA-1. The same template and data give the same bytes.
 * @param template constant text in Typst, which reads the data by `json(bytes(sys.inputs.data))`
 * @param data anything that JSON can hold; its texts stay text, whatever is in them
 * @throws Error that says why no file could be made
 */
export const renderPdf = (template: string, data: unknown): Promise<Buffer> =>
  press.print({ template, data: JSON.stringify(data) });

/** A paper as a file, with "[symbol]" for what its typeface has no sign for. */
export const pdfOf = (paper: Paper): Promise<Buffer> => renderPdf(PAPER_TEMPLATE, printedPaper(paper));

/** Whether papers can be made on this machine at all: a reason where they cannot, null where they can. */
export async function whyNoPdf(): Promise<string | null> {
  const trial: Paper = {
    look: 'document',
    title: 'Trial',
    from: 'Meantime',
    number: '1',
    day: '2027-01-01',
    blocks: [],
  };
  try {
    await pdfOf(trial);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

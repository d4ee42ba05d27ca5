import type { Response } from 'express';
import type { Paper } from './paper-contract.ts';
import { pdfOf } from './pdf.ts';
import { Problem } from './problem.ts';

type Sending = {
  /** What the paper is called in the name of its file, before its number. */
  name: string;
  /** What its page is, which says the same: “the page of the sign”. */
  page: string;
  onError(error: unknown): void;
};

/** Sends a paper as a file. @throws Problem 503 that leads to its page where it cannot be made */
export async function sendPdf(res: Response, paper: Paper, { name, page, onError }: Sending): Promise<void> {
  const file = await pdfOf(paper).catch((error: unknown) => {
    onError(error);
    throw new Problem(
      503,
      'It cannot be made just now',
      `The file could not be made just now. Open ${page} and print that: it says the same.`,
    );
  });
  res.set('Content-Disposition', `inline; filename="${name}-${paper.number}.pdf"`).type('pdf').send(file);
}

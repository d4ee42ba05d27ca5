import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What somebody gets out of a PDF who reads it with a screen reader. */
export type ReadPdf = {
  title: string | undefined;
  pages: number;
  /** Roles of its structure in reading order, each once for each time it stands there: H1, P, TH … */
  roles: string[];
  /** What its figures tell in words. */
  alts: string[];
  /** All its text in reading order, without spaces, marks of lists and what stands at the foot of each page. */
  text: string;
  /** The same line by line as they stand on paper, each without its spaces. */
  lines: string[];
  /** The size of most of its letters, in points. */
  letters: number;
  /** Whether all text lies within the page. */
  inside: boolean;
};

type Node = { role?: string; alt?: string; children?: Node[] };

/** Reads a PDF with another program than the one that made it. */
export async function readPdf(pdf: Buffer): Promise<ReadPdf> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const { info } = (await file.getMetadata()) as { info: { Title?: string } };
  const read: ReadPdf = {
    title: info.Title,
    pages: file.numPages,
    roles: [],
    alts: [],
    text: '',
    lines: [],
    letters: 0,
    inside: true,
  };
  const sizes = new Map<number, number>();
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const walk = ({ role, alt, children }: Node): void => {
      if (role) read.roles.push(role);
      if (alt) read.alts.push(alt);
      children?.forEach(walk);
    };
    walk((await page.getStructTree()) as Node);
    const [, , width] = page.view as [number, number, number, number];
    const open: string[] = [];
    let line = '';
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        if (open.includes('Artifact')) continue;
        read.text += item.str;
        line += item.str;
        if (item.hasEOL) read.lines.push(withoutSpaces(line));
        if (item.hasEOL) line = '';
        const size = Math.round(Math.abs(Number(item.transform[3])));
        sizes.set(size, (sizes.get(size) ?? 0) + item.str.length);
        read.inside &&= Number(item.transform[4]) >= 0 && Number(item.transform[4]) + item.width <= width;
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push((item as { tag?: string }).tag ?? '');
    }
    if (line !== '') read.lines.push(withoutSpaces(line));
  }
  await file.loadingTask.destroy();
  const [letters = 0] = [...sizes].toSorted(([, one], [, other]) => other - one)[0] ?? [];
  return { ...read, letters, text: withoutSpaces(read.text).replaceAll('•', '') };
}

/** Text for comparing: where lines break and how wide spaces are is no part of what it says. */
export const withoutSpaces = (text: string): string => text.replace(/[\s\u200b]/g, '');

import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Upload } from '../../src/kernel/upload.ts';

/** A sheet of paper with a few lines on it, as somebody would upload it. It is gone again after `work`. */
export async function withPaper<T>(lines: readonly string[], work: (upload: Upload) => Promise<T>): Promise<T> {
  const path = join(tmpdir(), `meantime-demonstration-${randomUUID()}.pdf`);
  const content = pdfOf(lines);
  await writeFile(path, content, { mode: 0o600 });
  try {
    return await work({ path, name: 'paper.pdf', bytes: content.length });
  } finally {
    await rm(path, { force: true });
  }
}

/** The least that is a PDF (ISO 32000-1, section 7.5): one page of A4 with lines of Helvetica. */
function pdfOf(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ');
  const stream = `BT /F1 14 Tf 22 TL 72 760 Td ${text} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${Buffer.byteLength(stream, 'latin1')}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${body}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

import { expect } from 'chai';
import type { Shape } from '../../../src/register/assets/asset-contract.ts';
import { importOptionsSchema, type ImportLimits } from '../../../src/register/imports/import-contract.ts';
import { importService } from '../../../src/register/imports/import-service.ts';
import { aFile } from '../../support/temp-files.ts';
import { RegisterInMemory } from './register-in-memory.ts';
import type { ImportReport } from '../../../src/register/imports/import-report-contract.ts';

const BOUNDARY: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [-2.5, 53.3],
      [-2.2, 53.3],
      [-2.2, 53.5],
      [-2.5, 53.5],
      [-2.5, 53.3],
    ],
  ],
};

/** A list of the Transparency Code, and one row of it. */
export const HEADER = 'AssetCode,PropertyName,PostCode,GeoX,GeoY,UPRN,TenureType,TenureDetail,HoldingType';
export const row = (
  code: string,
  {
    name = `Hall ${code}`,
    postcode = 'M33 7ZF',
    x = '-2.35',
    y = '53.4',
    uprn = '',
    tenure = 'Freehold',
    detail = 'Owner occupied',
    holding = 'Buildings',
  } = {},
): string => [code, name, postcode, x, y, uprn, tenure, detail, holding].join(',');

export const aRegister = (): RegisterInMemory =>
  new RegisterInMemory({ slug: 'marlbeck', name: 'Marlbeck', timeZone: 'Europe/London', boundary: BOUNDARY });

export type More = Record<string, unknown> & { limits?: Partial<ImportLimits>; fileName?: string };

/** Imports rows under the header above, or a whole file; every row read is counted once. */
export async function importing(
  register: RegisterInMemory,
  content: string | Buffer | string[],
  { limits, fileName = 'list.csv', ...options }: More = {},
): Promise<ImportReport> {
  const text = Array.isArray(content) ? `${[HEADER, ...content].join('\n')}\n` : content;
  const report = await importService(register.deps()).importFile({
    path: aFile(fileName, text),
    options: importOptionsSchema.parse({ area: 'marlbeck', owner: 'Council', ...options }),
    ...(limits ? { limits } : {}),
  });
  const { read, added, changed, unchanged, rejected, skipped } = report.counts;
  expect(added + changed + unchanged + rejected + skipped, 'every row read is counted once').to.equal(read);
  return report;
}
export const applying = (
  register: RegisterInMemory,
  content: string | Buffer | string[],
  more: More = {},
): Promise<ImportReport> => importing(register, content, { apply: true, ...more });

/** What is said about the rows: level, kind and line. */
export const kinds = (report: ImportReport): string[] =>
  report.rows.map(({ level, kind, line }) => `${level} ${kind} ${line}`);
/** What is asked about the file. */
export const asked = (report: ImportReport): string[] => report.questions.map(({ code }) => code);

import type { ReadingContext } from '../../kernel/tables/coordinate-reading.ts';
import { fileNotices, heldNotices } from './file-notice-words.ts';
import type { Decisions, ImportLimits, ImportOptions } from './import-contract.ts';
import type { ImportReport } from './import-report-contract.ts';
import { ownerAmong, type Survey } from './import-survey-reading.ts';
import type { ImportArea } from './import-deps.ts';
import { placeNotices } from './place-questions.ts';
import type { ReportBuilder } from './import-report-tally.ts';
import type { RowContext } from './row-scene.ts';
import type { MappedSource } from './import-source-reading.ts';

/** Everything decided about a file before its rows are compared. */
export type Prepared = {
  area: ImportArea;
  source: MappedSource;
  survey: Survey;
  options: ImportOptions;
  remembered: Decisions;
  place: ReadingContext;
  limits: ImportLimits;
};

/** What every row of a file is read with. */
export function rowContextOf(
  { source, survey, options, remembered, place, limits }: Prepared,
  today: string,
): RowContext {
  const { contradicted, rows } = survey.declared;
  const settled = options.crs !== null || remembered.crs !== null;
  return {
    format: source.format,
    columns: source.mapping.columns,
    header: source.hasHeader ? source.header : [],
    declared: source.declared,
    dates: { effective_on: survey.dates.effective_on.order, ended_on: survey.dates.ended_on.order },
    marks: survey.marks,
    set: options.set,
    values: options.values,
    place,
    usual: survey.usual,
    flagsDeclared: !settled && contradicted * 2 <= rows,
    organisation: ownerAmong(survey.organisations, options.owner, options.organisation ?? remembered.organisation),
    today,
    limits,
  };
}

type Outcome = Pick<ImportReport, 'id' | 'list' | 'startedAt' | 'applied' | 'questions'>;

/** What became of a file, for whoever sent it. */
export function reportOf(
  { area, source, survey, options, remembered }: Prepared,
  outcome: Outcome,
  builder: ReportBuilder,
): ImportReport {
  const { name, bytes, sha256, encoding } = source.file;
  return {
    ...outcome,
    area: area.slug,
    owner: options.owner,
    file: { name, bytes, sha256, encoding, format: source.format },
    counts: builder.counts,
    columns: source.mapping.uses,
    notices: [
      ...fileNotices(source, survey, options, remembered),
      ...placeNotices(builder),
      ...heldNotices(builder.held),
    ],
    issues: builder.issues(),
    values: builder.values.all(),
    rows: builder.rows,
    changes: builder.changes,
  };
}

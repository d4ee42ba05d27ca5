import { basename } from 'node:path';
import { dayIn } from '../../kernel/clock.ts';
import { reachOf } from '../../kernel/tables/area-reach.ts';
import { mapColumns } from './column-reading.ts';
import { columnQuestions, outcomeQuestions, surveyQuestions } from './file-questions.ts';
import { DEFAULT_LIMITS, type ImportLimits, type ImportOptions } from './import-contract.ts';
import { decisionsAfter, isAnythingDecided, NO_DECISIONS, withRemembered } from './import-decision-reading.ts';
import { ImportProblem } from '../../kernel/tables/import-problem.ts';
import { surveyRows } from './import-survey-reading.ts';
import type { ImportArea, ImportDeps, ImportScope } from './import-deps.ts';
import { isKnownSystem } from '../../kernel/tables/coordinate-systems.ts';
import { progressOver } from './import-progress-telling.ts';
import { ReportBuilder } from './import-report-tally.ts';
import { rowComparison } from './row-comparison-steps.ts';
import { placeQuestions } from './place-questions.ts';
import { valueQuestions } from './value-questions.ts';
import { openSource } from './import-source-reading.ts';
import { scanFile, sizeOf, type OnBytes } from '../../kernel/tables/source-file.ts';
import type { ImportProgress, ImportQuestion, ImportReport } from './import-report-contract.ts';
import { type Prepared, rowContextOf, reportOf } from './prepared-import-scene.ts';

export type ImportRequest = {
  path: string;
  /** The name people know the file by; by default the last part of its path. */
  fileName?: string;
  options: ImportOptions;
  limits?: Partial<ImportLimits>;
  onProgress?: (progress: ImportProgress) => void;
};

/** Every byte is read to check, to survey and to compare. */
const PASSES = 3;

const UK_ZONES = ['Europe/London', 'Europe/Belfast', 'Europe/Isle_of_Man', 'Europe/Jersey', 'Europe/Guernsey'];

/** Thrown inside the transaction when its outcome raises a question, so that nothing of it stays. */
class Undecided extends Error {}

export type ImportService = ReturnType<typeof importService>;

/** Brings owners' lists into the register: survey, compare, and on request apply; all or nothing per file. */
export function importService(deps: ImportDeps) {
  return { importFile };

  /**
   * Reads a file and compares it with the register. Without `options.apply`, or while a question is open, nothing is written.
   * @throws ImportProblem when no import can begin: a file that is no list, an unknown area, a column that is not there
   */
  async function importFile(request: ImportRequest): Promise<ImportReport> {
    const startedAt = deps.clock().toISOString();
    const limits = { ...DEFAULT_LIMITS, ...request.limits };
    const fileName = request.fileName ?? basename(request.path);
    const progress = progressOver(request.onProgress, PASSES * (await sizeOf(request.path, fileName)));
    const area = await areaOf(request.options);
    const file = await scanFile(request.path, fileName, limits, progress('checking'));
    const memory = await deps.decisions(area.slug, request.options.owner);
    const names = [request.options, ...memory.values()].flatMap(({ map }) => Object.keys(map));
    const opened = await openSource(file, { format: request.options.format, names }, limits);
    const list = request.options.list ?? opened.format;
    const remembered = memory.get(list) ?? NO_DECISIONS;
    const source = { ...opened, mapping: mapColumns(opened.header, request.options, remembered) };
    const options = withRemembered(request.options, remembered);
    const place = {
      reach: reachOf(area.boundary, limits.reachM),
      uk: UK_ZONES.includes(area.timeZone),
      told: options.crs,
    };
    const survey = await surveyRows(source, options, remembered, place, limits.corners, progress('surveying'));
    return compareAndApply(
      { area, source, survey, options, remembered, place, limits },
      list,
      startedAt,
      progress('comparing'),
    );
  }

  async function compareAndApply(
    prepared: Prepared,
    list: string,
    startedAt: string,
    onBytes: OnBytes,
  ): Promise<ImportReport> {
    const { source, survey, options, remembered, area } = prepared;
    const missing = columnQuestions(source, survey, options);
    const questions = [...missing, ...surveyQuestions(source, survey, options, remembered, area.name)];
    const id = deps.newId();
    const mode = options.apply && questions.length === 0 ? 'apply' : 'dry_run';
    const scope: ImportScope = {
      mode,
      areaSlug: area.slug,
      ownerName: options.owner,
      importId: id,
      list,
      source: source.file.name,
    };
    const builder = new ReportBuilder(prepared.limits, source.mapping.columns);
    const finished = (more: ImportQuestion[], applied: boolean): ImportReport =>
      reportOf(prepared, { id, list, startedAt, applied, questions: [...questions, ...more] }, builder);

    if (!source.mapping.columns.code) {
      builder.counts.read = survey.rows;
      builder.counts.skipped = survey.rows;
      return finished([], false);
    }
    let open: ImportQuestion[] = [];
    try {
      return await deps.inOneTransaction(scope, async (target, store) => {
        open = await compareRows(prepared, { target, mode }, builder, onBytes);
        if (open.length > 0 && mode === 'apply') throw new Undecided();
        const report = finished(open, mode === 'apply');
        if (mode === 'dry_run') return report;
        const now = deps.clock().toISOString();
        const decisions = decisionsAfter(options, remembered, source.mapping);
        if (isAnythingDecided(decisions)) await store.remember(list, decisions, now);
        await store.record(report, now);
        return report;
      });
    } catch (error) {
      if (error instanceof Undecided) return finished(open, false);
      throw error;
    }
  }

  async function compareRows(
    prepared: Prepared,
    target: Parameters<typeof rowComparison>[0],
    builder: ReportBuilder,
    onBytes: OnBytes,
  ): Promise<ImportQuestion[]> {
    const context = rowContextOf(prepared, dayIn(prepared.area.timeZone, deps.clock()));
    const comparison = rowComparison(target, context, builder, prepared.limits);
    for await (const row of prepared.source.rows(onBytes)) await comparison.take(row);
    await comparison.finish();
    const gone = await comparison.retireGone(context.today);
    return [
      ...valueQuestions(builder.values.all(), builder.counts, prepared.options),
      ...builder.columns.questions(prepared.options),
      ...placeQuestions(prepared.source, builder, prepared.options),
      ...outcomeQuestions(builder.counts, gone, prepared.options),
    ];
  }

  async function areaOf(options: ImportOptions): Promise<ImportArea> {
    if (options.crs && !isKnownSystem(options.crs)) {
      throw new ImportProblem(
        `We cannot read ${options.crs}. Export the list with longitude and latitude (EPSG:4326), or as British National Grid (EPSG:27700), Irish grids (EPSG:29903, EPSG:2157) or UTM (EPSG:326xx).`,
      );
    }
    const area = await deps.area(options.area);
    if (!area)
      throw new ImportProblem(
        `There is no area called "${options.area}". Create it first with "area create", or check the name.`,
      );
    return area;
  }
}

import type { Decisions, ImportOptions } from './import-contract.ts';
import { readingInWords } from '../../kernel/tables/coordinate-reading.ts';
import { isInDegrees, systemName } from '../../kernel/tables/coordinate-systems.ts';
import { counted } from '../../kernel/text.ts';
import { contradicts, openDateColumns, ownerAmong, type Survey } from './import-survey-reading.ts';
import type { MappedSource } from './import-source-reading.ts';
import type { ImportCounts, ImportQuestion } from './import-report-contract.ts';

/** More names than these are no owner's list. */
const NAMES_LISTED = 40;

/** What must be decided before rows can be taken at all: without an answer there is nothing to compare. */
export function columnQuestions(source: MappedSource, survey: Survey | null, options: ImportOptions): ImportQuestion[] {
  const { columns, uses } = source.mapping;
  const questions: ImportQuestion[] = [];
  if (!source.hasHeader && !columns.code) {
    const first = uses
      .slice(0, 3)
      .map((use) => use.header)
      .join(', ');
    questions.push({
      code: 'no_header',
      message: `No row names the columns. Add a header row to the file, or say what each column (${first}, …) holds.`,
      answers: ['--map "#1=code" --map "#2=name" …'],
    });
  } else if (!columns.code) {
    const known = survey?.keyCandidates ?? [];
    questions.push({
      code: 'no_code',
      message:
        known.length > 0
          ? 'No column holds a reference by which a row can be recognised next time. Say which one to use; these are filled in every row and never repeat.'
          : 'No column holds a reference by which a row can be recognised next time. Add one to the list, or say which column it is.',
      answers: known.length > 0 ? known.slice(0, 4).map((map) => `--map "${map}"`) : ['--map "COLUMN=code"'],
    });
  }
  if (!options.set.kind && !columns.kind && !columns.holding && source.format !== 'brownfield') {
    questions.push({
      code: 'no_kind',
      message:
        'No column says whether each row is land or a building. Say it for the whole file. It matters: empty buildings are published without their address.',
      answers: ['--set kind=land', '--set kind=building'],
    });
  }
  return questions;
}

/** What the survey left open: the order of dates, a wrongly declared coordinate system, a file from somewhere else. */
export function surveyQuestions(
  source: MappedSource,
  survey: Survey,
  options: ImportOptions,
  remembered: Decisions,
  areaName: string,
): ImportQuestion[] {
  return [
    ...dateQuestions(source, survey),
    ...systemQuestions(survey, options, remembered),
    ...areaQuestions(survey, options, areaName),
    ...ownerQuestions(survey, options, remembered),
  ];
}

/** What of the list was there before, and what of it would go; `respelt` may only have lost a zero. */
export type Gone = { known: number; gone: number; respelt: { before: string; now: string }[] };

/** What the comparison left open: hardly a row fits, or most of the list has gone. */
export function outcomeQuestions(counts: ImportCounts, gone: Gone, options: ImportOptions): ImportQuestion[] {
  const questions: ImportQuestion[] = [];
  if (counts.rejected * 2 > counts.read && !options.accept.includes('mostly_rejected')) {
    questions.push({
      code: 'mostly_rejected',
      message: `${counted(counts.rejected, 'row')} of ${counts.read.toLocaleString('en-GB')} cannot be taken, so something is wrong with the file as a whole. Look at the rows listed and correct the file or the columns.`,
      answers: ['--accept mostly_rejected'],
    });
  }
  if (gone.gone * 2 > gone.known && !options.accept.includes('many_gone')) questions.push(goneQuestion(gone));
  return questions;
}

/** Of a list that had one place only, that place is most of it: small lists go as easily as large ones. */
function goneQuestion({ gone, known, respelt }: Gone): ImportQuestion {
  const leaves = `${counted(gone, 'asset')} of the ${known.toLocaleString('en-GB')} on this list so far ${gone === 1 ? 'is' : 'are'} not in the file and would be retired.`;
  const [first] = respelt;
  if (first)
    return {
      code: 'many_gone',
      message: `${leaves} ${counted(respelt.length, 'of them is', 'of them are')} in it under a reference that differs only in leading zeros, capitals or signs: “${first.now}” in the file, “${first.before}” on the register. A spreadsheet may have changed the references: correct them, or every place is listed anew.`,
      answers: ['--accept many_gone'],
    };
  return {
    code: 'many_gone',
    message: `${leaves} Check that the right column is the reference. If the file is a different list, give it a name of its own with --list.`,
    answers: ['--accept many_gone', '--list NAME'],
  };
}

function dateQuestions(source: MappedSource, survey: Survey): ImportQuestion[] {
  const open = openDateColumns(source, survey);
  const [first] = open;
  if (!first) return [];
  const why =
    first.order === 'mixed'
      ? 'has dates with the day first and others with the month first'
      : `does not show whether "${first.tally.example}" has the day or the month first`;
  return [
    {
      code: 'date_order',
      message: `The column "${first.header}" ${why}. Say which it is.`,
      answers: ['--dates dmy', '--dates mdy'],
    },
  ];
}

function systemQuestions(
  { usual, declared, inside }: Survey,
  options: ImportOptions,
  remembered: Decisions,
): ImportQuestion[] {
  if (!usual) return [];
  const system = isInDegrees(usual.system) ? 'EPSG:4326' : usual.system;
  const answers = [`--crs ${system}`];
  if (options.crs && contradicts(options.crs, usual)) {
    const message = `You said that the coordinates are ${systemName(options.crs)}, but those of most rows only fall into the area when read as ${readingInWords(usual)}. Check which it is.`;
    return [{ code: 'crs', message, answers }];
  }
  const settled = options.crs ?? remembered.crs;
  if (declared.contradicted * 2 <= declared.rows || (settled && !contradicts(settled, usual))) return [];
  const message = `The file says that its coordinates are ${systemName(declared.system)}, but ${counted(inside, 'row')} only ${inside === 1 ? 'falls' : 'fall'} into the area when read as ${readingInWords(usual)}. If that is right, confirm it.`;
  return [{ code: 'crs', message, answers }];
}

/** A list of several owners belongs to one of them only in part: whoever imports it says which part. */
function ownerQuestions({ organisations }: Survey, options: ImportOptions, remembered: Decisions): ImportQuestion[] {
  const said = options.organisation ?? remembered.organisation;
  const settled = ownerAmong(organisations, options.owner, said) !== null || options.accept.includes('several_owners');
  if (organisations.length < 2 || settled) return [];
  const names = organisations.slice(0, NAMES_LISTED);
  const more = organisations.length - names.length;
  return [
    {
      code: 'several_owners',
      message: `The file names ${counted(organisations.length, 'organisation')}, none of them ${options.owner}: ${names.map((name) => `“${name}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}. Say under which name ${options.owner} stands there; rows of the others are left out. If you go ahead without, every place becomes one of ${options.owner}.`,
      answers: [...names.map((name) => `--organisation "${name}"`), '--accept several_owners'],
    },
  ];
}

function areaQuestions(
  { inside, outside, farPlaces }: Survey,
  options: ImportOptions,
  areaName: string,
): ImportQuestion[] {
  if (inside > 0 || outside === 0 || options.accept.includes('other_area')) return [];
  const at = farPlaces.find((place) => place.at)?.at;
  const where = at
    ? `The first one lies near latitude ${at.point.lat.toFixed(3)}, longitude ${at.point.lon.toFixed(3)} (read as ${readingInWords(at.reading)}).`
    : 'Their coordinates fit no system we know.';
  return [
    {
      code: 'other_area',
      message: `None of the ${counted(outside, 'place')} in this file lies in ${areaName} or within 5 km of it. ${where} Choose another area, or give the coordinate system. If you go ahead, they are listed without a place on the map.`,
      answers: ['--area OTHER', '--crs EPSG:NUMBER', '--accept other_area'],
    },
  ];
}

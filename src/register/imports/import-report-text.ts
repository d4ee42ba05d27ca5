import { valueWords } from './import-value-words.ts';
import { counted } from '../../kernel/text.ts';
import type { UnknownValue } from './value-contract.ts';
import type {
  ColumnUse,
  FieldChange,
  ImportCounts,
  ImportReport,
  IssueCount,
  RowChange,
} from './import-report-contract.ts';

const LONGEST_SHOWN = 60;
const PROBLEMS_SHOWN = 10;
const CHANGES_SHOWN = 5;

const COUNT_WORDS: [keyof ImportCounts, string][] = [
  ['read', 'rows read'],
  ['added', 'added'],
  ['changed', 'changed'],
  ['unchanged', 'unchanged'],
  ['gone', 'gone from the list'],
  ['flagged', 'taken, but need a look'],
  ['rejected', 'rejected'],
  ['skipped', 'skipped'],
];

const LEVEL_ORDER = ['rejected', 'flagged', 'skipped'];
const LEVEL_WORDS: Record<IssueCount['level'], string> = {
  flagged: 'Look at',
  rejected: 'Rejected',
  skipped: 'Skipped',
};

/**
 * The report as people read it in a terminal.
 * @param command what was typed, without `--apply`, so that the next step can be copied
 */
export function reportText(report: ImportReport, command: string): string {
  return [
    heading(report),
    countsText(report.counts),
    columnsText(report.columns),
    listText('Please note', report.notices),
    problemsText(report),
    valuesText(report.values),
    changesText(report.changes),
    questionsText(report),
    nextText(report, command),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function heading({ file, owner, area, list, applied }: ImportReport): string {
  const what = applied ? 'Import' : 'Dry run';
  return `${what} of ${file.name} (${file.format}, ${file.encoding}) for ${owner} in ${area}, list "${list}"`;
}

function countsText(counts: ImportCounts): string {
  const width = Math.max(...COUNT_WORDS.map(([key]) => figure(counts[key]).length));
  return COUNT_WORDS.map(([key, words]) => `  ${figure(counts[key]).padStart(width)}  ${words}`).join('\n');
}

function columnsText(columns: ColumnUse[]): string {
  const used = columns.filter(({ targets }) => targets.some((target) => target !== 'ignore'));
  const width = Math.max(0, ...used.map(({ header }) => header.length));
  const lines = used.map(
    ({ header, targets, how }) =>
      `  ${header.padEnd(width)}  ${targets.join(', ')}${how === 'name' ? '' : ` (${how})`}`,
  );
  const unused = columns
    .filter((use) => ['unknown', 'spare', 'repeated'].includes(use.how))
    .map(({ header, position }) => header || `#${position}`);
  const suggested = columns.flatMap(({ header, suggestion }) =>
    suggestion
      ? [`  "${header}" was not used. If it is a misspelt ${suggestion} column, add --map "${header}=${suggestion}"`]
      : [],
  );
  return ['Columns', ...lines, ...(unused.length > 0 ? [`  not used: ${unused.join(', ')}`] : []), ...suggested].join(
    '\n',
  );
}

function problemsText({ issues, file }: ImportReport): string {
  const urgent = issues.toSorted((a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level));
  const shown = urgent.slice(0, PROBLEMS_SHOWN).map((issue) => {
    const where = issue.column ? ` in ${issue.column}` : '';
    return `  ${LEVEL_WORDS[issue.level]}: ${counted(issue.rows, 'row')}${where}, ${placesText(issue, file.format)}\n    ${issue.example}`;
  });
  const more = issues.length - shown.length;
  return shown.length === 0
    ? ''
    : [
        'Rows to look at',
        ...shown,
        ...(more > 0
          ? [`  and ${counted(more, 'other kind')} of problem: see the report file (--report FILE.json)`]
          : []),
      ].join('\n');
}

function valuesText(values: UnknownValue[]): string {
  const lines = values.map(({ column, text, rows, meant }) => {
    const advice = meant ? `; perhaps "${meant}"` : '';
    return `${column}: ${text === '' ? 'an empty cell' : `"${valueWords(text, LONGEST_SHOWN)}"`}, ${counted(rows, 'row')}${advice}`;
  });
  return listText('Words we do not know (say what each counts as with --value)', lines);
}

function placesText({ rows, lines }: IssueCount, format: string): string {
  const unit = format === 'geojson' ? 'feature' : 'line';
  const all = lines.length === rows;
  return `${all ? '' : 'for instance '}${unit}${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
}

function changesText(changes: RowChange[]): string {
  const lines = changes
    .slice(0, CHANGES_SHOWN)
    .map(({ code, fields }) => `  ${code}: ${fields.map(fieldText).join('; ')}`);
  return lines.length === 0 ? '' : ['Some of the changes', ...lines].join('\n');
}

function fieldText({ field, before, after }: FieldChange): string {
  if (field === 'retiredOn')
    return after === null ? 'back on the list' : `no longer on the list, from ${valueWords(after, LONGEST_SHOWN)}`;
  return `${field} ${valueWords(before, LONGEST_SHOWN)} → ${valueWords(after, LONGEST_SHOWN)}`;
}

function questionsText({ questions }: ImportReport): string {
  return questions.length === 0
    ? ''
    : [
        'Before this can be applied',
        ...questions.map(({ message, answers }) => `  ${message}\n    Add: ${answers.join('   or   ')}`),
      ].join('\n');
}

function nextText({ applied, questions, counts, id }: ImportReport, command: string): string {
  if (applied) return `Applied as import ${id}.`;
  if (questions.length > 0) return 'Nothing was stored. Answer what is asked above and run the command again.';
  if (counts.read > 0 && counts.skipped + counts.rejected === counts.read && counts.gone === 0)
    return 'Nothing was stored: no row could be taken. The reasons stand above.';
  if (counts.added + counts.changed + counts.gone === 0)
    return 'Nothing was stored, and there is nothing to store: the register says the same as the file.';
  return `Nothing was stored. To apply it:\n  ${command} --apply`;
}

function listText(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function figure(count: number): string {
  return count.toLocaleString('en-GB');
}

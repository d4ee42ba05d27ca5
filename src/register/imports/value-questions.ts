import { counted } from '../../kernel/text.ts';
import { shortened } from './cell-identifier-reading.ts';
import type { ImportOptions } from './import-contract.ts';
import type { UnknownValue, ValueTarget } from './value-contract.ts';
import type { ImportCounts, ImportQuestion } from './import-report-contract.ts';

type Code = 'unknown_owner' | 'unknown_state' | 'unknown_kind';
type Subject = {
  code: Code;
  targets: ValueTarget[];
  /** What the words are about, what follows if nobody explains them, and one meaning as an example. */
  about: string;
  follows(rows: string): string;
  example: string;
};

const SUBJECTS: Subject[] = [
  {
    code: 'unknown_owner',
    targets: ['ownership_status'],
    about: 'who owns a place',
    follows: (rows) => `go ahead, the ${rows} with them are not listed`,
    example: 'private',
  },
  {
    code: 'unknown_state',
    targets: ['state', 'tenure_detail'],
    about: 'whether a building is empty',
    follows: (rows) =>
      `go ahead, the new buildings in ${rows} are kept from the public as if they were empty: no name, address or exact place`,
    example: 'in_use',
  },
  {
    code: 'unknown_kind',
    targets: ['kind', 'holding'],
    about: 'what is land and what is a building',
    follows: (rows) => `go ahead, every place in these ${rows} counts as a building`,
    example: 'land',
  },
];
type Counts = Pick<ImportCounts, 'read' | 'added'>;

const WORDS_NAMED = 12;
const ANSWERS_NAMED = 3;

/** What the words of a list raise: whoever imports is asked about each that decides what is published, with what follows. */
export function valueQuestions(
  values: readonly UnknownValue[],
  counts: Counts,
  options: ImportOptions,
): ImportQuestion[] {
  return SUBJECTS.flatMap((subject) => {
    const open = values.filter((value) => subject.targets.includes(value.target) && value.decides > 0);
    return open.length === 0 || options.accept.includes(subject.code) || !asks(subject, open, counts)
      ? []
      : [questionOf(subject, open)];
  });
}

/**
 * An empty cell says nothing that could be explained: it is asked about where it is all there is. Odd words for land and
 * buildings among others that are read are flagged; where they are the rule, somebody must say what they mean.
 */
function asks({ code }: Subject, open: UnknownValue[], { read, added }: Counts): boolean {
  const rows = rowsOf(open);
  if (code === 'unknown_owner') return open.some(({ text }) => text !== '') || rows === read;
  return code === 'unknown_state' || rows * 2 >= added;
}

const rowsOf = (open: UnknownValue[]): number => open.reduce((sum, { decides }) => sum + decides, 0);

function questionOf({ code, about, follows, example }: Subject, open: UnknownValue[]): ImportQuestion {
  const columns = [...new Set(open.map(({ column }) => `"${column}"`))].join(' and ');
  const rows = counted(rowsOf(open), 'row');
  const named = open.slice(0, WORDS_NAMED).map(({ text, decides }) => `${quoted(text)} (${decides})`);
  const more = open.length - named.length;
  const words = `${named.join(', ')}${more > 0 ? ` and ${counted(more, 'other word')}` : ''}`;
  return {
    code,
    message: `The column ${columns} says ${about} in words that we do not know: ${words}. Say what each counts as. If you ${follows(rows)}.`,
    answers: [
      ...open
        .slice(0, ANSWERS_NAMED)
        .map(({ target, text }) => `--value "${target}:${text}=${exampleFor(target, example)}"`),
      `--accept ${code}`,
    ],
  };
}

const exampleFor = (target: ValueTarget, example: string): string =>
  (({ tenure_detail: 'owner_occupied', holding: 'land' }) as Partial<Record<ValueTarget, string>>)[target] ?? example;
const quoted = (text: string): string => (text === '' ? 'an empty cell' : `“${shortened(text)}”`);

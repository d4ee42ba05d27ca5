import {
  type ToldValues,
  type UnknownValue,
  VALUE_MEANINGS,
  VALUE_TARGETS,
  valueKey,
  type ValueTarget,
} from './value-contract.ts';

/** A word as the screen asks about it: with its rows in the file, or as it was explained before. */
export type AskedValue = Pick<UnknownValue, 'target' | 'column' | 'text' | 'meant'> & {
  rows: number | null;
  counts: string;
};

/**
 * The name of the input in which somebody says what a word counts as. It holds the word itself, so that an answer never
 * lands on another word because the list was checked again in the meantime.
 */
export function valueInput(target: ValueTarget, text: string): string {
  const letters = [...valueKey(text)].map((letter) => (letter.codePointAt(0) ?? 0).toString(36));
  return `value_${target}-${letters.join('-')}`;
}

/** The word that an input of that name asks about; undefined for other inputs. */
export function wordOfInput(name: string): { target: ValueTarget; key: string } | undefined {
  const [head = '', ...letters] = name.split('-');
  const target = VALUE_TARGETS.find((one) => head === `value_${one}`);
  const codes = letters.filter((letter) => letter !== '').map((letter) => Number.parseInt(letter, 36));
  if (!target || codes.some((code) => !(code >= 0 && code <= 0x10ffff))) return undefined;
  return { target, key: String.fromCodePoint(...codes) };
}

/** The words to ask about: those that the file has and nobody explained, then those that somebody explained. */
export function askedValues(values: readonly UnknownValue[], told: ToldValues): AskedValue[] {
  const open = values.map((value) => ({ ...value, counts: '' }));
  const explained = VALUE_TARGETS.flatMap((target) =>
    Object.entries(told[target] ?? {}).map(([text, counts]) => ({
      target,
      column: '',
      text,
      meant: null,
      rows: null,
      counts,
    })),
  );
  return [...open, ...explained];
}

/** What the answers of a form say, for the inputs that it has; an empty answer leaves a word unexplained. */
export function valuesIn(
  form: Readonly<Record<string, unknown>>,
  before: ToldValues,
): Record<string, Record<string, string>> {
  const told: Record<string, Record<string, string>> = Object.fromEntries(
    VALUE_TARGETS.map((target) => [target, { ...before[target] }]),
  );
  for (const [name, answer] of Object.entries(form)) {
    const word = wordOfInput(name);
    if (!word || typeof answer !== 'string') continue;
    const words = { ...told[word.target] };
    if (answer === '') delete words[word.key];
    else words[word.key] = answer;
    told[word.target] = words;
  }
  return Object.fromEntries(Object.entries(told).filter(([, words]) => Object.keys(words).length > 0));
}

/** Whether an answer is one of those that its kind of column allows. */
export const isMeaning = (target: ValueTarget, answer: string): boolean =>
  (VALUE_MEANINGS[target] as readonly string[]).includes(answer);

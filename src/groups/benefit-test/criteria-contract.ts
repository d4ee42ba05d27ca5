import { z } from 'zod';
import { GATE_IDS, TOP_MARK, line, whole, criterionSchema, type Criterion, gateSchema } from './criterion-contract.ts';

/** The three ways to a place. Each has questions, marks and gates of its own. */
export const PATHS = ['land', 'building', 'room'] as const;
export type PathName = (typeof PATHS)[number];
/** A percentage with at most one decimal, so that it can be compared in whole numbers. */
const percentage = (what: string) => {
  const says = `Give ${what} as a number from 0 to 100, with one decimal at most.`;
  return z
    .number(says)
    .min(0, says)
    .max(100, says)
    .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, says);
};

export const pathSchema = z
  .strictObject({
    pass_mark: percentage('the pass mark'),
    /** So far below the mark a result is still NEARLY, in percent of all points. */
    near_band: percentage('the band below the pass mark'),
    /** How long a passed test is good for further bookings; null where each case has its own. */
    validity_months: whole('for how many months a passed test is good', 1, 120).nullable(),
    /** How early before its end a passed test may be renewed, and when its end is told, in days. */
    renew_days: whole('how many days before its end a test may be renewed', 1, 365),
    remind_days: z
      .array(whole('the days of reminders', 1, 365), 'Give the days before the end on which we remind, as a list.')
      .max(5, 'Remind up to five times.'),
    /** Working days: until the result, for the one improvement, and for asking for a review. */
    result_working_days: whole('the working days until the result', 1, 250),
    improve_working_days: whole('the working days to improve', 1, 250),
    review_working_days: whole('the working days for a review', 1, 250),
    criteria: z
      .array(criterionSchema, 'List the questions.')
      .min(1, 'List at least one question.')
      .max(30, 'Ask up to 30 questions.'),
    gates: z.array(gateSchema, 'List the gates; an empty list is fine.').max(GATE_IDS.length, 'List each gate once.'),
  })
  .check(({ value, issues }) => {
    const wrong = (message: string, path: string[]): void =>
      void issues.push({ code: 'custom', message, path, input: value });
    const sum = value.criteria.reduce((total, { weight }) => total + weight, 0);
    if (sum !== 100) wrong(`The weights come to ${sum}. Change them so that they come to 100.`, ['criteria']);
    for (const id of twice(value.criteria)) wrong(`The question ${id} is there twice. Ask each once.`, ['criteria']);
    for (const id of twice(value.gates)) wrong(`The gate ${id} is there twice. List each once.`, ['gates']);
    if (value.near_band > value.pass_mark)
      wrong('The band below the pass mark is wider than the mark itself. Make it narrower.', ['near_band']);
  });
export type PathRules = z.infer<typeof pathSchema>;

/**
 * A criteria set: the questions, marks and gates that an area's members adopt. Once stored it never changes: another version takes
 * its place from a day on, and cases stay with the version that was in force on the day they were complete.
 */
export const criteriaSetSchema = z
  .strictObject({
    version: z
      .string('Name the version.')
      .regex(
        /^[a-z0-9][a-z0-9.-]{0,39}$/,
        'Name the version in small letters, digits, dots and hyphens, such as cbt-2.',
      ),
    valid_from: z.iso.date('Give the first day on which the version counts, as year-month-day.'),
    /** Null in a set that is only proposed. */
    adopted_by: line('who adopted it', 200).nullable(),
    minute_ref: line('the reference of the minute', 200).nullable(),
    languages: z
      .array(
        z.string().regex(/^[a-z]{2}$/, 'Name languages with two letters, such as en or cy.'),
        'List the languages.',
      )
      .min(1, 'List at least one language.'),
    scoring: z.strictObject({
      /** From this difference on two scorers write down how they came to one mark; below it the second confirms one of the two. */
      moderation_from: whole('the difference that needs moderation', 1, TOP_MARK),
      /** Characters that a reason has at least. */
      reason_at_least: whole('how long a reason is at least', 1, 500),
      /** Two uses whose benefit differs by less than this, in percent, count as close. */
      close_gap: percentage('the gap below which two uses count as close'),
    }),
    paths: z.strictObject({ land: pathSchema, building: pathSchema, room: pathSchema }),
  })
  .check(({ value, issues }) => {
    for (const [path, given] of textsIn(value)) {
      const missing = value.languages.filter((language) => !(language in given));
      const unknown = Object.keys(given).filter((language) => !value.languages.includes(language));
      if (missing.length > 0)
        issues.push({
          code: 'custom',
          message: `Add the text in ${missing.join(', ')}, or take the language out of the list.`,
          path,
          input: given,
        });
      if (unknown.length > 0)
        issues.push({
          code: 'custom',
          message: `Add ${unknown.join(', ')} to the list of languages, or take the text out.`,
          path,
          input: given,
        });
    }
  });
export type CriteriaSet = z.infer<typeof criteriaSetSchema>;

/** A set as it is stored for an area; one that is only proposed has no id yet. */
export type StoredSet = {
  id: string | null;
  areaId: string;
  sha256: string;
  storedAt: string | null;
  set: CriteriaSet;
};

/** A text in one of its languages. */
export function textIn(given: Readonly<Record<string, string>> | undefined, language = 'en'): string {
  return given?.[language] ?? Object.values(given ?? {})[0] ?? '';
}

export function anchorsIn({ anchors }: Pick<Criterion, 'anchors'>, language = 'en'): readonly string[] {
  return anchors[language] ?? Object.values(anchors)[0] ?? [];
}

/** Gates of a case for which the group is asked to write something. */
export const asksOf = (gates: PathRules['gates']): PathRules['gates'] =>
  gates.filter(({ of, asks }) => of === 'case' && asks !== undefined);

function* textsIn({ paths }: { paths: Record<PathName, PathRules> }): Generator<[(string | number)[], object]> {
  for (const name of PATHS) {
    for (const [index, { text, why, evidence, help, anchors }] of paths[name].criteria.entries()) {
      for (const [key, given] of Object.entries({ text, why, evidence, help, anchors }))
        if (given) yield [['paths', name, 'criteria', index, key], given];
    }
    for (const [index, { text, note, asks, before_start }] of paths[name].gates.entries()) {
      for (const [key, given] of Object.entries({ text, note, asks, before_start }))
        if (given) yield [['paths', name, 'gates', index, key], given];
    }
  }
}

function twice(list: readonly { id: string }[]): string[] {
  const ids = list.map(({ id }) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

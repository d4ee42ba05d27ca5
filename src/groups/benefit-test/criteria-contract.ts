import { z } from 'zod';

/** The three ways to a place. Each has questions, marks and gates of its own. */
export const PATHS = ['land', 'building', 'room'] as const;
export type PathName = (typeof PATHS)[number];
/** What must hold apart from any marks. An area may leave gates out, and may not invent any: each needs somebody who checks it. */
export const GATE_IDS = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10'] as const;
export type GateId = (typeof GATE_IDS)[number];
/** D: answered before a decision. S: answered before use starts. */
export const STAGES = ['D', 'S'] as const;
export const CHECKERS = ['owner', 'broker', 'applicant'] as const;
export const SIDES = ['benefit', 'delivery'] as const;
/** Marks go from 0 to this, in whole numbers, the same for every question. */
export const TOP_MARK = 4;
const ANCHORS = TOP_MARK + 1;

const line = (what: string, most = 600) =>
  z.string(`Write ${what}.`).trim().min(1, `Write ${what}.`).max(most, `Shorten ${what} to ${most} characters.`);
const words = (what: string) => z.record(z.string(), line(what), `Write ${what}, a text for each language.`);
const whole = (what: string, least: number, most: number) => {
  const says = `Give ${what} as a whole number from ${least} to ${most}.`;
  return z.number(says).int(says).min(least, says).max(most, says);
};
/** A percentage with at most one decimal, so that it can be compared in whole numbers. */
const percentage = (what: string) => {
  const says = `Give ${what} as a number from 0 to 100, with one decimal at most.`;
  return z
    .number(says)
    .min(0, says)
    .max(100, says)
    .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, says);
};

export const criterionSchema = z.strictObject({
  id: z
    .string('Give each question an id.')
    .regex(/^[A-Z][A-Z0-9]{1,11}$/, 'Name each question with 2 to 12 capital letters, such as NEED.'),
  weight: whole('the weight', 1, 100),
  /** The least mark without which the test is not passed; 0 for none. */
  min: whole('the least mark', 0, TOP_MARK),
  side: z.enum(SIDES, 'Say which side the question is on: benefit or delivery.'),
  /** Whether it counts when a proposal is compared with another use. */
  compared: z.boolean('Say whether the question counts when two uses are compared: true or false.'),
  text: words('the question'),
  why: words('why it is asked'),
  evidence: words('what may show it'),
  help: words('what helps to answer').optional(),
  anchors: z.record(
    z.string(),
    z.array(line('what the mark stands for')).length(ANCHORS, 'Write five anchors, one for each mark from 0 to 4.'),
    'Write the anchors, five for each language.',
  ),
  /** Signatures beyond this number add nothing. */
  counts_to: whole('how many signatures count', 1, 1_000_000).optional(),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const gateSchema = z.strictObject({
  id: z.enum(GATE_IDS, 'Use a gate from G1 to G10: nobody is there to check another.'),
  stage: z.enum(STAGES, 'Say when the gate is checked: D before the decision, S before the start.'),
  /** Asked once with the test, or anew for each booking that the test opens. */
  of: z.enum(['case', 'booking'], 'Say whether the gate is asked once with the case or with each booking.'),
  checker: z.enum(CHECKERS, 'Say who answers the gate: owner, broker or applicant.'),
  /** A gate of the law: where its owner fails to check it, the monitoring officer is asked. */
  legal: z.boolean('Say whether the gate is one of the law: true or false.'),
  /** So many of the group's adults (lead and deputies) are needed; then the group's own page answers the gate. */
  people: whole('the number of adults', 1, 20).optional(),
  text: words('the gate’s question'),
  note: words('the gate’s note'),
  /** What the group is asked to write for it. */
  asks: words('what the group is asked').optional(),
  before_start: words('what is shown before the start').optional(),
});
export type Gate = z.infer<typeof gateSchema>;

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

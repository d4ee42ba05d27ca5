import { z } from 'zod';

/** What must hold apart from any marks. An area may leave gates out, and may not invent any: each needs somebody who checks it. */
export const GATE_IDS = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10'] as const;

export type GateId = (typeof GATE_IDS)[number];

/** D: answered before a decision. S: answered before use starts. */
const STAGES = ['D', 'S'] as const;

const CHECKERS = ['owner', 'broker', 'applicant'] as const;

const SIDES = ['benefit', 'delivery'] as const;

/** Marks go from 0 to this, in whole numbers, the same for every question. */
export const TOP_MARK = 4;

const ANCHORS = TOP_MARK + 1;

/** A text on one line that somebody must write. */
export const line = (what: string, most = 600) =>
  z.string(`Write ${what}.`).trim().min(1, `Write ${what}.`).max(most, `Shorten ${what} to ${most} characters.`);

const words = (what: string) => z.record(z.string(), line(what), `Write ${what}, a text for each language.`);

/** A whole number between two bounds. */
export const whole = (what: string, least: number, most: number) => {
  const says = `Give ${what} as a whole number from ${least} to ${most}.`;
  return z.number(says).int(says).min(least, says).max(most, says);
};

/** One question of a criteria set, with what each mark from 0 to 4 stands for. */
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

/** One gate of a criteria set. */
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

import { z } from 'zod';
import { dayShape } from '../../ground/cases/standing-schema-contract.ts';
import { GATE_ANSWERS, OUTCOMES, type ExplainedResult } from './benefit-contract.ts';
import { PATHS } from './criteria-contract.ts';
import { GATE_IDS } from './criterion-contract.ts';

const tally = { points: z.number(), possible: z.number() };
const rise = z.strictObject({ id: z.string(), from: z.number(), to: z.number() });

/** A result with everything that explains it, for the description of the API. */
export const resultShape = z.strictObject({
  resultOn: dayShape,
  reviewBy: dayShape.nullable(),
  improveBy: dayShape.nullable(),
  validUntil: dayShape.nullable(),
  version: z.string().describe('Of the criteria set'),
  sha256: z.string().describe('Of the criteria set'),
  inputs: z.string().describe('Of all that it was made from: same inputs, same hash'),
  language: z.string(),
  provisional: z.literal(true).exactOptional().describe('Published because its time was up'),
  sheets: z.number().exactOptional(),
  lowered: z.array(z.string()).exactOptional(),
  path: z.enum(PATHS),
  outcome: z.enum(OUTCOMES),
  ...tally,
  benefit: z.strictObject(tally).describe('Of the questions by which two uses of one place are compared'),
  passMark: z.number(),
  lines: z.array(
    z.strictObject({
      id: z.string(),
      question: z.string(),
      mark: z.number(),
      anchor: z.string().describe('What the mark stands for'),
      reasons: z.array(z.string()),
      ...tally,
      min: z.number().describe('The least mark without which there is no pass'),
    }),
  ),
  failedMinima: z.array(z.string()),
  gates: z.array(
    z.strictObject({
      id: z.enum(GATE_IDS),
      answer: z.enum(GATE_ANSWERS),
      note: z.string().nullable(),
      question: z.string(),
      beforeStart: z.string().nullable(),
    }),
  ),
  changes: z
    .strictObject({ single: z.array(rise), together: z.array(rise), gates: z.array(z.enum(GATE_IDS)) })
    .describe('What would have brought a pass'),
}) satisfies z.ZodType<ExplainedResult>;

import { z } from 'zod';
import { TURNS, type Standing } from './standing-contract.ts';

/** A day, for the description of the API. */
export const dayShape = z.string().meta({ format: 'date' });

const step = z.strictObject({
  kind: z.string(),
  turn: z.enum(TURNS).describe('Who has something to do'),
  next: z.string().describe('What is next'),
  by: dayShape.nullable().describe('The last day for it'),
  how: z.string().nullable().describe('How it is done, or what happens when nobody acts'),
});

/** Where a case stands, for the description of the API. */
export const standingShape = z.strictObject({
  stage: z.string().describe('In a word or two'),
  steps: z.tuple([step], step).describe('The first is whose turn it is'),
  meanwhile: z.array(step),
}) satisfies z.ZodType<Standing>;

/** What has happened, for everybody to read. */
export const historyShape = z.array(z.strictObject({ on: dayShape, text: z.string() }));

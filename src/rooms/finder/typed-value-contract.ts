import { z } from 'zod';
import { minuteOf } from '../spaces/time-contract.ts';

/** Forms send empty values, which mean that nothing was said. */
const unsaid = z.literal('').transform(() => undefined);

const said = <S extends z.ZodType>(schema: S) => z.union([unsaid, schema]).optional();

/** One of a list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, message: string) =>
  said(z.enum(values, message));

/** Text of so many characters at most. */
export const text = (most: number, message: string) =>
  z
    .string(message)
    .max(most, message)
    .transform((given) => given.trim() || undefined)
    .optional();

/** Several of a list. */
export const anyOf = <const T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [
      ...new Set(
        [given]
          .flat()
          .flatMap((one) => one.split(','))
          .filter((one) => one !== ''),
      ),
    ])
    .pipe(z.array(z.enum(values, message)))
    .optional();

/** Digits only: "1e9", "0x10" and "NaN" are no numbers that people write. */
export const number = (least: number, most: number, message: string) =>
  said(
    z
      .string(message)
      .trim()
      .regex(/^-?\d{1,7}(\.\d{1,8})?$/, message)
      .transform(Number)
      .pipe(z.number(message).min(least, message).max(most, message)),
  );

/** A whole number. */
export const whole = (least: number, most: number, message: string) =>
  said(
    z
      .string(message)
      .trim()
      .regex(/^\d{1,6}$/, message)
      .transform(Number)
      .pipe(z.int(message).min(least, message).max(most, message)),
  );

const isReal = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** A calendar day. */
export const day = (message: string) =>
  said(
    z
      .string(message)
      .trim()
      .regex(/^(19|20|21)\d\d-\d\d-\d\d$/, message)
      .refine(isReal, 'There is no such date. Check the day and the month.'),
  );

/** A time of day. */
export const time = (message: string) =>
  said(
    z
      .string(message)
      .max(12, message)
      .transform((given, context) => minuteOf(given) ?? (context.addIssue(message), z.NEVER)),
  );

/** Money, typed in pounds. */
export const pounds = (message: string) =>
  said(
    z
      .string(message)
      .trim()
      .regex(/^£?\s?\d{1,6}(\.\d{1,2})?$/, message)
      .transform((given) => Math.round(Number(given.replace(/[£\s]/g, '')) * 100)),
  );

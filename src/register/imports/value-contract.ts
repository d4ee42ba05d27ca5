import { z } from 'zod';
import {
  ASSET_KINDS,
  ASSET_STATES,
  HOLDINGS,
  SUITABILITIES,
  TENURE_DETAILS,
  TENURES,
} from '../assets/asset-contract.ts';

/** Who owns a place, as far as a list says it. Only what is public, wholly or in part, is ever listed. */
export const OWNERSHIP_MEANINGS = ['public', 'private', 'mixed', 'unknown'] as const;
export type OwnershipMeaning = (typeof OWNERSHIP_MEANINGS)[number];

/** Columns whose cells are values of a list of ours, and what each of their words may count as. */
export const VALUE_MEANINGS = {
  ownership_status: OWNERSHIP_MEANINGS,
  state: ASSET_STATES,
  tenure_detail: TENURE_DETAILS,
  kind: ASSET_KINDS,
  holding: HOLDINGS,
  tenure: TENURES,
  suitability: SUITABILITIES,
} as const;
export type ValueTarget = keyof typeof VALUE_MEANINGS;
export type Meaning<T extends ValueTarget> = (typeof VALUE_MEANINGS)[T][number];
export const VALUE_TARGETS = Object.keys(VALUE_MEANINGS) as ValueTarget[];

const wordsFor = <const T extends readonly [string, ...string[]]>(meanings: T) =>
  z.record(z.string(), z.enum(meanings, `A value counts as one of: ${meanings.join(', ')}.`)).optional();

/** What somebody said that the words of a list count as: for each kind of column the word (see `valueKey`) and its meaning. */
export const toldValuesSchema = z.strictObject(
  {
    ownership_status: wordsFor(OWNERSHIP_MEANINGS),
    state: wordsFor(ASSET_STATES),
    tenure_detail: wordsFor(TENURE_DETAILS),
    kind: wordsFor(ASSET_KINDS),
    holding: wordsFor(HOLDINGS),
    tenure: wordsFor(TENURES),
    suitability: wordsFor(SUITABILITIES),
  },
  `Only values of these can be explained: ${VALUE_TARGETS.join(', ')}.`,
);
export type ToldValues = { [T in ValueTarget]?: Record<string, Meaning<T>> | undefined };

/** A word of a file that no list of ours has. An empty `text` stands for an empty cell. */
export type UnknownValue = {
  target: ValueTarget;
  column: string;
  text: string;
  rows: number;
  /** Rows in which the word decides what is published: there the careful meaning holds until somebody says another. */
  decides: number;
  /** What it is nearly; to be suggested, never used. */
  meant: string | null;
};

/** A word as it is remembered and found again: whatever its capitals and blanks. */
export function valueKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

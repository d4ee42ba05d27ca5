import type { PetitionBasis } from './petition-contract.ts';
import {
  REFUSED,
  SIGN_CHANNELS,
  type RefusedSignature,
  type SignatureCount,
  type SignChannel,
} from './signature-contract.ts';

type Terms = Readonly<Record<'petition_percent' | 'petition_least' | 'petition_most' | 'petition_sponsored', number>>;
/** A tenth around the threshold: there a slip of a clerk could decide (casework reference, second part, section 4). */
const NEAR = 0.1;

/** How many valid signatures it takes: a share of the residents within limits, the upper one where nobody knows how many they are. */
export function thresholdFor(residents: number | null, terms: Terms): number {
  const { petition_percent: percent, petition_least: least, petition_most: most } = terms;
  if (residents === null) return most;
  return Math.min(most, Math.max(least, Math.ceil((residents * percent) / 100)));
}

/** How many it takes where a councillor sponsors it: never more than without. */
export const sponsoredFor = (threshold: number, { petition_sponsored }: Terms): number =>
  Math.min(threshold, petition_sponsored);

/** Whether enough have signed, and why; null where not. A sponsor is an equal way, not a lesser one. */
export function basisOf(
  { valid, sponsored }: { valid: number; sponsored: boolean },
  threshold: number,
  terms: Terms,
): PetitionBasis | null {
  if (valid >= threshold) return 'signatures';
  return sponsored && valid >= sponsoredFor(threshold, terms) ? 'sponsor' : null;
}

/** Whether so many are so close to the threshold that every sheet is typed twice. */
export const isNear = (valid: number, threshold: number): boolean =>
  Math.abs(valid - threshold) <= Math.floor(threshold * NEAR);

/** Counts as everybody reads them: how many are valid, by channel and by ward, and how many are not, by why. */
export type Tally = {
  valid: number;
  byChannel: Readonly<Record<SignChannel, number>>;
  byWard: readonly { wardId: string; n: number }[];
  refused: Readonly<Record<RefusedSignature, number>>;
  /** All that were confirmed or typed, valid or not. */
  all: number;
};

export function tallyOf(counts: readonly SignatureCount[]): Tally {
  const sum = (of: readonly SignatureCount[]): number => of.reduce((all, { n }) => all + n, 0);
  const valid = counts.filter(({ standing }) => standing === 'valid');
  const wards = [...new Set(valid.map(({ wardId }) => wardId))];
  return {
    valid: sum(valid),
    byChannel: Object.fromEntries(
      SIGN_CHANNELS.map((channel) => [channel, sum(valid.filter((one) => one.channel === channel))]),
    ) as Record<SignChannel, number>,
    byWard: wards.map((wardId) => ({ wardId, n: sum(valid.filter((one) => one.wardId === wardId)) })),
    refused: Object.fromEntries(
      REFUSED.map((why) => [why, sum(counts.filter(({ standing }) => standing === why))]),
    ) as Record<RefusedSignature, number>,
    all: sum(counts.filter(({ standing }) => standing !== 'unconfirmed')),
  };
}

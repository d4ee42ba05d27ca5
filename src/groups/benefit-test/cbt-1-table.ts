import type { CriteriaSet, PathName, PathRules } from './criteria-contract.ts';
import { gatesOf } from './cbt-1-gate-table.ts';
import { ROOM_GATES } from './cbt-1-room-gate-table.ts';
import { ASKED } from './cbt-1-question-table.ts';
import type { Criterion } from './criterion-contract.ts';

/** Marks without which a path is not passed. */
const AT_LEAST_2: Record<PathName, readonly string[]> = {
  land: ['BEN', 'USE', 'DEL'],
  building: ['NEED', 'BEN', 'INC', 'DEL', 'FIN'],
  room: ['BEN', 'DEL'],
};

const criteriaOf = (path: PathName): Criterion[] =>
  ASKED.flatMap(({ weights, room, text, why, evidence, anchors, ...rest }) => {
    const [weight, own] = [weights[path], path === 'room' ? room : undefined];
    if (weight === undefined) return [];
    return [
      {
        ...rest,
        weight,
        min: AT_LEAST_2[path].includes(rest.id) ? 2 : 0,
        text: { en: text },
        why: { en: why },
        evidence: { en: evidence },
        ...(own && { help: { en: own.help } }),
        anchors: { en: [...(own?.anchors ?? anchors)] },
      },
    ];
  });

const ALIKE = {
  near_band: 10,
  renew_days: 60,
  remind_days: [28, 7],
  improve_working_days: 20,
  review_working_days: 20,
};
const pathOf = (
  path: PathName,
  own: Pick<PathRules, 'pass_mark' | 'validity_months' | 'result_working_days' | 'gates'>,
): PathRules => ({ ...ALIKE, ...own, criteria: criteriaOf(path) });

/**
 * The first version of the community benefit test, which goes until an area's members adopt another. Weights, marks and words are
 * proposals (Young Foundation 2010, section 5, worked out for the portal); they are data, and `cli criteria adopt` takes their place.
 */
export const CBT_1: CriteriaSet = {
  version: 'cbt-1',
  valid_from: '2026-01-01',
  adopted_by: null,
  minute_ref: null,
  languages: ['en'],
  scoring: { moderation_from: 2, reason_at_least: 20, close_gap: 5 },
  paths: {
    land: pathOf('land', { pass_mark: 55, validity_months: null, result_working_days: 20, gates: gatesOf('land') }),
    building: pathOf('building', {
      pass_mark: 60,
      validity_months: null,
      result_working_days: 30,
      gates: gatesOf('building'),
    }),
    room: pathOf('room', { pass_mark: 50, validity_months: 12, result_working_days: 10, gates: ROOM_GATES }),
  },
};

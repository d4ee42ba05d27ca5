import { WEEKDAYS } from '../../kernel/recurrence-contract.ts';
import { FACILITIES } from '../spaces/facility-contract.ts';
import { PARTS_OF_DAY, type CoarseNeed, type Need, type PartOfDay, type UnmetNeeds } from './need-contract.ts';
import { weekdaysOf } from './wanted-rules.ts';
import type { Wish } from './wish-rules.ts';

/** Fewer people than this are not told of: one or two could be recognised. */
const FEWEST = 3;
const NOON = 12 * 60;
const EVENING = 17 * 60;

/** All that is kept of a wish for others to read: weekdays, part of the day, facilities. */
export function coarseOf({ dates, asked: { time, needs } }: Pick<Wish, 'dates' | 'asked'>): CoarseNeed {
  return { weekdays: weekdaysOf(dates), part: partOf(time?.earliest ?? 0), needs };
}

const partOf = (minute: number): PartOfDay => (minute < NOON ? 'morning' : minute < EVENING ? 'afternoon' : 'evening');

/** What several people look for alike. Each person counts once in a group, however many needs they saved. */
export function unmetNeeds(needs: readonly Pick<Need, 'personId' | 'coarse'>[]): UnmetNeeds {
  const groups = WEEKDAYS.flatMap((weekday) =>
    PARTS_OF_DAY.map((part) => {
      const alike = needs.filter(({ coarse }) => coarse.part === part && coarse.weekdays.includes(weekday));
      const facilities = FACILITIES.map((facility) => ({
        facility,
        people: people(alike.filter(({ coarse }) => coarse.needs.includes(facility))),
      }));
      return { weekday, part, people: people(alike), needs: facilities.filter((one) => one.people >= FEWEST) };
    }),
  );
  const all = people(needs);
  return {
    people: all >= FEWEST ? all : 0,
    groups: groups.filter((group) => group.people >= FEWEST).toSorted((one, other) => other.people - one.people),
  };
}

const people = (needs: readonly Pick<Need, 'personId'>[]): number =>
  new Set(needs.map(({ personId }) => personId)).size;

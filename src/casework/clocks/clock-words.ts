import type { DayRole, Unit } from './clock-contract.ts';

const UNIT_WORDS: Record<Unit, { one: string; many: string }> = {
  working_days: { one: 'working day', many: 'working days' },
  days: { one: 'day', many: 'days' },
};

/** Why a day is passed over, or what number it has. */
export const roleWords = (role: DayRole, number: number, why = ''): string =>
  ({
    start: 'Day 0: counting begins the day after',
    counted: `Day ${number}`,
    weekend: 'Weekend: not counted',
    holiday: 'Bank holiday: not counted',
    paused: `Paused${why === '' ? '' : ` (${why})`}: not counted`,
  })[role];

/** "15 working days" */
export const lengthWords = (count: number, unit: Unit): string =>
  `${count} ${count === 1 ? UNIT_WORDS[unit].one : UNIT_WORDS[unit].many}`;

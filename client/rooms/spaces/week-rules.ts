import { WEEKDAYS, type Weekday } from '../../../src/kernel/recurrence-contract.ts';
import { DAY_SETS } from '../../../src/rooms/spaces/hours-contract.ts';
import { WEEKDAY_WORDS } from '../../../src/rooms/spaces/space-words.ts';
import { clockOf, minuteOf } from '../../../src/rooms/spaces/time-contract.ts';

/** One stretch of one weekday as the grid draws it: line `line` of the form. Minutes of the day. */
export type Block = { line: number; weekday: Weekday; from: number; to: number };
/** What a line of the form holds that the grid knows of. */
export type Line = { line: number; days: string; from: string; to: string };
export type Move =
  'earlier' | 'later' | 'hour_earlier' | 'hour_later' | 'end_earlier' | 'end_later' | 'day_before' | 'day_after';

/** Times snap to quarters of an hour. */
export const STEP = 15;
/** Minutes. */
export const DAY = 24 * 60;
const SHORTEST = STEP;

/** The blocks that the lines of the form make; lines that are empty or not right make none. */
export function blocksIn(lines: readonly Line[]): Block[] {
  return lines.flatMap(({ line, days, from, to }) => {
    const [start, ends] = [minuteOf(from), minuteOf(to)];
    const end = ends === 0 ? DAY : ends;
    if (start === undefined || end === undefined || end <= start) return [];
    return (DAY_SETS[days] ?? WEEKDAYS.filter((day) => String(day) === days)).map((weekday) => ({
      line,
      weekday,
      from: start,
      to: end,
    }));
  });
}

/** A block after a move; it stays within its day and the week, and is never shorter than a step. */
export function moved(block: Block, move: Move): Block {
  const { from, to, weekday } = block;
  if (move === 'day_before' || move === 'day_after')
    return { ...block, weekday: clamped(weekday + (move === 'day_after' ? 1 : -1), 1, 7) as Weekday };
  if (move === 'end_earlier' || move === 'end_later')
    return { ...block, to: clamped(to + (move === 'end_later' ? STEP : -STEP), from + SHORTEST, DAY) };
  const by = { earlier: -STEP, later: STEP, hour_earlier: -60, hour_later: 60 }[move];
  return shifted(block, by);
}

/** The same length, so many minutes later. */
export function shifted(block: Block, minutes: number): Block {
  const by = clamped(minutes, -block.from, DAY - block.to);
  return { ...block, from: block.from + by, to: block.to + by };
}

/** A new block on a day: after what there is already, or in the evening. */
export function newBlock(blocks: readonly Block[], weekday: Weekday, line: number): Block {
  const last = Math.max(0, ...blocks.filter((block) => block.weekday === weekday).map(({ to }) => to));
  const from = last === 0 ? 18 * 60 : Math.min(last, DAY - 60);
  return { line, weekday, from, to: last === 0 ? 21 * 60 : Math.min(from + 120, DAY) };
}

/** Which of how many columns within its day each block gets, so that those that hold at the same time stand side by side. */
export function lanes(blocks: readonly Block[]): { lane: number; of: number }[] {
  return blocks.map((block, index) => {
    const together = blocks
      .map((other, at) => ({ other, at }))
      .filter(({ other }) => other.weekday === block.weekday && other.from < block.to && block.from < other.to);
    return { lane: together.findIndex(({ at }) => at === index), of: together.length };
  });
}

/** What the grid shows: from six in the morning, or earlier where something is. */
export const firstMinute = (blocks: readonly Block[]): number =>
  Math.min(6 * 60, ...blocks.map(({ from }) => Math.floor(from / 60) * 60));

export const blockWords = ({ weekday, from, to }: Block): string =>
  `${WEEKDAY_WORDS[weekday]} ${clockOf(from)} to ${clockOf(to)}`;

/** What is said after a change: the new times, and whether something else holds at the same time. */
export function announcement(block: Block, others: readonly Block[]): string {
  const clash = others.find(
    (other) =>
      other.line !== block.line && other.weekday === block.weekday && other.from < block.to && block.from < other.to,
  );
  return `${blockWords(block)}${clash ? `, at the same time as ${blockWords(clash)}` : ''}.`;
}

const clamped = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** A line may stand for several days, so that its number alone is not enough. */
export const keyOf = ({ line, weekday }: Block): string => `${line}-${weekday}`;

import {
  SIDES,
  TIMED_SIDES,
  type ClockShown,
  type Floor,
  type Side,
  type Speaker,
  type TimedSide,
} from './speaking-contract.ts';

type Had = Pick<Speaker, 'id' | 'side' | 'manner' | 'seconds'>;
const SECOND_MS = 1_000;

/** Whole seconds for which somebody has had the floor by now, this time; 0 where nobody has it. */
const runningSeconds = ({ since }: Pick<Floor, 'since'>, now: Date): number =>
  since === null ? 0 : Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / SECOND_MS));

/** Seconds that a side has used by now, with what is running. */
const usedBy = (side: Side, floor: Floor, speakers: readonly Had[], now: Date): number =>
  speakers
    .filter((one) => one.side === side)
    .reduce((sum, one) => sum + (one.seconds ?? 0) + (one.id === floor.speakerId ? runningSeconds(floor, now) : 0), 0);

/** The clock as everybody sees it: equal time for and against, whoever has more to say. */
export function clockOf(floor: Floor, speakers: readonly Had[], now: Date): ClockShown {
  const has = speakers.find(({ id }) => id === floor.speakerId);
  const left = (side: TimedSide): number => Math.max(0, floor.sideSeconds - usedBy(side, floor, speakers, now));
  const spoke = (side: Side): number =>
    speakers.filter((one) => one.side === side && (one.seconds !== null || one.id === floor.speakerId)).length;
  return {
    left: { for: left('for'), against: left('against') },
    other: usedBy('other', floor, speakers, now),
    running: has ? { side: has.side, read: has.manner === 'statement' } : null,
    spoke: Object.fromEntries(SIDES.map((side) => [side, spoke(side)])) as Record<Side, number>,
    version: floor.version,
  };
}

/** Why somebody cannot have the floor now; null where they can. A side whose time is over gets more only together with the other. */
export function whyNotFloor(clock: ClockShown, { side, manner }: Pick<Speaker, 'side' | 'manner'>): string | null {
  const timed = TIMED_SIDES.find((one) => one === side);
  if (timed === undefined || clock.left[timed] > 0) return null;
  const what = manner === 'statement' ? 'Statements that are read out count too. ' : '';
  return `The time of those who speak ${side} it is over. ${what}Give both sides more time first.`;
}

/** Whoever had the floor, with the time that they had it by now. */
export const afterSpeaking = (speaker: Speaker, floor: Floor, now: Date): Speaker => ({
  ...speaker,
  seconds: (speaker.seconds ?? 0) + runningSeconds(floor, now),
});

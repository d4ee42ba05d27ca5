import type { Manner, Side } from './speaking-contract.ts';

export const SIDE_WORDS: Record<Side, { name: string; hint?: string }> = {
  for: { name: 'For it' },
  against: { name: 'Against it' },
  other: { name: 'A question, or something else', hint: 'It takes neither side’s time.' },
};
export const MANNER_WORDS: Record<Manner, { name: string; hint: string }> = {
  in_room: { name: 'I speak in the room', hint: 'You are called up' },
  online: { name: 'I speak from home', hint: 'By telephone or online' },
  statement: { name: 'It is read out for me', hint: 'It counts like a speech' },
};
/** The same as whoever runs the clock reads it. */
export const MANNER_NOTES: Record<Manner, string> = {
  in_room: 'In the room',
  online: 'From home',
  statement: 'To be read out',
};

/** "7:05" */
export const clockWords = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

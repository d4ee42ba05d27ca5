import { counted } from '../../kernel/text.ts';

/** "3 rooms fit." */
export const countWords = (count: number, near: number): string =>
  count > 0
    ? `${counted(count, 'room')} ${count === 1 ? 'fits' : 'fit'}.`
    : near > 0
      ? `No room fits all of that. ${counted(near, 'room')} nearly ${near === 1 ? 'does' : 'do'}.`
      : 'No room fits all of that.';

/** What stands over and between the rooms that were found. */
export const resultWords = {
  fit: 'Rooms that fit',
  around: 'Rooms',
  near: 'Rooms that nearly fit',
  nearToo: 'More rooms, which nearly fit',
  leftOut: 'Left out, and why',
  nothing: 'No room fits all of that',
  change: 'What you could change',
  noChange:
    'Changing one thing alone does not help. Start again with fewer wishes, or let us tell you when something opens.',
  notYet: 'Say a little more, and we look',
  jump: 'Go to the rooms',
  searchThat: 'Look for that instead',
  more: (count: number) =>
    `${counted(count, 'more room')} ${count === 1 ? 'fits' : 'fit'} as well. Narrow down what you need to see ${count === 1 ? 'it' : 'them'}.`,
  limited: (most: number, near: boolean) =>
    near
      ? `There are many rooms around: we looked at the ${most.toLocaleString('en-GB')} nearest.`
      : `There are many rooms: we looked at ${most.toLocaleString('en-GB')} of them. Say near where, and we look at the nearest.`,
  byName:
    'In order of name. Say near where, and the nearest come first. Say when, and you see which are free and the whole price.',
  byDistance:
    'The nearest first. Say when you need it, and you see which are free on all your dates, and the whole price.',
  lead: 'Say when you need it, for how many people and what it must have. You see what is free on every date, and the whole price, before you ask anybody.',
  mapLabel: 'Map of the rooms, with the numbers of the list',
  mapNeedsScripts: 'The map needs JavaScript. The list has the same rooms in the same order.',
} as const;

/** What is looked for where no last date is given. */
export const periodHint = 'Left empty: twelve weeks from next week on.';

/** The heading of the finder, by where somebody looks. */
export const headingWords = (near: string | undefined, area: string | undefined): string =>
  near ? `Rooms near ${near}` : area ? `Find a room in ${area}` : 'Find a room';

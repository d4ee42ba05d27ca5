import { counted } from '../../kernel/text.ts';
import { ROOM_GAPS, type RoomGap, type RoomOutcome, type RoomReport } from './room-import-contract.ts';
import { OUTCOME_WORDS, ROOM_TARGET_WORDS } from './room-import-words.ts';

/** The report of an import of rooms as a terminal shows it. @param again the same command, for copying */
export function roomReportText(
  { applied, owner, file, buildings, counts, notLet, missing, rooms, notShown, columns }: RoomReport,
  again: string,
): string {
  const toLookAt = rooms.filter(({ what, notes }) => what === 'rejected' || notes.length > 0);
  const changed = rooms.filter(({ changes }) => changes.length > 0);
  return [
    `${file}, rooms of ${owner}: ${applied ? 'brought in.' : 'this is what would happen. Nothing is stored yet.'}`,
    '',
    `Buildings: ${buildings.added} new, ${buildings.found} on the register already.`,
    `Rooms: ${Object.entries(counts)
      .map(([what, count]) => `${count} ${OUTCOME_WORDS[what as RoomOutcome['what']]}`)
      .join(', ')}.`,
    ...(notLet > 0
      ? [
          `Groups cannot ask for ${counted(notLet, 'room')}: see the lines to look at. An owner can open each of them on screen.`,
        ]
      : []),
    ...ROOM_GAPS.map(
      (what) => `Not known: ${what} of ${counted(missing[what].count, 'room')}${linesOf(missing[what])}.`,
    ),
    ...(missing['opening hours'].count > 0
      ? [
          'Rooms without opening hours cannot be asked for. Add them on screen, or give all of them the same with --open "Mon-Fri 09:00-21:00".',
        ]
      : []),
    '',
    'Columns:',
    ...columns.map(({ header, target }) => `  ${header}: ${target ? ROOM_TARGET_WORDS[target] : 'not read'}`),
    '',
    ...(toLookAt.length > 0 ? ['Lines to look at:', ...toLookAt.map(lineText), ''] : []),
    ...(changed.length > 0
      ? [
          'Changed:',
          ...changed.map(
            ({ line, building, room, changes }) => `  line ${line}, ${building}, ${room}: ${changes.join(', ')}`,
          ),
          '',
        ]
      : []),
    ...(notShown > 0 ? [`${counted(notShown, 'more line')} of the list are only counted here.`, ''] : []),
    ...(applied ? [] : ['To bring it in:', `  ${again} --apply`]),
  ].join('\n');
}

const lineText = ({ line, building, room, what, notes }: RoomOutcome): string =>
  `  line ${line}, ${[building, room].filter((part) => part !== '').join(', ')}${what === 'rejected' ? ' (not taken)' : ''}: ${notes.join(' ')}`;

/** Which lines, where they are few enough to look up; where it is all of them the number says enough. */
const linesOf = ({ count, lines }: RoomReport['missing'][RoomGap]): string =>
  count > 0 && count <= 20 ? ` (${count === 1 ? 'line' : 'lines'} ${lines.join(', ')})` : '';

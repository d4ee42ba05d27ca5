import { counted } from '../../kernel/text.ts';
import type { ImportOptions } from './import-contract.ts';
import type { MappedSource } from './import-source-reading.ts';
import type { ImportCounts, ImportQuestion } from './import-report-contract.ts';

type Taken = { counts: ImportCounts; unplaced: number };

/** When no row has a place, something about the columns is wrong, or the list is of little use on a map: somebody must know. */
export function placeQuestions(
  source: MappedSource,
  { counts, unplaced }: Taken,
  options: ImportOptions,
): ImportQuestion[] {
  const taken = takenIn(counts);
  const accepted = options.accept.includes('no_place') || options.accept.includes('other_area');
  if (counts.added === 0 || unplaced < taken || accepted) return [];
  const none =
    taken === 1 ? 'The one place in this file gets no' : `None of the ${counted(taken, 'place')} in this file gets a`;
  return [
    {
      code: 'no_place',
      message: `${none} place on the map: ${why(source)}. Say which columns hold the coordinates or the postcode, or go ahead and list them without.`,
      answers: ['--map "COLUMN=longitude" --map "COLUMN=latitude"', '--accept no_place'],
    },
  ];
}

/** The same as a notice, where it is only some. */
export function placeNotices({ counts, unplaced }: Taken): string[] {
  if (unplaced === 0) return [];
  return [
    `${unplaced.toLocaleString('en-GB')} of ${counted(takenIn(counts), 'place')} ${unplaced === 1 ? 'has' : 'have'} no place on the map: neither coordinates nor a postcode were read for ${unplaced === 1 ? 'it' : 'them'}.`,
  ];
}

const takenIn = ({ added, changed, unchanged }: ImportCounts): number => added + changed + unchanged;

function why({ mapping: { columns } }: MappedSource): string {
  const [x, y] = [columns.longitude ?? columns.x, columns.latitude ?? columns.y];
  const half = x ?? y;
  if (half && !(x && y))
    return `"${half.header}" holds one coordinate, and no column is known for the other coordinate`;
  if (x || columns.location || columns.postcode) return 'the cells for it are empty, or could not be read';
  return 'no column is known to hold coordinates or a postcode';
}

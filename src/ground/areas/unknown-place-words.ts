import { editDistance, normalised } from '../../kernel/tables/header-text.ts';

/** More slips of the pen than these are another word. */
const MOST_SLIPS = 2;

/** What somebody reads whose place nobody knows. @param wards names of those of here @param example a postcode of here */
export function unknownPlaceWords(typed: string, wards: readonly string[], example: string | undefined): string {
  const [nearest] = wards
    .map((name) => ({ name, slips: editDistance(normalised(name), normalised(typed)) }))
    .filter(({ name, slips }) => slips <= MOST_SLIPS && slips * 2 < normalised(name).length)
    .toSorted((one, other) => one.slips - other.slips);
  const advice = nearest
    ? `Did you mean ${nearest.name}?`
    : `Type a postcode${example ? `, such as "${example}",` : ''} or the name of a ward.`;
  return `We do not know "${typed}". ${advice}`;
}

import { area, counted } from '../../kernel/format.ts';

export type TotalsData = { count: number; landCount: number; landM2: number; landKnown: number; unplaced: number };

/** A football pitch as people picture it: 105 m by 68 m (FIFA's recommended size). */
const PITCH_M2 = 7_140;
const SMALL_NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "61 places, 23 of them land. The land covers 4.1 hectares – about six football pitches." */
export function totalsInWords({ count, landCount, landM2, landKnown }: TotalsData): string {
  const places = counted(count, 'place');
  if (landKnown === 0) return `${places}.`;
  const ofThemLand = landCount === count ? '' : `, ${landCount.toLocaleString('en-GB')} of them land`;
  const theLand = landKnown === landCount ? 'The land' : 'The land whose size is known';
  return `${places}${ofThemLand}. ${theLand} covers ${area(landM2)}${pitches(landM2)}.`;
}

function pitches(squareMetres: number): string {
  const number = Math.round(squareMetres / PITCH_M2);
  if (number < 1) return '';
  return ` – about ${SMALL_NUMBERS[number] ?? number.toLocaleString('en-GB')} football ${number === 1 ? 'pitch' : 'pitches'}`;
}

import type { AssetKind, AssetState } from '../../../src/register/assets/asset-contract.ts';
import { KIND_WORDS, STATE_MEANINGS, STATE_WORDS } from '../../../src/register/assets/asset-words.ts';
import type { PositionProblem } from '../map/position-feed.ts';
import type { CompassPoint } from '../map/nearest-rules.ts';

const print = new Intl.NumberFormat('en-GB');

/** What each sign means, for the legend, in the words of the rest of the register. */
export const KIND_MEANINGS: Record<AssetKind, string> = { land: 'Round: land', building: 'Square: a building' };
export const stateMeaning = (state: AssetState): string =>
  `${STATE_WORDS[state]}: ${lowerFirst(STATE_MEANINGS[state])}`;

/** In the order the legend explains them; importing the contract's lists would bring zod into the browser. */
export const KINDS_SHOWN = Object.keys(KIND_WORDS) as AssetKind[];
export const STATES_SHOWN = Object.keys(STATE_WORDS) as AssetState[];
export const CLUSTER_MEANING = 'A number: so many places close together.';
export const DOUBT_MEANING = 'A dashed ring: the place is somewhere around here.';

export const MAP_WORDS = {
  label: 'Map of empty and under-used places',
  howTo: 'Arrow keys move the map, plus and minus zoom. Tab moves to the list of places in view; Enter opens one.',
  howToAlone: 'Arrow keys move the map, plus and minus zoom.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  position: 'Show my position',
  inView: 'In view now',
  nothingInView: 'No places here. Zoom out, or move the map.',
  loading: 'Finding places…',
  onlyThese: 'Show only places in this map view',
  legend: 'What the signs mean',
  close: 'Close',
  chosen: 'Chosen place',
  start: 'What can I do here?',
  seeAllHere: 'See them all in the list',
  failure: 'We could not load places just now. The list below has them all.',
  seeking: 'Asking your device where you are…',
  outside: 'You are outside the area on this map.',
  found: 'The blue dot shows where you are.',
} as const;

export const POSITION_PROBLEMS: Record<PositionProblem, string> = {
  refused: 'Your device did not share your position. You can search by postcode instead.',
  not_found: 'Your device could not tell where you are. You can search by postcode instead.',
  not_offered: 'This browser cannot tell where you are. You can search by postcode instead.',
};

function placesWord(count: number): string {
  return `${print.format(count)} ${count === 1 ? 'place' : 'places'}`;
}

/** "23 of 61 places in view". */
export function inViewWords(inView: number, total: number): string {
  return inView === total
    ? `${total === 1 ? '' : 'All '}${placesWord(total)} in view`.trim()
    : `${print.format(inView)} of ${placesWord(total)} in view`;
}

export function unplacedWords(unplaced: number): string | null {
  if (unplaced === 0) return null;
  return `${print.format(unplaced)} more ${unplaced === 1 ? 'has' : 'have'} no place on the map: see the list.`;
}

export function listedWords(listed: number, things: number): string | null {
  return things > listed ? `The ${listed} nearest the middle of the map are listed.` : null;
}

/** "14 places near Harbour". */
export function clusterWords(count: number, near: string | null): string {
  return near ? `${placesWord(count)} near ${near}` : placesWord(count);
}

/** "To the west – zoom in": the direction tells clusters near the same name apart. */
export function clusterAction(direction: CompassPoint, canBeParted: boolean): string {
  return `To the ${direction} – ${canBeParted ? 'zoom in' : 'show them'}`;
}

export function kindAndState(kind: AssetKind, state: AssetState): string {
  return `${KIND_WORDS[kind]}, ${lowerFirst(STATE_WORDS[state])}`;
}

/** Places at one point cannot be parted by zooming, so they are numbered until their names are known. */
export function numberedPlace(number: number, count: number): string {
  return `Place ${number} of ${count}`;
}

export function placesHereWords(count: number): string {
  return `${placesWord(count)} at this point`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

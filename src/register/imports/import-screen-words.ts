import {
  HOLDING_WORDS,
  KIND_WORDS,
  STATE_WORDS,
  SUITABILITY_WORDS,
  TENURE_DETAIL_WORDS,
  TENURE_WORDS,
} from '../assets/asset-words.ts';
import type { Target } from './import-contract.ts';
import type { Meaning, ValueTarget } from './value-contract.ts';

/** What a column may hold, as people read it in the list of choices. */
export const TARGET_WORDS: Record<Target, string> = {
  code: 'Reference',
  name: 'Name',
  description: 'Description',
  site: 'Larger site it is part of',
  number: 'Street number',
  street: 'Street',
  town: 'Town',
  postcode: 'Postcode',
  address: 'Whole address',
  uprn: 'UPRN',
  title_number: 'Land Registry title',
  inspire: 'INSPIRE id',
  x: 'Easting (or longitude)',
  y: 'Northing (or latitude)',
  longitude: 'Longitude',
  latitude: 'Latitude',
  location: 'Point or outline in one cell',
  crs: 'Coordinate system',
  kind: 'Land or building',
  holding: 'Holding type',
  tenure: 'Tenure',
  tenure_detail: 'Tenure in detail',
  tenure_note: 'Note on the tenure',
  state: 'State',
  floor_area: 'Floor area',
  land_area: 'Land area',
  function: 'What it is used for',
  purpose: 'Purpose',
  building_costs: 'Building costs a year',
  suitability: 'Suitability',
  energy_rating: 'Energy rating',
  effective_on: 'Date of the record',
  ownership_status: 'Who owns it (public or private)',
  ended_on: 'Date it ended',
  organisation: 'Organisation',
  precision: 'How exact the point is',
  ignore: 'Leave this column out',
};

/** What a word of each kind of column may count as, with what follows where something does. */
export const MEANING_WORDS: { [T in ValueTarget]: Record<Meaning<T>, string> } = {
  ownership_status: {
    public: 'A public body’s: listed',
    mixed: 'A public body’s and others’: listed',
    private: 'Not a public body’s: not listed',
    unknown: 'Nobody knows: not listed',
  },
  state: STATE_WORDS,
  tenure_detail: TENURE_DETAIL_WORDS,
  kind: KIND_WORDS,
  holding: HOLDING_WORDS,
  tenure: TENURE_WORDS,
  suitability: SUITABILITY_WORDS,
};

/** The command line's way of answering, as the screen says it. */
const ON_SCREEN: [RegExp, string][] = [
  [/, add --set state=vacant/g, ', choose that as the state of the whole file'],
  [/ with --list/g, ': throw this upload away and upload it under another list name'],
  [/ --\S+( [^\s.,]+)?/g, ''],
];
export const onScreen = (message: string): string =>
  ON_SCREEN.reduce((text, [pattern, words]) => text.replace(pattern, words), message);

export const FORMAT_WORDS = {
  lga: 'the land list of the Transparency Code',
  brownfield: 'a brownfield register',
  geojson: 'GeoJSON',
  csv: 'a table (CSV)',
} as const;
/** Kinds of list that somebody may choose where the columns do not tell. */
export const FORMATS_TO_CHOOSE: Record<Exclude<keyof typeof FORMAT_WORDS, 'geojson'>, string> = {
  csv: 'A table of the owner’s own',
  lga: 'The land list of the Transparency Code',
  brownfield: 'A brownfield register: land only, listed only where it is public',
};
export const ENCODING_WORDS: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows (Western European)',
};
export const STAGE_WORDS = {
  checking: 'Reading the file',
  surveying: 'Looking through its rows',
  comparing: 'Comparing it with the register',
} as const;
export const COUNT_WORDS = {
  read: 'rows read',
  added: 'to be added',
  changed: 'to be changed',
  unchanged: 'as they are',
  gone: 'gone from the list',
  flagged: 'taken, but need a look',
  rejected: 'rejected',
  skipped: 'skipped',
} as const;
export const LEVEL_WORDS = { rejected: 'Rejected', flagged: 'Look at', skipped: 'Skipped' } as const;

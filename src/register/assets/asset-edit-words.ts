import type { EditField, LockableField } from './asset-edit-contract.ts';

/** What each field is called on the form, in lists of changes and in the list of locks. */
export const FIELD_LABELS: Record<EditField | LockableField, string> = {
  name: 'Name',
  description: 'Description',
  address: 'Address',
  point: 'Point on the map',
  shape: 'Outline',
  landAreaM2: 'Land area',
  floorAreaM2: 'Floor area',
  state: 'State',
  stateSince: 'Since when',
  stateNote: 'Note on the state',
  plannedUse: 'What is planned',
  routes: 'What may be done here',
  constraints: 'Constraints',
  features: 'Features',
  hazards: 'Hazards',
  evidence: 'Why it is listed',
  costs: 'Running costs',
  kind: 'Land or building',
  site: 'Site',
  identifiers: 'References',
  tenure: 'Tenure',
  tenureDetails: 'Tenure in detail',
  tenureNote: 'Note on the tenure',
  holding: 'Holding type',
  functionLabel: 'What it is used for',
  purpose: 'Purpose',
  suitability: 'Suitability',
  energyRating: 'Energy rating',
  effectiveOn: 'Date of the record',
};

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Public sentences for the history. They never name a person, nor anything that tells where a hidden place is. */
export const EDIT_SENTENCES = {
  officer: 'An officer of the council put it right.',
  owner: 'Its owner put it right.',
  released: (until: string): string => `An officer decided so, until ${DAY.format(new Date(`${until}T00:00:00Z`))}.`,
  hidden: 'An officer decided so.',
  photoAdded: 'A picture was added.',
  photoRemoved: 'A picture was taken away.',
} as const;

/** Who checked, as the public reads it. */
export const CHECKED_BY = { officer: 'an officer of the council', owner: 'its owner' } as const;

/** Why a place cannot be promised to others. @param heldBy the number of the proposal */
export const heldWords = (heldBy: string): string =>
  `A group has asked for this place (${heldBy}). Until the proposal has ended without a yes, its state, what is planned and what may be done here stay as they are. Answer the proposal first.`;

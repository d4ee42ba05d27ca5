import type {
  AssetKind,
  AssetState,
  Certainty,
  Constraint,
  Holding,
  IdentifierScheme,
  Ownership,
  Precision,
  Route,
  Suitability,
  Tenure,
  TenureDetail,
} from './asset-contract.ts';

/** The words of every list in the contract, as people read them. Kept apart so that another language can be added. */
export const KIND_WORDS: Record<AssetKind, string> = { land: 'Land', building: 'Building' };

export const STATE_WORDS: Record<AssetState, string> = {
  vacant: 'Vacant',
  under_used: 'Under-used',
  asked_for: 'Being asked for',
  meanwhile_use: 'In meanwhile use',
  in_use: 'In use',
  withdrawn: 'Withdrawn',
};

export const STATE_MEANINGS: Record<AssetState, string> = {
  vacant: 'Nobody uses it now.',
  under_used: 'It is used, but for less than it could be.',
  asked_for: 'A community group has asked to use it, or was granted it and has not begun yet.',
  meanwhile_use: 'A community group uses it for the time being.',
  in_use: 'Its owner, or somebody the owner let it to, uses it.',
  withdrawn: 'Its owner has taken it off the list of places that can be asked for.',
};

export const ROUTE_WORDS: Record<Route, { label: string; meaning: string }> = {
  meanwhile_use: {
    label: 'Ask for meanwhile use',
    meaning: 'A community group can ask to use this place for a time, while nothing else is planned for it.',
  },
  book_space: { label: 'Book a room here', meaning: 'There are rooms or other spaces here that groups can book.' },
  ask_owner: { label: 'Ask who owns it', meaning: 'It is not certain who owns this place. A broker can find out.' },
  right_to_bid: {
    label: 'Community right to bid',
    meaning: 'If it is put up for sale, a community group may ask for time to make an offer.',
  },
  not_available: { label: 'Not available', meaning: 'It cannot be asked for at the moment.' },
};

export const CONSTRAINT_WORDS: Record<Constraint, { label: string; meaning: string }> = {
  open_space: {
    label: 'Public open space',
    meaning:
      'Before it can be let, a notice must be printed in a local newspaper for two weeks running (Local Government Act 1972, section 123).',
  },
  highway: {
    label: 'Highway land',
    meaning:
      'It is part of the road. Planting needs a licence from the highway authority (Highways Act 1980, section 142).',
  },
  listed: { label: 'Listed building', meaning: 'Changes to the building need listed building consent.' },
  contamination: {
    label: 'Past contamination',
    meaning: 'The ground may hold harmful substances. Growing food needs raised beds or a soil test.',
  },
  flood: { label: 'Flood risk', meaning: 'It lies where floods are possible.' },
  trees: { label: 'Protected trees', meaning: 'Trees here may not be cut without consent.' },
  asbestos: {
    label: 'Asbestos',
    meaning: 'Asbestos is known or likely. The owner hands over its asbestos register before anyone moves in.',
  },
};

export const PRECISION_WORDS: Record<Precision, string> = {
  exact: 'The map shows the place itself.',
  postcode: 'The map shows the middle of its postcode.',
  district: 'The map shows the middle of its postcode district, not the place itself.',
  ward: 'The map shows the middle of its ward, not the place itself.',
  none: 'Nobody has told us where it is, so it is not on the map.',
};

export const OWNERSHIP_WORDS: Record<Ownership, string> = {
  confirmed: 'Ownership is confirmed.',
  claimed: 'The owner says so; nobody has checked it yet.',
  unknown: 'It is not known who owns it.',
  outside_compact: 'The owner has not joined the compact.',
};

export const CERTAINTY_WORDS: Record<Certainty, string> = {
  seen: 'Somebody went to look',
  reported: 'The owner reported it',
  assumed: 'Assumed from the owner’s list',
};

export const TENURE_WORDS: Record<Tenure, string> = { freehold: 'Freehold', leasehold: 'Leasehold', other: 'Other' };

export const TENURE_DETAIL_WORDS: Record<TenureDetail, string> = {
  owner_occupied: 'Owner occupied',
  ground_leasehold_out: 'Ground leasehold out',
  ground_leasehold_in: 'Ground leasehold in',
  leasehold_out: 'Leasehold out',
  leasehold_in: 'Leasehold in',
  sub_leasehold_out: 'Sub leasehold out',
  sub_leasehold_in: 'Sub leasehold in',
  licence_in: 'Licence in',
  licence_out: 'Licence out',
  vacant: 'Vacant',
  other: 'Other',
};

export const HOLDING_WORDS: Record<Holding, string> = {
  buildings: 'Buildings',
  land: 'Land',
  land_and_buildings: 'Land/Buildings',
};

export const SUITABILITY_WORDS: Record<Suitability, string> = {
  good: 'Good',
  satisfactory: 'Satisfactory',
  poor: 'Poor',
  unsuitable: 'Unsuitable',
};

export const IDENTIFIER_WORDS: Record<IdentifierScheme, string> = {
  uprn: 'UPRN',
  title_number: 'Land Registry title',
  inspire: 'INSPIRE id',
  external: 'Other reference',
};

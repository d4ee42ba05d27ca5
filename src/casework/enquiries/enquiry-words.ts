import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Enquiry, EnquiryAct, EnquiryState, OutsideKind, Source, SourceOutcome } from './enquiry-contract.ts';

/** What the question is called wherever one is led to it. */
export const WHOSE_IS_THIS = 'Whose is this?';

export const SOURCE_WORDS: Record<Source, string> = {
  title_register: 'Land Registry: title register',
  index_map: 'Land Registry: search of the index map',
  highway_records: 'Highway records',
  estates_list: 'The council’s own list of land and buildings',
  neighbours: 'Neighbours',
  other: 'Somewhere else',
};
export const SOURCE_OUTCOME_WORDS: Record<SourceOutcome, string> = {
  body: 'It names a public body',
  other_owner: 'It names somebody else',
  nothing: 'It says nothing about the place',
  no_answer: 'Nobody has answered',
};
export const OUTSIDE_WORDS: Record<OutsideKind, string> = {
  person: 'a private person',
  company: 'a company',
  charity: 'a charity or a church',
  body: 'a public body that is not on our list',
  other: 'somebody else',
};

/** What an act is called in the diagram of states. */
export const ACT_WORDS: Record<EnquiryAct, string> = {
  acknowledge: 'acknowledged',
  confirm: 'owner found, in the compact',
  outside: 'owner found, outside the compact',
  park: 'nobody found',
  escalate: 'handed to the monitoring officer',
  presume: 'registered or maintaining body counts as owner',
  disprove: 'not theirs',
  let_stand: 'nobody said otherwise',
  consent: 'yes, write to the owner',
  decline: 'no letter wanted',
  introduce: 'letter sent',
  lapse: 'nobody sent the letter',
  look_again: 'looked at again',
  close: 'closed with advice',
  withdraw: 'taken back',
};

/** What happens at the end of a state when nobody acts, for everybody to read. */
export const SILENCE_WORDS: Record<EnquiryState, string> = {
  asked: 'If nobody does, we begin to look all the same, and it stays on the record that nobody answered.',
  looking: 'If nobody says by then, the monitoring officer takes over.',
  escalated:
    'If nobody says by then, whoever is registered for the place, or maintains the road, counts as its owner. If no record names anybody, the question rests and is looked at again.',
  presumed: 'If they do not, it stands that they are the owner.',
  outside: 'Without an answer the question is closed by then, with advice.',
  introducing: 'If nobody sends it by then, the question is closed, and it stays on the record that nobody did.',
  introduced: 'They need not answer. If they do not, the question is closed by then.',
  parked: 'On that day we look again by ourselves, if nobody has before.',
  confirmed: '',
  stands: '',
  closed: '',
  withdrawn: '',
};

/** The place in words that everybody may read: of an empty building no more than the register says. */
export function placeWords(
  { kind, place, ward, postcode }: Pick<Enquiry, 'kind' | 'place' | 'ward' | 'postcode'>,
  asset: Pick<PublicAsset, 'name'> | null,
): string {
  if (asset) return asset.name;
  if (kind === 'land') return place;
  return `A building in ${ward ?? postcode?.split(' ')[0] ?? 'the area'}`;
}

/** Advice for whoever gets no owner in the compact from us. */
export const ADVICE = {
  unknown:
    'Nobody is known who could say yes. A place without an owner cannot be granted to anybody. Tell us if you hear of something; you can ask again at any time.',
  outside:
    'Its owner has not joined the compact, so nobody must answer you. You can look the owner up in the Land Registry for a small fee, write to them yourself, and ask your councillor to speak with them.',
  lapsed:
    'We should have written to the owner for you and did not in time. We are sorry. You can ask again, and the letter goes first.',
  silent: 'The owner was written to and has not answered. You can write again yourself, or look for another place.',
} as const;

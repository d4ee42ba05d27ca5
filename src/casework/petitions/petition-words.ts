import { dateWords } from '../../kernel/day-words.ts';
import type { PetitionAct, PetitionBasis, PetitionState, WordingReason } from './petition-contract.ts';
import type { LineCode, SignAge, SignBasis, SignChannel } from './signature-contract.ts';

export const REASON_WORDS: Record<WordingReason, string> = {
  unclear: 'it is not clear what it asks for',
  not_council: 'it is about something that the owner of the building cannot decide',
  other_route: 'there is another way for it: planning, licensing or an appeal',
  asked_before: 'the same was asked for in the last twelve months',
  vexatious: 'it is abusive, or meant to harm somebody',
  names_person: 'it names a person, or tells of somebody’s private life',
};
export const SIGN_BASIS_WORDS: Record<SignBasis, string> = {
  live: 'I live there',
  work: 'I work there',
  study: 'I study, or go to school, there',
};
export const SIGN_AGE_WORDS: Record<SignAge, { label: string; hint: string }> = {
  adult: { label: '18 or older', hint: '' },
  young: {
    label: '13 to 17',
    hint: 'Your signature counts like any other. We write once, and then forget your name and address.',
  },
  child: {
    label: 'Under 13',
    hint: 'Give the e-mail address of a parent or carer: they press the button for you. We forget your name once we have told them what came of it.',
  },
};
export const CHANNEL_LABELS: Record<SignChannel, string> = {
  online: 'Online',
  paper: 'On paper',
  phone: 'By telephone',
};
export const LINE_CODE_WORDS: Record<LineCode, string> = {
  ok: 'Can be read',
  no_address: 'No address',
  out_of_area: 'Out of area',
  duplicate: 'Signed twice',
  unreadable: 'Cannot be read',
};
export const REFUSED_WORDS = {
  no_address: 'without an address',
  out_of_area: 'from outside the area',
  duplicate: 'of somebody who had signed already',
  unreadable: 'that cannot be read',
  withdrawn: 'taken back',
  pattern: 'made by a script',
} as const;
export const BASIS_WORDS: Record<PetitionBasis, string> = {
  signatures: 'Enough neighbours have signed.',
  sponsor: 'Enough neighbours have signed for a petition that a councillor sponsors.',
};

/** What happens at the end of a state when nobody acts, for everybody to read. */
export const PETITION_SILENCE_WORDS: Record<PetitionState, string> = {
  checking: 'If nobody looks by then, it is published as it is.',
  turned_back: 'If nothing comes by then, the petition is closed.',
  open: 'Then nobody can sign any more, and the signatures are verified.',
  verifying: 'If nobody does by then, the count stands as it is.',
  verified: 'If no proposal comes by then, the signatures lapse.',
  short: 'If no proposal comes by then, the signatures lapse.',
  lodged: '',
  ended: '',
  lapsed: '',
  closed: '',
  withdrawn: '',
};

type Told = {
  closesOn: string | null;
  valid: number | null;
  threshold: number | null;
  reasons: string;
  turnedBackFor: WordingReason | null;
  outcome: string;
};
/** What everybody reads of each act, on the page of a petition. Null where it is nobody’s business. */
export const PETITION_HISTORY: Record<PetitionAct, ((told: Told) => string) | null> = {
  approve: ({ closesOn }) =>
    `The wording was checked. The petition is open until the end of ${dateWords(closesOn ?? '')}.`,
  let_open: ({ closesOn }) =>
    `Nobody checked the wording in time, so it is published. The petition is open until the end of ${dateWords(closesOn ?? '')}.`,
  turn_back: null,
  send_again: null,
  drop: null,
  close: () => 'The time for signing is over. The signatures are being verified.',
  verify: counted,
  count_alone: (told) => `Nobody verified the signatures in time, so the count stands. ${counted(told)}`,
  fall_short: counted,
  fall_short_alone: (told) => `Nobody verified the signatures in time, so the count stands. ${counted(told)}`,
  sponsor_counts: () => 'A councillor sponsors the petition: with that, enough have signed.',
  lodge: () => 'The group has sent its proposal. The petition goes with it.',
  end: ({ outcome }) => outcome,
  lapse: () => 'No proposal came in time. The signatures have lapsed.',
  withdraw: () => 'The group has taken the petition back.',
};

function counted({ valid, threshold }: Told): string {
  return `${signatures(valid ?? 0)} ${valid === 1 ? 'is' : 'are'} valid; ${threshold ?? 0} are needed.`;
}
export const signatures = (n: number): string =>
  n === 1 ? 'One signature' : `${n.toLocaleString('en-GB')} signatures`;

export const SAME_RIGHT =
  'If the proposal passes the benefit test and the owner shows no permitted ground in time, silence grants it.';
/** What can still be done where too few have signed and no councillor sponsors it. */
export function stillToDo({ valid, sponsorNeeds }: { valid: number; sponsorNeeds: number }): string {
  const officer =
    'The group can send its proposal all the same. Then the owner’s silence grants nothing: a decision officer says yes or no.';
  return valid >= sponsorNeeds
    ? `A councillor can still sponsor the petition in writing, until the owner’s time to answer begins: with ${valid.toLocaleString('en-GB')} signatures that gives the same right as enough signatures alone. ${officer}`
    : `${officer} The group can also begin another petition.`;
}

/** What a petition came to, by how the case of its proposal ended. */
export const OUTCOME_OF_CASE: Readonly<Record<string, string>> = {
  granted_for_good: 'The proposal was granted. The petition has done its work.',
  refused_for_good: 'The proposal was refused.',
  advised: 'The proposal passed. Its result goes to the owner as advice.',
  unassessed: 'Nobody scored the proposal in time, so its case ended without a result.',
  no_owner: 'Nobody could find out whose the building is, so the case ended with advice.',
  closed: 'The proposal was closed.',
  withdrawn: 'The group took its proposal back.',
};

/** Why signatures look made by a script, for whoever judges them. */
export const PATTERN_WORDS: Readonly<Record<string, string>> = {
  numbered_addresses: 'their e-mail addresses are numbered through',
  too_fast: 'they came from one network faster than people can sign',
  too_even: 'they came from one network at even intervals',
  same_names: 'they came from one network under one name',
};

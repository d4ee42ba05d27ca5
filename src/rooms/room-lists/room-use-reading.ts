import { normalised } from '../../kernel/tables/header-text.ts';
import type { RoomUse } from './room-import-contract.ts';

/** What lists write about who may use a room. The first of each are the access types of Active Places, Sport England's register. */
const WORDS: Readonly<Record<Exclude<RoomUse['is'], 'unclear'>, readonly string[]>> = {
  groups: [
    'payandplay',
    'sportsclubcommunityassociation',
    'freepublicaccess',
    'yes',
    'public',
    'publicuse',
    'publicaccess',
    'opentoall',
    'everyone',
    'anyone',
    'community',
    'communityuse',
    'communitygroups',
    'groups',
    'forhire',
    'availableforhire',
  ],
  members: [
    'registeredmembershipuse',
    'registeredmembership',
    'membershiponly',
    'members',
    'membersonly',
    'registeredmembers',
  ],
  private: [
    'privateuse',
    'private',
    'privateuseonly',
    'no',
    'nocommunityuse',
    'notforhire',
    'notavailable',
    'notavailableforhire',
    'internaluse',
    'internaluseonly',
    'staffonly',
    'schooluseonly',
  ],
};
const NOTHING_SAID = new Set(['', 'notknown', 'unknown', 'tbc']);
const MOST_CHARS = 200;

/** Who may use a room, from one cell. Words that we do not know decide nothing. */
export function useIn(text: string): RoomUse | undefined {
  const name = normalised(text);
  if (NOTHING_SAID.has(name)) return undefined;
  const is = (['groups', 'members', 'private'] as const).find((use) => WORDS[use].includes(name)) ?? 'unclear';
  return { is, words: text.slice(0, MOST_CHARS) };
}

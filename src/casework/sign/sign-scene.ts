import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { SignFacts } from '../papers/sign-contract.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';

type Around = { contact: Contact | null; map: SignFacts['map']; baseUrl: string; today: Day };

/** What stands on the sign of a proposal: nothing that its page does not say. It says how to comment once comments have a last day. */
export function signFacts(proposal: PublicProposal, { contact, map, baseUrl, today }: Around): SignFacts {
  const { number, area, place, ward, asset, group, use, starts, ends, commentsUntil, owner } = proposal;
  return {
    number,
    areaName: area.name,
    placeName: place,
    whereWords: [asset?.address.street, asset?.address.postcode].filter((part) => part).join(', '),
    ward,
    groupName: group.name,
    intent: use,
    from: starts,
    until: ends,
    stage: commentsUntil === null ? 'asking' : 'commenting',
    commentUntil: commentsUntil,
    owner: owner?.name ?? null,
    caseUrl: `${baseUrl}/p/${number}`,
    contact,
    map,
    madeOn: today,
  };
}

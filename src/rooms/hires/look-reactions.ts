import type { Reaction } from '../../kernel/reactions.ts';
import { ENTRY_KINDS } from '../ledger/ledger-contract.ts';
import { looksOn } from './look-store.ts';

const ofGroup: Reaction = ({ trx }, { subjectId }) => looksOn(trx).again({ groupIds: [subjectId] });
const inRoom: Reaction = ({ trx }, { subjectId }) => looksOn(trx).again({ spaceIds: [subjectId] });
const ofRequest: Reaction = ({ trx }, { subjectId }) => looksOn(trx).again({ requestIds: [subjectId] });

/**
 * What lies outside of a booking and decides what is due for it: the group's papers, the building's cover for hirers, money. The clock
 * looks again at once. What saves the booking itself says so by saving it.
 */
export const lookReactions = {
  document_added: [ofGroup],
  document_accepted: [ofGroup],
  document_not_accepted: [ofGroup],
  space_changed: [inRoom],
  space_prices_changed: [inRoom],
  ...moneyReactions(),
};

function moneyReactions(): Record<`room_money_${(typeof ENTRY_KINDS)[number]}`, Reaction[]> {
  return Object.fromEntries(ENTRY_KINDS.map((kind) => [`room_money_${kind}`, [ofRequest]])) as Record<
    `room_money_${(typeof ENTRY_KINDS)[number]}`,
    Reaction[]
  >;
}

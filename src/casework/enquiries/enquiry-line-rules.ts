import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Enquiry } from './enquiry-contract.ts';
import type { EnquiryLine } from './enquiry-page-contract.ts';
import { enquiryStanding } from './enquiry-standing-words.ts';
import { ENQUIRY_TABLE } from './enquiry-table.ts';
import { placeWords } from './enquiry-words.ts';

/** A question as a line of a list. @param asset what everybody may know of its place on the register */
export function lineOf(enquiry: Enquiry, asset: PublicAsset | null): EnquiryLine {
  const { id, number, state, ward, dueOn, endedOn, receivedOn } = enquiry;
  return {
    id,
    number,
    place: placeWords(enquiry, asset),
    ward,
    state,
    standing: enquiryStanding(enquiry, ENQUIRY_TABLE[state]),
    dueOn,
    endedOn,
    receivedOn,
  };
}

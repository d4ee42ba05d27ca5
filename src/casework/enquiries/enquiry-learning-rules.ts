import type { Enquiry, EnquiryAct } from './enquiry-contract.ts';
import type { FoundLand, Learned } from './enquiry-learning-contract.ts';

type Step = { enquiry: Enquiry; before: Enquiry; owner: string | null; actor: string; found: FoundLand | null };

/** What the register learns from a step; null where nothing. A place outside the compact that is on no list stays off it. */
export function learnedFrom(act: EnquiryAct, { enquiry, before, owner, actor, found }: Step): Learned | null {
  const { areaId, number, assetId, ownerId } = enquiry;
  const about = { areaId, number, assetId, found: null, ownerId, actor };
  const says = (what: string): string => `${what} (question ${number})`;
  switch (act) {
    case 'confirm':
      return {
        ...about,
        found: found ?? foundOf(enquiry),
        ownership: 'confirmed',
        source: says('Found out by a broker'),
      };
    case 'let_stand':
      return {
        ...about,
        ownership: 'confirmed',
        source: says(`${owner ?? 'The body'} is on the record for it, and has not shown otherwise`),
      };
    case 'presume':
      return {
        ...about,
        found: enquiry.kind === 'land' ? foundOf(enquiry) : null,
        ownership: 'claimed',
        source: says(
          `${owner ?? 'The body'} is on the record for it, and counts as its owner until it shows otherwise`,
        ),
      };
    case 'outside':
      return assetId === null
        ? null
        : {
            ...about,
            ownership: 'outside_compact',
            source: says(`It belongs to ${owner ?? 'somebody'}, who has not joined the compact`),
          };
    case 'disprove':
      return before.assetId === null
        ? null
        : {
            ...about,
            ownerId: null,
            ownership: 'unknown',
            source: says(`${owner ?? 'The body'} has shown that it is not theirs`),
          };
    default:
      return null;
  }
}

/** A place on nobody’s list, as careful as can be: nothing is said of it that nobody has seen. */
function foundOf({ assetId, place, kind, point }: Enquiry): FoundLand | null {
  return assetId === null ? { name: place, kind, point, state: 'in_use', seen: false } : null;
}

import { together, type Reaction } from '../../kernel/reactions.ts';
import { ACT_FACTS, BESIDE_FACTS, type EnquiryFactKind } from './enquiry-facts.ts';
import { countedAnew, type CountingAnewDeps } from './enquiry-counting-steps.ts';
import { AUDIENCES, MAILS } from './enquiry-mail-words.ts';
import { enquiryTelling, type TellingDeps } from './enquiry-telling.ts';

/**
 * What follows from facts about questions whose a place is: people are told; and where holidays change, days of open questions move.
 * What the register learns is part of the act.
 */
export function enquiryReactions(deps: TellingDeps & CountingAnewDeps) {
  return together(telling(deps), { bank_holidays_changed: [countedAnew(deps)] });
}

function telling(deps: TellingDeps): Record<EnquiryFactKind, readonly Reaction[]> {
  const tell = enquiryTelling(deps);
  const kinds: EnquiryFactKind[] = [...Object.values(ACT_FACTS), ...BESIDE_FACTS];
  return Object.fromEntries(
    kinds.map((kind): [EnquiryFactKind, Reaction[]] => [
      kind,
      AUDIENCES.filter((audience) => MAILS[kind][audience]).map(
        (audience): Reaction =>
          (unit, fact) =>
            tell(unit, fact, kind, audience),
      ),
    ]),
  ) as unknown as Record<EnquiryFactKind, readonly Reaction[]>;
}

import { areaPorts } from '../ground/areas/area-ports.ts';
import type { MailService } from '../ground/notifications/mail-service.ts';
import { peoplePorts } from '../ground/people/people-ports.ts';
import { groupPorts } from '../groups/groups/group-ports.ts';
import { together } from '../kernel/reactions.ts';
import type { BeforeWriting } from '../kernel/wing.ts';
import { shownAsset } from '../register/assets/asset-ports.ts';
import { commentTellingDeps } from './comments/comment-deps-wiring.ts';
import { commentReactions } from './comments/comment-reactions.ts';
import { decisionReads } from './decisions/decision-deps-wiring.ts';
import { decisionReactions } from './decisions/decision-reactions.ts';
import { enquiryReactions } from './enquiries/enquiry-reactions.ts';
import { hearingCalendars } from './hearings/hearing-calendar-wiring.ts';
import { hearingReactions } from './hearings/hearing-reactions.ts';
import { interestReads } from './interests/interest-deps-wiring.ts';
import { interestReactions } from './interests/interest-reactions.ts';
import { MINUTES_MAILS } from './minutes/minutes-mail-table.ts';
import { minutesReactions } from './minutes/minutes-reactions.ts';
import { minutesReads } from './minutes/minutes-reads-wiring.ts';
import { partnerReactions } from './partners/partner-reactions.ts';
import { partnerTellingDeps } from './partners/partner-wiring.ts';
import { daysOf, outcomeOf, proposalReads } from './proposals/proposal-deps-wiring.ts';
import { PAUSE_MAILS } from './pauses/pause-mail-table.ts';
import { HEARING_OFF_MAILS } from './proposals/hearing-mail-table.ts';
import { PROPOSAL_MAILS } from './proposals/proposal-mail-table.ts';
import type { ProposalFactKind } from './proposals/proposal-facts.ts';
import { petitionReads } from './petitions/petition-deps-wiring.ts';
import { petitionReactions } from './petitions/petition-reactions.ts';
import { proposalMailing, proposalPost } from './proposals/proposal-telling.ts';
import { proposalReactions } from './proposals/proposal-reactions.ts';
import { speakingReactions } from './speaking/speaking-reactions.ts';
import { speakingTellingDeps } from './speaking/speaking-wiring.ts';
import { caseTermPorts } from './terms/case-term-ports.ts';
import { caseTermReactions } from './terms/case-term-facts.ts';

/** Kinds of facts about proposals, after any of which a petition may go on. */
const PROPOSAL_FACT_KINDS = Object.keys(PROPOSAL_MAILS) as ProposalFactKind[];

/** What follows from facts about cases of land and buildings. */
export function caseworkReactions(before: BeforeWriting, { mails }: { mails: MailService }) {
  const telling = {
    ...proposalReads(before),
    baseUrl: before.config.baseUrl,
    enquiries: { outcomeOf, daysOf },
    holders: peoplePorts.holders,
    tell: groupPorts(before, { mails }).tell,
    calendarOf: hearingCalendars(before).newest,
  };
  return together(
    caseTermReactions,
    enquiryReactions({
      baseUrl: before.config.baseUrl,
      shown: shownAsset,
      owners: areaPorts.owners,
      bankHolidays: areaPorts.bankHolidays,
      termsOn: caseTermPorts.on,
      people: peoplePorts,
      tell: groupPorts(before, { mails }).tell,
      writeNews: mails.writeNews,
    }),
    interestReactions({
      ...interestReads(before),
      baseUrl: before.config.baseUrl,
      mailFrom: before.config.mailFrom,
      people: peoplePorts,
      tell: groupPorts(before, { mails }).tell,
    }),
    commentReactions(commentTellingDeps(before, { mails })),
    partnerReactions(partnerTellingDeps(before, { mails })),
    proposalReactions(telling),
    hearingReactions(before),
    proposalMailing(telling)(HEARING_OFF_MAILS),
    minutesReactions(minutesReads()),
    proposalMailing(telling)(MINUTES_MAILS),
    speakingReactions({ ...speakingTellingDeps(before, { mails }), clock: before.clock }),
    petitionReactions({ ...petitionReads(before, { mails }), proposalFacts: PROPOSAL_FACT_KINDS }),
    proposalMailing(telling)(PAUSE_MAILS),
    decisionReactions({
      telling: proposalMailing(telling),
      post: proposalPost(telling),
      ...decisionReads(before),
    }),
  );
}

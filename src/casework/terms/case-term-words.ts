import { BUILDING_TERM_WORDS } from './building-term-words.ts';
import type { CaseTermName } from './case-term-contract.ts';
import { PETITION_TERM_WORDS } from './petition-term-words.ts';
import { wd, type TermWords } from './term-words.ts';

/** Each limit of a case in words. */
export const CASE_TERM_WORDS: Record<CaseTermName, TermWords> = {
  enquiry_acknowledged_wd: {
    label: 'Working days for the broker to say that a question has arrived',
    sentence: (n) => `Within ${wd(n)} a broker says that your question has arrived, and begins to look.`,
  },
  enquiry_looked_wd: {
    label: 'Working days to find out whose a place is, from the day on which the question came in',
    sentence: (n) => `Within ${wd(n)} of your question we say whose the place is, and where we looked.`,
  },
  enquiry_escalated_wd: {
    label: 'Working days for the monitoring officer when the broker is late',
    sentence: (n) =>
      `If we do not, the monitoring officer has ${wd(n)} more. Then whoever is registered for the place, or maintains the road, counts as its owner.`,
  },
  enquiry_presumed_days: {
    label: 'Days for a body that counts as owner to show that it is not',
    sentence: (n) => `A body that counts as owner may show within ${n} days that it is not. Then it stands.`,
  },
  enquiry_consent_wd: {
    label: 'Working days for whoever asked to say whether we may write to an owner outside the compact',
    sentence: (n) =>
      `If the owner has not joined the compact, you have ${wd(n)} to say whether we may write to them about you.`,
  },
  enquiry_letter_wd: {
    label: 'Working days for the broker to send that letter',
    sentence: (n) => `If we may, we send the letter within ${wd(n)}.`,
  },
  enquiry_introduced_wd: {
    label: 'Working days for that owner to write back',
    sentence: (n) => `The question ends ${wd(n)} after the letter, if nobody writes back.`,
  },
  enquiry_parked_days: {
    label: 'Days until we look again where nobody was found',
    sentence: (n) => `Where we find nobody, we look again after ${n} days.`,
  },
  enquiry_looks: {
    label: 'How often we look again',
    sentence: (n) => `We look again ${n === 1 ? 'once' : `${n} times`} at most. Then you get advice in words.`,
  },
  enquiries_a_day: {
    label: 'Most questions of one person in a day',
    sentence: (n) => `One person can ask about up to ${n} places a day.`,
  },
  proposal_draft_days: {
    label: 'Days for which a draft of a proposal is kept after it was last changed',
    sentence: (n) => `A draft that nobody touches for ${n} days goes.`,
  },
  proposal_owner_days: {
    label: 'Longest time, in days, that a proposal waits until it is known whose the place is',
    sentence: (n) => `A proposal waits up to ${n} days until it is known whose the place is.`,
  },
  proposal_checked_wd: {
    label: 'Working days for the broker to look whether a proposal is complete',
    sentence: (n) =>
      `Within ${wd(n)} a broker says whether your proposal is complete. If nobody does, it counts as complete.`,
  },
  proposal_missing_wd: {
    label: 'Working days for a group to add what is missing',
    sentence: (n) => `If something is missing you are told once, all of it, and have ${wd(n)} to add it.`,
  },
  proposal_reopen_wd: {
    label: 'Working days in which a proposal that lapsed can be taken up again',
    sentence: (n) => `A proposal that was closed for that can be taken up again for ${wd(n)}.`,
  },
  proposal_sign_wd: {
    label: 'Working days for the group to put up the sign',
    sentence: (n) =>
      `You put a sign up at the place and send a photo of it within ${wd(n)} of the day on which the proposal was complete.`,
  },
  proposal_comments_wd: {
    label: 'Working days for comments',
    sentence: (n) => `Everybody may comment for ${wd(n)} from the day on which the page is there and the sign is up.`,
  },
  proposal_assessed_wd: {
    label: 'Working days for the scorers after the comments',
    sentence: (n) => `Two people score it within ${wd(n)} of the end of the comments.`,
  },
  proposal_reserve_wd: {
    label: 'Working days for the reserve scorers',
    sentence: (n) => `If neither does, reserve scorers have ${wd(n)}.`,
  },
  proposal_panel_wd: {
    label: 'Working days for the panel when nobody has scored',
    sentence: (n) => `If they do not either, the panel scores it in public within ${wd(n)}.`,
  },
  proposal_improve_wd: {
    label: 'Working days for the one improvement',
    sentence: (n) => `Whoever comes close has ${wd(n)}, once, to improve.`,
  },
  proposal_again_wd: {
    label: 'Working days for scoring an improvement',
    sentence: (n) => `What was improved is scored within ${wd(n)}.`,
  },
  rivals_compared_wd: {
    label: 'Working days that whoever has passed waits for the others who ask for the place',
    sentence: (n) =>
      `Where several ask for one place, those that have passed are compared after ${wd(n)} at the latest.`,
  },
  rivals_close_points: {
    label: 'Points of a hundred by which the benefit must be greater',
    sentence: (n) => `One goes first if its benefit is greater by ${n}.0 points of a hundred or more.`,
  },
  rivals_sharing_wd: {
    label: 'Working days to share a place with another group that is as close as that',
    sentence: (n) => `If they are closer, the groups have ${wd(n)} to share the place.`,
  },
  rivals_choosing_wd: {
    label: 'Working days for the panel to choose between close ones',
    sentence: (n) =>
      `Then the panel chooses within ${wd(n)}; if it does not, the greater benefit goes first, by however little.`,
  },
  rivals_waiting_days: {
    label: 'Days that a proposal waits for one that goes first',
    sentence: (n) =>
      `Whoever comes second waits up to ${n} days for what becomes of the first, and goes on if that comes to nothing.`,
  },
  proposal_window_wd: {
    label: 'Working days that the owner has at least after the result',
    sentence: (n) =>
      `After a pass the owner has at least ${wd(n)} to say yes, or to show one of the permitted grounds.`,
  },
  proposal_default_wd: {
    label: 'Working days from complete before silence grants',
    sentence: (n) => `Silence grants no earlier than ${wd(n)} after the day on which the proposal was complete.`,
  },
  proposal_extension_wd: {
    label: 'Working days by which that time can be extended, once, with a reason',
    sentence: (n) => `The owner’s time can be extended once, in writing, by up to ${wd(n)}.`,
  },
  proposal_warn_first_wd: {
    label: 'Working days before silence grants for the first warning',
    sentence: (n) => `The owner is warned ${wd(n)} before silence grants,`,
  },
  proposal_warn_again_wd: {
    label: 'Working days before it for the second warning',
    sentence: (n) => `again ${wd(n)} before,`,
  },
  proposal_warn_last_wd: {
    label: 'Working days before it for the last warning',
    sentence: (n) => `and a last time ${wd(n)} before.`,
  },
  proposal_filed_wd: {
    label: 'Working days for the decision officer to decide on a ground',
    sentence: (n) => `When the owner shows a ground, the decision officer says within ${wd(n)} whether it holds.`,
  },
  proposal_filed_late_wd: {
    label: 'Working days for the monitoring officer when the decision officer is late',
    sentence: (n) =>
      `If they do not, the monitoring officer has ${wd(n)}. If nobody decides, the ground stands, and you can ask for a review.`,
  },
  proposal_call_in_wd: {
    label: 'Working days in which councillors can call a grant in',
    sentence: (n) => `Two councillors can call a grant in within ${wd(n)}, once, with a reason.`,
  },
  proposal_called_in_wd: {
    label: 'Working days in which what was called in is heard',
    sentence: (n) => `What was called in is heard within ${wd(n)}. If it is not, the grant stands.`,
  },
  proposal_review_wd: {
    label: 'Working days to ask for a review of a refusal',
    sentence: (n) => `You can ask for a review of a refusal within ${wd(n)}.`,
  },
  proposal_in_review_wd: {
    label: 'Working days for the review',
    sentence: (n) => `People who did not decide look at it again within ${wd(n)}.`,
  },
  proposal_external_wd: {
    label: 'Working days for an external reviewer when the review is late',
    sentence: (n) => `If they do not, an external reviewer has ${wd(n)}.`,
  },
  ...BUILDING_TERM_WORDS,
  ...PETITION_TERM_WORDS,
  pause_group_wd: {
    label:
      'Working days for which the clock stands still for the group, in all: to correct something, or because it asks for it',
    sentence: (n) =>
      `Where you are asked to correct something, or ask for time yourselves, the clock stands still for up to ${wd(n)} in all.`,
  },
  pause_advert_wd: {
    label: 'Working days for which it stands still for a statutory advert',
    sentence: (n) => `For an advert that the law asks for it stands still for up to ${wd(n)}.`,
  },
  pause_court_days: {
    label: 'Days after which somebody looks whether the order of a court still stands',
    sentence: (n) =>
      `For the order of a court it stands still as long as somebody says, every ${n} days, that the order stands.`,
  },
  pause_all_wd: {
    label: 'Working days for which it stands still, all pauses of a case together',
    sentence: (n) => `All pauses of a case together last ${wd(n)} at most.`,
  },
  pause_emergency_wd: {
    label: 'Working days after which an emergency stop falls by itself',
    sentence: (n) =>
      `Decision officer and monitoring officer together can stop a case for a danger, or for what is against the law. After ${wd(n)} the owner has shown a ground, or the stop falls.`,
  },
  comment_again_wd: {
    label: 'Working days to send a comment again that was turned back',
    sentence: (n) => `A comment that was turned back for one of the listed reasons can be sent again within ${wd(n)}.`,
  },
  ground_gate_wd: {
    label: 'Working days that a gate has before its “no” is a ground (R5)',
    sentence: (n) => `A gate that stays “no” for ${wd(n)} is a ground for saying no (R5).`,
  },
  ground_cost_pounds: {
    label: 'Net cost to the public purse, in pounds a year, above which it is a ground (R9)',
    sentence: (n) =>
      `A net cost to the public purse of more than £${n.toLocaleString('en-GB')} a year, shown in figures, is a ground for saying no (R9).`,
  },
  proposals_a_group: {
    label: 'Most open proposals of one group',
    sentence: (n) => `A group can have up to ${n} open proposals.`,
  },
};

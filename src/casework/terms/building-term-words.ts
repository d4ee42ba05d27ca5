import type { CaseTermName } from './case-term-contract.ts';
import { wd, type TermWords } from './term-words.ts';

/** Limits of buildings and of hearings in words. */
export const BUILDING_TERM_WORDS = {
  interest_answered_wd: {
    label: 'Working days for an owner to answer somebody who is interested in a place',
    sentence: (n) =>
      `Whoever is interested in a place hears within ${wd(n)} what it is, what it costs to run and what is dangerous there.`,
  },
  interest_chased_wd: {
    label: 'Working days more for the monitoring officer to get that answer',
    sentence: (n) =>
      `If the owner does not answer, the monitoring officer has ${wd(n)} more; then what the register shows is the answer.`,
  },
  interest_viewing_wd: {
    label: 'Working days for an owner to offer times to see a place',
    sentence: (n) => `Times to see the place are offered within ${wd(n)} of the answer.`,
  },
  interest_viewing_chased_wd: {
    label: 'Working days more for the monitoring officer to see that times are offered',
    sentence: (n) =>
      `If no time is offered, the monitoring officer has ${wd(n)} more; then the place can be asked for without having been seen.`,
  },
  interest_viewed_days: {
    label: 'Days after the last time to see a place until it counts as seen',
    sentence: (n) =>
      `A place counts as seen ${n === 1 ? 'a day' : `${n} days`} after the time in which somebody had a place.`,
  },
  interest_open_days: {
    label: 'Days for which an interest stays open once a place has been seen',
    sentence: (n) => `After that an interest stays open for ${n} days.`,
  },
  interests_a_day: {
    label: 'Interests that one person may register a day',
    sentence: (n) => `One person may register ${n === 1 ? 'one interest' : `${n} interests`} a day.`,
  },
  building_comments_wd: {
    label: 'Working days for comments on a building',
    sentence: (n) =>
      `Everybody may comment on a proposal for a building for ${wd(n)} from the day on which its page is there.`,
  },
  building_assessed_wd: {
    label: 'Working days for the scorers after the comments on a building',
    sentence: (n) => `Two people score it within ${wd(n)} of the end of the comments.`,
  },
  building_default_wd: {
    label: 'Working days from complete to the end of the owner’s time for a building, at least',
    sentence: (n) =>
      `For a building the owner’s silence is a yes ${wd(n)} after the proposal was complete at the earliest, if enough neighbours have signed for it.`,
  },
  hearing_objections: {
    label: 'Comments against land from which it is heard in public',
    sentence: (n) =>
      `About land there is a public hearing where ${n} or more comments are against it, or where the owner or a councillor asks for one.`,
  },
  hearing_notice_wd: {
    label: 'Clear working days of notice before a hearing, by the area’s own policy',
    sentence: (n) =>
      `A hearing is announced ${n} clear working days before, not counting the day of the notice or the day of the hearing.`,
  },
  hearing_call_wd: {
    label: 'Working days that there are at least for calling and holding a hearing after the marks are in',
    sentence: (n) => `However late the marks come, ${wd(n)} are left for the hearing.`,
  },
  hearing_held_wd: {
    label: 'Working days from complete within which the hearing is held',
    sentence: (n) => `The hearing is held within ${wd(n)} of the day on which the proposal was complete.`,
  },
  hearing_land_wd: {
    label: 'Working days that a hearing adds to the owner’s time for land, once',
    sentence: (n) => `A hearing about land adds ${wd(n)} to the day on which silence grants it, once.`,
  },
  hearing_adjourn_wd: {
    label: 'Working days by which a hearing may be adjourned, once',
    sentence: (n) => `A hearing may be adjourned once, by ${wd(n)} at most.`,
  },
  hearing_side_minutes: {
    label: 'Minutes at a hearing for all who speak for it, and as many for all who speak against it',
    sentence: (n) =>
      `At a hearing those who speak for it have ${n} minutes between them, and those who speak against it as many. What is read out counts too.`,
  },
  hearing_draft_wd: {
    label: 'Working days for the draft of the minutes after a hearing',
    sentence: (n) =>
      `The draft of the minutes is there within ${wd(n)} of the hearing. If nobody writes it, what was recorded is the draft.`,
  },
  hearing_corrections_wd: {
    label: 'Working days in which those who were there can correct the draft of the minutes',
    sentence: (n) =>
      `Whoever took part can correct the draft within ${wd(n)}. Then the minutes are final, with a list of what has changed.`,
  },
  hearing_result_wd: {
    label: 'Working days for the panel to publish the result after the hearing',
    sentence: (n) =>
      `The panel publishes the result within ${wd(n)} of the hearing. If it does not, the marks stand as they were.`,
  },
  hearing_papers_wd: {
    label: 'Working days for the panel to decide on the papers where no hearing was held in time',
    sentence: (n) => `If no hearing is held in time, the panel decides on the papers within ${wd(n)}.`,
  },
  proposal_deciding_wd: {
    label: 'Working days for the decision officer where too few neighbours have signed for a building',
    sentence: (n) =>
      `If too few neighbours have signed, silence grants nothing: a decision officer says yes or no within ${wd(n)}.`,
  },
} satisfies Partial<Record<CaseTermName, TermWords>>;

import type { ActName } from './consequence-acts.ts';
import { HEARING_WALKS } from './hearings/hearing-consequence-table.ts';
import { RIVAL_WALKS } from './rival-consequence-table.ts';

/** @property first what is done before, and said elsewhere @property then an act, the facts that it records, and all that has changed after it */
export type Case = { begins?: object; outside?: true; first: readonly ActName[]; then: string };

/**
 * Walks through cases. Of each act: whose turn it is then and by when, who holds the place, on whose own page it waits, the days on which the
 * owner is warned, the certificate, mails, and how many lines more everybody reads – on the page and in its feed. What is not named has not
 * changed. `outside`: its owner has not joined the compact.
 */
export const WALKS: Readonly<Record<string, Case>> = {
  'from a draft to a grant by default that is called in and stands': {
    first: [],
    then: `
    begin | begun | due=2027-05-30 home=lead
    send | sent | turn=broker due=2027-03-15 home=broker mails=sent_brokers,sent_group,sent_owner lines=1
    please | correction_asked | turn=group due=2027-04-13 home=lead mails=correction_asked_group,correction_asked_owner lines=1
    answer | correction_sent | turn=broker due=2027-03-15 home=broker mails=correction_sent_brokers,correction_sent_group,correction_sent_owner lines=1
    complete | complete | turn=group due=2027-03-31 held=yes home=lead mails=complete_group,complete_owner lines=1
    signUp | sign_photo,sign_up | turn=everybody due=2027-03-22 home=none mails=sign_up_councillors,sign_up_group,sign_up_owner lines=2
    comment | comment_made | mails=comment_confirm_link,comment_made
    reply | comment_replied | mails=comment_replied
    redact | comment_redacted | mails=comment_redacted
    silence | comments_ended | turn=scorers due=2027-03-31 mails=comments_ended_group,comments_ended_scorers lines=1
    answerComments | comment_answered | mails=comment_answered
    correctAnswer | comment_answer_corrected | mails=comment_answer_corrected
    score |  | turn=broker home=broker mails=case_test_agreed_brokers
    publish | passed | turn=owner due=2027-04-14 home=owner warnings=2027-03-31,2027-04-07,2027-04-13 mails=passed_group,passed_owner lines=1
    wish | clock_paused | turn=group due=2027-05-12 home=lead warnings=2027-04-27,2027-05-05,2027-05-11 mails=clock_paused_group,clock_paused_owner lines=1
    goOn | clock_resumed | turn=owner due=2027-04-15 home=owner warnings=2027-04-01,2027-04-08,2027-04-14 mails=clock_resumed_group,clock_resumed_owner lines=1
    extend | extended | due=2027-05-28 warnings=2027-05-14,2027-05-21,2027-05-27 mails=extended_group,extended_owner lines=1
    warn | warned | warnings=2027-05-21,2027-05-27 mails=warned_decision_officers,warned_owner lines=1
    silence | granted_by_default | turn=decision_officer due=2027-06-07 home=decider,councillor warnings=none certificate=yes mails=granted_by_default_councillors,granted_by_default_decision_officers,granted_by_default_group,granted_by_default_monitoring_officers,granted_by_default_owner lines=1
    callIn | call_in_asked | mails=call_in_asked_councillors,call_in_asked_group lines=1
    callInToo | called_in | turn=panel due=2027-06-21 home=chair mails=called_in_group,called_in_owner,called_in_panel lines=1
    uphold | upheld | turn=nobody due=none home=none mails=upheld_group,upheld_owner lines=1
    sign | decision_signed | mails=decision_signed_group,decision_signed_owner lines=1
    correct | decision_corrected | mails=decision_corrected_group,decision_corrected_owner lines=1
  `,
  },
  'incomplete, deemed complete, and no sign': {
    first: ['begin', 'send'],
    then: `
    missing | missing_asked | turn=group due=2027-03-31 home=lead mails=missing_asked_group lines=1
    send | missing_sent | turn=broker due=2027-03-15 home=broker mails=missing_sent_brokers lines=1
    silence | deemed_complete | turn=group due=2027-04-14 held=yes home=lead mails=deemed_complete_brokers,deemed_complete_group,deemed_complete_owner lines=1
    silence | closed | turn=nobody due=none held=no home=none mails=closed_group,closed_owner lines=1
  `,
  },
  'lapsed and closed': {
    first: ['begin', 'send'],
    then: `
    missing | missing_asked | turn=group due=2027-03-31 home=lead mails=missing_asked_group lines=1
    silence | lapsed | due=2027-06-25 mails=lapsed_group lines=1
    silence | closed | turn=nobody due=none home=none mails=closed_group,closed_owner lines=1
  `,
  },
  'a comment that is turned back and sent again, a holiday, and taken back': {
    first: ['begin', 'send', 'complete', 'signUp'],
    then: `
    comment | comment_made | mails=comment_confirm_link,comment_made
    reject | comment_rejected | mails=comment_rejected
    sendAgain | comment_sent_again | mails=comment_sent_again
    holiday | date_moved | due=2027-03-23 mails=date_moved_group,date_moved_owner lines=1
    withdraw | comment_answered,withdrawn | turn=nobody due=none held=no mails=comment_answered,withdrawn_group,withdrawn_owner lines=1
  `,
  },
  'nearly, improved, not passed, reviewed late': {
    first: ['begin', 'send', 'complete', 'signUp', 'silence'],
    then: `
    nearly | nearly | turn=group due=2027-04-22 home=lead mails=case_test_agreed_brokers,nearly_group,nearly_owner lines=1
    send | improved | turn=scorers due=2027-04-08 home=none mails=improved_group,improved_scorers lines=1
    nearly | failed | turn=group due=2027-04-22 held=no home=lead mails=case_test_agreed_brokers,failed_group,failed_owner lines=1
    askReview | review_asked | turn=panel home=reviewer mails=review_asked_group,review_asked_owner,review_asked_reviewers lines=1
    silence | to_external | turn=monitoring_officer due=2027-05-07 home=monitor mails=to_external_group,to_external_monitoring_officers lines=1
    externalNo | review_confirmed | turn=nobody due=none home=none mails=review_confirmed_group,review_confirmed_owner lines=1
  `,
  },
  'nobody scores it': {
    first: ['begin', 'send', 'complete', 'signUp'],
    then: `
    comment | comment_made | mails=comment_confirm_link,comment_made
    silence | comments_ended | turn=scorers due=2027-03-31 mails=comments_ended_group,comments_ended_scorers lines=1
    silence | to_reserve | due=2027-04-14 mails=to_reserve_group,to_reserve_panel,to_reserve_scorers lines=1
    silence | to_panel | turn=panel due=2027-05-06 mails=to_panel_group,to_panel_panel lines=1
    silence | comment_answered,unassessed | turn=nobody due=none held=no mails=comment_answered,unassessed_group,unassessed_monitoring_officers,unassessed_owner lines=1
  `,
  },
  'a ground that is turned back, one that is taken back, one that holds': {
    first: ['begin', 'send', 'complete', 'signUp'],
    then: `
    file | ground_shown | mails=ground_shown_group lines=1
    takeBack | ground_taken_back | mails=ground_taken_back_group lines=1
    silence | comments_ended | turn=scorers due=2027-03-31 mails=comments_ended_group,comments_ended_scorers lines=1
    pass | passed | turn=owner due=2027-04-14 home=owner warnings=2027-03-31,2027-04-07,2027-04-13 mails=case_test_agreed_brokers,passed_group,passed_owner lines=1
    file | filed | turn=decision_officer due=2027-04-01 home=decider warnings=none mails=filed_decision_officers,filed_group lines=1
    turnBack | filing_turned_back | turn=owner due=2027-04-14 home=owner warnings=2027-03-31,2027-04-07,2027-04-13 mails=filing_turned_back_group,filing_turned_back_owner lines=1
    file | filed | turn=decision_officer due=2027-04-01 home=decider warnings=none mails=filed_decision_officers,filed_group lines=1
    takeBack | filing_taken_back | turn=owner due=2027-04-14 home=owner warnings=2027-03-31,2027-04-07,2027-04-13 mails=filing_taken_back_decision_officers,filing_taken_back_group lines=1
    file | filed | turn=decision_officer due=2027-04-01 home=decider warnings=none mails=filed_decision_officers,filed_group lines=1
    accept | refused | turn=group due=2027-04-22 held=no home=lead mails=refused_group,refused_owner lines=1
    silence | refusal_stood | turn=nobody due=none home=none mails=refusal_stood_group lines=1
  `,
  },
  'a ground on which nobody decides, and a review that grants': {
    first: ['begin', 'send', 'complete', 'signUp', 'silence', 'pass'],
    then: `
    file | filed | turn=decision_officer due=2027-04-01 home=decider warnings=none mails=filed_decision_officers,filed_group lines=1
    silence | filing_late | turn=monitoring_officer due=2027-04-08 home=monitor mails=filing_late_group,filing_late_monitoring_officers lines=1
    silence | filing_stood | turn=group due=2027-05-07 held=no home=lead mails=filing_stood_group,filing_stood_monitoring_officers,filing_stood_owner lines=1
    askReview | review_asked | turn=panel due=2027-05-10 home=reviewer mails=review_asked_group,review_asked_owner,review_asked_reviewers lines=1
    reviewYes | review_granted | turn=decision_officer due=2027-04-16 held=yes home=decider,councillor mails=review_granted_councillors,review_granted_decision_officers,review_granted_group,review_granted_owner lines=1
    silence | grant_stood | turn=nobody due=none home=none mails=grant_stood_group,grant_stood_owner lines=1
  `,
  },
  'a junction in autumn, and a hearing that finds a danger': {
    first: ['begin', 'send', 'complete', 'signUp'],
    then: `
    junction | ground_shown | mails=ground_shown_group lines=1
    silence | comments_ended | turn=scorers due=2027-03-31 mails=comments_ended_group,comments_ended_scorers lines=1
    pass | filed,passed | turn=decision_officer due=2027-04-01 home=decider mails=case_test_agreed_brokers,filed_decision_officers,filed_group,passed_group,passed_owner lines=2
    accept | granted_shorter | home=decider,councillor mails=granted_shorter_councillors,granted_shorter_decision_officers,granted_shorter_group,granted_shorter_owner lines=1
    callIn | call_in_asked | mails=call_in_asked_councillors,call_in_asked_group lines=1
    callInToo | called_in | turn=panel due=2027-04-15 home=chair mails=called_in_group,called_in_owner,called_in_panel lines=1
    overturn | overturned | turn=group due=2027-04-22 held=no home=lead mails=overturned_group,overturned_owner lines=1
  `,
  },
  'a grant by default, and a ground that had been filed in time': {
    first: ['begin', 'send', 'complete', 'signUp', 'silence', 'pass'],
    then: `
    silence | granted_by_default | turn=decision_officer due=2027-04-21 home=decider,councillor warnings=none certificate=yes mails=granted_by_default_councillors,granted_by_default_decision_officers,granted_by_default_group,granted_by_default_monitoring_officers,granted_by_default_owner lines=1
    proveFiled | filing_proven | due=2027-04-22 home=decider mails=filing_proven_councillors,filing_proven_decision_officers,filing_proven_group lines=1
    withdraw | withdrawn | turn=nobody due=none held=no home=none mails=withdrawn_group,withdrawn_owner lines=1
  `,
  },
  'the owner’s yes, an emergency stop, and a danger': {
    first: ['begin', 'send'],
    then: `
    agree | agreed | turn=decision_officer due=2027-03-08 held=yes home=decider,councillor mails=agreed_councillors,agreed_decision_officers,agreed_group lines=1
    stop | stop_asked | home=decider,monitor,councillor mails=stop_asked_decision_officers,stop_asked_monitoring_officers
    confirmStop | emergency_stopped | turn=owner due=2027-03-19 home=owner mails=emergency_stopped_brokers,emergency_stopped_councillors,emergency_stopped_decision_officers,emergency_stopped_group,emergency_stopped_monitoring_officers,emergency_stopped_owner lines=1
    file | danger_shown | turn=decision_officer due=2027-03-08 home=decider mails=danger_shown_councillors,danger_shown_decision_officers,danger_shown_group,danger_shown_monitoring_officers lines=1
    accept | refused | turn=group due=2027-03-31 held=no home=lead mails=refused_group,refused_owner lines=1
  `,
  },
  'a court, and an emergency stop that falls': {
    first: ['begin', 'send', 'complete', 'signUp', 'silence', 'pass'],
    then: `
    court | clock_paused | turn=broker due=2027-05-14 home=broker warnings=2027-04-29,2027-05-07,2027-05-13 mails=clock_paused_group,clock_paused_owner lines=1
    courtStands | court_order_stands | due=2027-06-14 warnings=2027-05-28,2027-06-07,2027-06-11 mails=court_order_stands_group,court_order_stands_owner lines=1
    courtLifted | clock_resumed | turn=owner due=2027-05-13 home=owner warnings=2027-04-28,2027-05-06,2027-05-12 mails=clock_resumed_group,clock_resumed_owner lines=1
    stop | stop_asked | home=owner,monitor mails=stop_asked_decision_officers,stop_asked_monitoring_officers
    confirmStop | emergency_stopped | due=2027-05-26 home=owner warnings=2027-05-12,2027-05-19,2027-05-25 mails=emergency_stopped_brokers,emergency_stopped_councillors,emergency_stopped_decision_officers,emergency_stopped_group,emergency_stopped_monitoring_officers,emergency_stopped_owner lines=1
    pauseEnds | emergency_ended | mails=emergency_ended_brokers,emergency_ended_councillors,emergency_ended_decision_officers,emergency_ended_group,emergency_ended_monitoring_officers,emergency_ended_owner lines=1
  `,
  },
  'a pause that ends by itself': {
    first: ['begin', 'send'],
    then: `
    please | correction_asked | turn=group due=2027-04-13 home=lead mails=correction_asked_group,correction_asked_owner lines=1
    pauseEnds | clock_resumed | turn=broker home=broker mails=clock_resumed_group,clock_resumed_owner lines=1
  `,
  },
  'a draft that is dropped': {
    first: ['begin'],
    then: `
    withdraw | dropped | due=none home=none
  `,
  },
  'an owner that is found': {
    begins: { ownership: 'unknown' },
    first: ['begin'],
    then: `
    send | sent_to_find | turn=broker due=2029-02-28 home=broker mails=sent_to_find_brokers,sent_to_find_group lines=1
    ownerFound | owner_found | due=2027-03-15 mails=owner_found_brokers,owner_found_group,owner_found_owner lines=1
  `,
  },
  'an owner that nobody finds': {
    begins: { ownership: 'unknown' },
    first: ['begin'],
    then: `
    send | sent_to_find | turn=broker due=2029-02-28 home=broker mails=sent_to_find_brokers,sent_to_find_group lines=1
    ownerMissing | owner_missing | turn=nobody due=none home=none mails=owner_missing_group lines=1
  `,
  },
  'an owner outside the compact': {
    outside: true,
    first: ['begin', 'send', 'complete', 'signUp'],
    then: `
    silence | comments_ended | turn=scorers due=2027-03-31 mails=comments_ended_group,comments_ended_scorers lines=1
    pass | passed | turn=owner due=2027-04-14 mails=case_test_agreed_brokers,passed_group lines=1
    silence | advised | turn=nobody due=none held=no mails=advised_group lines=1
  `,
  },
  ...RIVAL_WALKS,
  ...HEARING_WALKS,
};

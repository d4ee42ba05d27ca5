import type { Case } from '../consequence-table.ts';

/** Walks through hearings and through cases of buildings, read as those of `WALKS`. */
export const HEARING_WALKS: Readonly<Record<string, Case>> = {
  'a building that is heard, after its hearing was moved, cancelled and adjourned, and an officer says yes': {
    begins: { kind: 'building' },
    first: ['third', 'begin', 'send'],
    then: `
    complete | published | turn=everybody due=2027-03-31 held=yes home=none mails=published_councillors,published_group,published_owner lines=1
    silence | comments_ended | turn=scorers due=2027-04-14 mails=comments_ended_group,comments_ended_scorers lines=1
    pass | assessed | turn=democratic_services due=2027-05-06 home=clerk mails=case_test_agreed_brokers,assessed_democratic_services,assessed_group,assessed_owner lines=1
    call | hearing_called | turn=everybody due=2027-05-13 home=none mails=hearing_called_councillors,hearing_called_group,hearing_called_owner,hearing_called_panel lines=1
    move | hearing_moved | mails=hearing_moved_councillors,hearing_moved_group,hearing_moved_owner,hearing_moved_panel lines=1
    cancel | hearing_cancelled | turn=democratic_services due=2027-05-06 home=clerk mails=hearing_cancelled_councillors,hearing_cancelled_democratic_services,hearing_cancelled_group,hearing_cancelled_owner,hearing_cancelled_panel lines=1
    call | hearing_called | turn=everybody due=2027-05-13 home=none mails=hearing_called_councillors,hearing_called_group,hearing_called_owner,hearing_called_panel lines=1
    recordWay | hearing_way_recorded | lines=1
    hearingComes |  | 
    adjourn | hearing_adjourned | due=2027-05-14 mails=hearing_adjourned_councillors,hearing_adjourned_group,hearing_adjourned_owner,hearing_adjourned_panel lines=1
    hearingComes |  | 
    hold | hearing_held | turn=panel home=chair,clerk mails=hearing_held_group,hearing_held_owner,hearing_held_panel lines=1
    draftMinutes | minutes_drafted | home=chair mails=minutes_drafted_councillors,minutes_drafted_democratic_services,minutes_drafted_group,minutes_drafted_owner,minutes_drafted_panel lines=1
    changeMinutes | minutes_changed |
    correctMinutes | minutes_correction_sent | home=chair,clerk mails=minutes_correction_sent_democratic_services
    answerCorrection | minutes_correction_answered | home=chair
    conclude | passed | turn=owner due=2027-05-27 home=owner mails=passed_group,passed_owner lines=1
    silence | to_officer | turn=decision_officer due=2027-06-11 home=decider mails=to_officer_decision_officers,to_officer_group,to_officer_owner lines=1
    minutesFinal | minutes_final | mails=minutes_final_group,minutes_final_owner lines=1
    officerYes | officer_granted | due=2027-06-07 home=decider,councillor mails=officer_granted_councillors,officer_granted_group,officer_granted_owner lines=1
  `,
  },
  'a building that nobody looks at, nobody hears and nobody decides on': {
    begins: { kind: 'building' },
    first: ['third', 'begin', 'send'],
    then: `
    silence | deemed_published | turn=everybody due=2027-04-14 held=yes home=none mails=deemed_published_brokers,deemed_published_councillors,deemed_published_group,deemed_published_owner lines=1
    silence | comments_ended | turn=scorers due=2027-04-28 mails=comments_ended_group,comments_ended_scorers lines=1
    pass | assessed | turn=democratic_services due=2027-05-20 home=clerk mails=case_test_agreed_brokers,assessed_democratic_services,assessed_group,assessed_owner lines=1
    silence | hearing_not_held | turn=panel due=2027-06-04 home=chair mails=hearing_not_held_group,hearing_not_held_monitoring_officers,hearing_not_held_owner,hearing_not_held_panel lines=1
    silence | passed | turn=owner due=2027-06-18 home=owner mails=passed_group,passed_owner lines=1
    silence | to_officer | turn=decision_officer due=2027-07-02 home=decider mails=to_officer_decision_officers,to_officer_group,to_officer_owner lines=1
    silence | left_undecided | turn=nobody due=none held=no home=none mails=left_undecided_group,left_undecided_monitoring_officers,left_undecided_owner lines=1
  `,
  },
  'a building that is nearly good enough, and an officer says no': {
    begins: { kind: 'building' },
    first: ['third', 'begin', 'send', 'complete', 'silence', 'nearlyBuilding'],
    then: `
    call | hearing_called | turn=everybody due=2027-05-13 home=none mails=hearing_called_councillors,hearing_called_group,hearing_called_owner,hearing_called_panel lines=1
    hearingComes |  | 
    hold | hearing_held | turn=panel home=chair,clerk mails=hearing_held_group,hearing_held_owner,hearing_held_panel lines=1
    silence | nearly | turn=group due=2027-06-11 home=lead,chair,clerk mails=nearly_group,nearly_owner lines=1
    send | improved | turn=scorers due=2027-05-28 home=chair,clerk mails=improved_group,improved_scorers lines=1
    pass | passed | turn=owner home=owner,chair,clerk mails=case_test_agreed_brokers,passed_group,passed_owner lines=1
    silence | to_officer | turn=decision_officer due=2027-06-14 home=decider,chair,clerk mails=to_officer_decision_officers,to_officer_group,to_officer_owner lines=1
    officerNo | officer_refused | turn=group due=2027-06-28 held=no home=lead,chair,clerk mails=officer_refused_group,officer_refused_owner lines=1`,
  },
  'land that a councillor wants heard': {
    first: ['begin', 'send'],
    then: `
    askHearing | hearing_asked | mails=hearing_asked_councillors,hearing_asked_democratic_services,hearing_asked_group,hearing_asked_owner lines=1
    complete | complete | turn=group due=2027-03-31 held=yes home=lead mails=complete_group,complete_owner lines=1
    signUp | sign_photo,sign_up | turn=everybody due=2027-03-22 home=none mails=sign_up_councillors,sign_up_group,sign_up_owner lines=2
    silence | comments_ended | turn=scorers due=2027-03-31 mails=comments_ended_group,comments_ended_scorers lines=1
    pass | assessed | turn=democratic_services due=2027-05-06 home=clerk mails=case_test_agreed_brokers,assessed_democratic_services,assessed_group,assessed_owner lines=1
    call | hearing_called | turn=everybody due=2027-05-13 home=none mails=hearing_called_councillors,hearing_called_group,hearing_called_owner,hearing_called_panel lines=1
    hearingComes |  | 
    hold | hearing_held | turn=panel home=chair,clerk mails=hearing_held_group,hearing_held_owner,hearing_held_panel lines=1
    conclude | passed | turn=owner due=2027-05-20 home=owner,chair,clerk warnings=2027-05-06,2027-05-13,2027-05-19 mails=passed_group,passed_owner lines=1`,
  },
  'a building whose owner says yes before its hearing: all who registered to speak are told': {
    begins: { kind: 'building' },
    first: ['third', 'begin', 'send', 'complete', 'silence', 'pass', 'call'],
    then: `
    speak | speaker_registered | mails=speaker_confirm_link,speaker_registered
    unspeak | speaker_withdrawn | mails=speaker_withdrawn
    speakAgain | speaker_registered | mails=speaker_registered
    move | hearing_moved | mails=hearing_moved_speakers,hearing_moved_councillors,hearing_moved_group,hearing_moved_owner,hearing_moved_panel lines=1
    agreeBeforeHearing | hearing_called_off,agreed | turn=decision_officer due=2027-04-08 home=decider,councillor mails=hearing_called_off_councillors,hearing_called_off_democratic_services,hearing_called_off_group,hearing_called_off_owner,hearing_called_off_panel,hearing_called_off_speakers,agreed_councillors,agreed_decision_officers,agreed_group lines=2
  `,
  },
  'a building that is taken back while somebody has the floor': {
    begins: { kind: 'building' },
    first: ['third', 'begin', 'send', 'complete', 'silence', 'pass', 'call', 'speak', 'hearingComes'],
    then: `
    giveFloor | floor_given |
    moreTime | floor_extended |
    stopFloor | floor_stopped |
    giveFloor | floor_given |
    withdraw | hearing_called_off,withdrawn | turn=nobody due=none held=no mails=hearing_called_off_councillors,hearing_called_off_democratic_services,hearing_called_off_group,hearing_called_off_owner,hearing_called_off_panel,hearing_called_off_speakers,withdrawn_group,withdrawn_owner lines=2
  `,
  },
  'land to which ten object': {
    first: ['begin', 'send', 'complete', 'signUp', 'tenObject'],
    then: `
    silence | comments_ended,hearing_asked | turn=scorers due=2027-03-31 mails=comments_ended_group,comments_ended_scorers,hearing_asked_councillors,hearing_asked_democratic_services,hearing_asked_group,hearing_asked_owner lines=2
  `,
  },
};

import type { Case } from './consequence-table.ts';

const ASKED = ['begin', 'send', 'complete', 'signUp', 'rival'] as const;

/** The same where two ask for the same days of one place: facts are those of both, all else is that of the first. */
export const RIVAL_WALKS: Readonly<Record<string, Case>> = {
  'two for the same days: the second waits, and moves up': {
    first: [...ASKED],
    then: `
    silence | comments_ended,comments_ended | turn=scorers due=2027-03-31 mails=comments_ended_group,comments_ended_scorers lines=1
    passWeaker | passed_beside_others | due=2027-05-21 mails=case_test_agreed_brokers,passed_beside_others_group lines=1
    rivalPasses | passed_beside_others,stands_first,stands_second | turn=nobody due=2028-03-22 held=no mails=stands_first_group,stands_first_owner,stands_second_group lines=1
    rivalWithdraws | moves_up,withdrawn | turn=owner due=2027-04-14 held=yes home=owner warnings=2027-03-31,2027-04-07,2027-04-13 mails=moves_up_group,moves_up_owner lines=1
  `,
  },
  'two for the same days: the second is refused when the first is granted for good': {
    first: [...ASKED, 'silence', 'passWeaker', 'rivalPasses'],
    then: `
    rivalAgreed | agreed |
    rivalSilence | beaten,grant_stood | turn=group due=2027-04-29 home=lead mails=beaten_group lines=1
  `,
  },
  'two for the same days: the first': {
    first: [...ASKED, 'silence', 'pass'],
    then: `
    rivalPassesWeaker | passed_beside_others,stands_first,stands_second | turn=owner due=2027-04-14 home=owner warnings=2027-03-31,2027-04-07,2027-04-13 mails=stands_first_group,stands_first_owner,stands_second_group lines=1
  `,
  },
  'two that are close, and the panel chooses': {
    first: [...ASKED, 'silence', 'pass'],
    then: `
    rivalPassesClose | close_to_another,close_to_another,passed_beside_others | turn=group due=2027-04-08 home=lead mails=close_to_another_brokers,close_to_another_group lines=1
    silence | to_be_chosen,to_be_chosen | turn=panel due=2027-04-22 home=none mails=to_be_chosen_group,to_be_chosen_panel lines=1
    choose | chosen,stands_second | turn=owner due=2027-04-23 home=owner warnings=2027-04-09,2027-04-16,2027-04-22 mails=chosen_group,chosen_owner,stands_second_group lines=1
  `,
  },
  'too late to be compared, and the other comes to nothing': {
    first: ['begin', 'send', 'rival', 'complete'],
    then: `
    rivalSilence | comments_ended,set_aside | turn=nobody due=2028-03-21 home=none mails=set_aside_group lines=1
    rivalWithdraws | goes_on,withdrawn | turn=broker due=2027-04-08 home=broker mails=goes_on_brokers,goes_on_group,goes_on_owner lines=1
  `,
  },
  'too late to be compared, and the other is granted for good': {
    first: ['begin', 'rival', 'send', 'rivalSilence', 'rivalPasses'],
    then: `
    rivalAgreed | agreed |
    rivalSilence | grant_stood,place_gone | due=none mails=place_gone_group lines=1
  `,
  },
};

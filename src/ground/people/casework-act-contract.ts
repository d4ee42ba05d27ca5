import { FINDERS, GROUP_PEOPLE, OFFICERS, OWNERS_PEOPLE, SCORERS } from './role-set-contract.ts';

/** Who may do what in cases of land and buildings: a part of the one table in `role-contract.ts`. */
export const CASEWORK_ACTS = {
  'enquiry.ask': { who: ['signed_in'], words: 'Ask whose a place is, and follow such a question' },
  'enquiry.own': {
    who: ['self', ...OFFICERS],
    words: 'Answer what is asked back about one’s own question, add photos, and take it back',
  },
  'enquiry.read': { who: ['self', ...FINDERS], words: 'See who asked whose a place is, why, and the photos' },
  'enquiry.look': { who: FINDERS, words: 'Look for the owner of a place, and say whose it is' },
  'enquiry.list': { who: FINDERS, words: 'See an area’s questions whose a place is, by what is due' },
  'enquiry.assist': { who: OFFICERS, words: 'Ask whose a place is for somebody who rang, wrote or came in' },
  'enquiry.disprove': {
    who: ['owner_representative', ...FINDERS],
    words: 'Show that a place is not an owner’s that counts as theirs',
  },
  'interest.register': { who: ['signed_in'], words: 'Register an interest in a place' },
  'interest.assist': {
    who: OFFICERS,
    words: 'Register an interest in a place for somebody who rang, wrote or came in',
  },
  'interest.own': {
    who: ['self', ...OFFICERS],
    words: 'Take a place in a time to see a place, give it back, write down what one saw, take the interest back',
  },
  'interest.read': {
    who: ['self', 'owner_representative', ...FINDERS],
    words: 'See who is interested in a place, and what came of it',
  },
  'interest.answer': {
    who: ['owner_representative', ...FINDERS],
    words: 'Tell somebody who is interested about a place, or why it is not possible',
  },
  'interest.list': { who: FINDERS, words: 'See an area’s interests in places by what is due' },
  'viewing.offer': {
    who: ['owner_representative', ...FINDERS],
    words: 'Offer times at which a place can be seen, change and cancel them',
  },
  'viewing.open': {
    who: ['owner_representative', 'caretaker', ...FINDERS],
    words: 'See who comes to see a place, where, and how its door opens, and say who came',
  },
  'proposal.begin': { who: ['signed_in'], words: 'Begin to ask for a place for a group' },
  'proposal.own': {
    who: ['group_lead', 'group_deputy', ...OFFICERS],
    words: 'Write a group’s proposal for a place, send it, show its sign, and take it back',
  },
  'proposal.check': {
    who: OFFICERS,
    never: GROUP_PEOPLE,
    words: 'Say whether a proposal is complete, or what is missing',
  },
  'proposal.list': {
    who: [
      ...FINDERS,
      'decision_officer',
      'democratic_services',
      'hearing_chair',
      'panel_member',
      'review_panel',
      'ward_councillor',
    ],
    words: 'See an area’s proposals by whose turn it is',
  },
  'partner.see': { who: ['anyone'], words: 'See what a group is asked with a link: to ask for a place together' },
  'partner.answer': { who: ['signed_in'], words: 'Say yes or no to that for a group of one’s own' },
  'partner.assist': {
    who: OFFICERS,
    never: GROUP_PEOPLE,
    words: 'Type in that a group asks for a place together with another, as it told an officer',
  },
  'partner.leave': {
    who: ['group_lead', 'group_deputy'],
    words: 'Leave a proposal that a group asks for together with another',
  },
  'pause.ask': {
    who: OFFICERS,
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Ask a group to correct something, and let the clock of a case stand still for a statutory advert',
  },
  'pause.own': {
    who: ['group_lead', 'group_deputy', ...OFFICERS],
    never: OWNERS_PEOPLE,
    words: 'Say for a group what it has corrected, and let the clock stand still and go on because it wishes so',
  },
  'pause.court': {
    who: [...OFFICERS, 'decision_officer', 'monitoring_officer'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Let the clock of a case stand still for the order of a court, look at it, and say that it is lifted',
  },
  'pause.stop': {
    who: ['decision_officer', 'monitoring_officer'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words:
      'Stop a case for a danger or for what is against the law, together with the other officer, and lift the stop',
  },
  'rival.choose': {
    who: ['hearing_chair', 'panel_member'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Choose for the panel between proposals for one place that are close',
  },
  'hearing.ask': {
    who: ['ward_councillor', 'owner_representative'],
    never: GROUP_PEOPLE,
    words: 'Ask for a public hearing about land that a group asks for, with a reason',
  },
  'hearing.call': {
    who: ['democratic_services', 'hearing_chair'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Call a public hearing, change or adjourn it, run its clock, and say that it was held',
  },
  'hearing.conclude': {
    who: ['hearing_chair', 'panel_member'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Publish the panel’s result after a hearing, with reasons for every mark that changes',
  },
  'hearing.speak': { who: ['anyone'], words: 'Register to speak at a public hearing' },
  'speaker.by_link': {
    who: ['anyone'],
    words:
      'Confirm that one wants to speak at a hearing, see what is noted and take it back, with the link from a mail',
  },
  'hearing.speak_for': {
    who: [...OFFICERS, 'democratic_services', 'hearing_chair'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Register somebody to speak at a hearing who rang, wrote or came in',
  },
  'petition.begin': { who: ['signed_in'], words: 'Begin to gather signatures for a building for a group' },
  'petition.own': {
    who: ['group_lead', 'group_deputy', ...OFFICERS],
    words: 'Put the wording of a group’s petition right, and take the petition back',
  },
  'petition.check': {
    who: ['democratic_services', ...OFFICERS],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Check the wording of a petition, or turn it back for a listed reason',
  },
  'petition.sign': { who: ['anyone'], words: 'Sign a petition' },
  'petition.by_link': {
    who: ['anyone'],
    words: 'Confirm one’s own signature and take it back, with the link from a mail',
  },
  'petition.enter': {
    who: ['democratic_services', ...OFFICERS],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Type signatures from paper and by telephone',
  },
  'petition.count': {
    who: ['democratic_services', 'area_administrator'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Look for patterns and doubles among signatures, strike and restore them, and verify the count',
  },
  'petition.sponsor': {
    who: ['ward_councillor'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Sponsor a petition in writing',
  },
  'petition.list': {
    who: ['democratic_services', ...OFFICERS, 'ward_councillor'],
    words: 'See an area’s petitions by what is due',
  },
  'minutes.write': {
    who: ['democratic_services', 'hearing_chair'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Write the minutes of a public hearing, and say what came of corrections',
  },
  'minutes.correct': {
    who: ['group_lead', 'group_deputy', 'owner_representative', 'panel_member', 'ward_councillor'],
    words: 'Correct the draft of the minutes of a public hearing',
  },
  'comment.make': { who: ['anyone'], words: 'Comment on a proposal' },
  'comment.by_link': {
    who: ['anyone'],
    words: 'Confirm one’s own comment, see what came of it and send it again, with the link from a mail',
  },
  'comment.reply': {
    who: ['group_lead', 'group_deputy', ...OFFICERS],
    words: 'Reply for a group to a comment on its proposal',
  },
  'comment.assist': { who: OFFICERS, words: 'Type a comment for somebody who rang, wrote or came in' },
  'comment.read': {
    who: [...FINDERS, 'decision_officer', ...SCORERS, 'review_panel'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Read who commented on a proposal, and what was left out of a comment',
  },
  'comment.look': {
    who: OFFICERS,
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Leave something out of a comment, or turn it back for a listed reason',
  },
  'comment.answer': {
    who: [...OFFICERS, 'scorer'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Say what came of comments on a proposal',
  },
  'comment.list': { who: OFFICERS, words: 'See an area’s comments that wait for a look or for an answer' },
  'proposal.follow': { who: ['anyone'], words: 'Follow a proposal by mail, and stop that' },
  'decision.agree': {
    who: ['owner_representative'],
    never: GROUP_PEOPLE,
    words: 'Say yes for the owner to a group that asks for a place',
  },
  'decision.file': {
    who: ['owner_representative'],
    never: GROUP_PEOPLE,
    words: 'Show for the owner one of the permitted grounds for saying no, and take it back',
  },
  'decision.extend': {
    who: ['owner_representative', ...OFFICERS],
    never: GROUP_PEOPLE,
    words: 'Extend the owner’s time once, with a reason, and show that a ground had been filed in time',
  },
  'decision.read': {
    who: [
      'group_lead',
      'group_deputy',
      'owner_representative',
      ...OFFICERS,
      'decision_officer',
      'monitoring_officer',
      'hearing_chair',
      'review_panel',
    ],
    words: 'Read the papers that an owner shows for a ground, and why a review is asked for',
  },
  'decision.decide': {
    who: ['decision_officer', 'monitoring_officer'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Decide whether an owner’s ground holds, sign decisions, and put slips right',
  },
  'decision.call_in': {
    who: ['ward_councillor'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Call a grant in, together with a second councillor',
  },
  'decision.hear': {
    who: ['hearing_chair'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Say after a hearing whether a grant that was called in stands',
  },
  'decision.ask_review': {
    who: ['group_lead', 'group_deputy', ...OFFICERS],
    words: 'Ask for a review of a refusal for a group, or take it as it is',
  },
  'decision.review': {
    who: ['review_panel', 'monitoring_officer'],
    never: [...GROUP_PEOPLE, ...OWNERS_PEOPLE],
    words: 'Review a refusal that one has not decided; the monitoring officer brings an external decision',
  },
} as const;

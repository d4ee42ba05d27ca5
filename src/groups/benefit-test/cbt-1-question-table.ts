import type { Criterion } from './criterion-contract.ts';
import type { PathName } from './criteria-contract.ts';

type Asked = Omit<Criterion, 'weight' | 'min' | 'text' | 'why' | 'evidence' | 'help' | 'anchors'> & {
  text: string;
  why: string;
  evidence: string;
  anchors: readonly string[];
  weights: Partial<Record<PathName, number>>;
  room?: { anchors: readonly string[]; help: string };
};

/** The ten questions, with the weight that each has on each path; without a weight it is not asked there. */
export const ASKED: readonly Asked[] = [
  {
    id: 'NEED',
    side: 'benefit',
    compared: true,
    weights: { land: 12, building: 10, room: 20 },
    text: 'Is there a local need or wish for this?',
    why: 'Public assets are for local needs.',
    evidence: 'Survey, waiting list, complaints log, ward profile, letters',
    anchors: [
      'Nothing shows anyone needs this',
      'You say it is needed',
      'Some people say so, or one source shows it',
      'Two sources agree, such as a survey and complaints',
      'Strong local facts plus people asking for it, or a waiting list',
    ],
  },
  {
    id: 'BEN',
    side: 'benefit',
    compared: true,
    weights: { land: 18, building: 16, room: 30 },
    text: 'What good will it do, and for how many people?',
    why: 'This is the core of the compact.',
    evidence: 'Activities, numbers per week, expected changes',
    anchors: [
      'It mostly helps private profit',
      'A small or unclear good',
      'A clear good for a named group',
      'A clear good for many, or a deep good for a few',
      'Large for this place, lasting, and seen to work before',
    ],
  },
  {
    id: 'INC',
    side: 'benefit',
    compared: true,
    weights: { land: 12, building: 10, room: 20 },
    text: 'Will people who miss out most be able to join in?',
    why: 'Fairness: places are not just for the loudest.',
    evidence: 'Access plan, price, languages, outreach, opening hours',
    anchors: [
      'People are shut out without good reason',
      'Open in name only',
      'Open, and main barriers are named',
      'Main barriers are being removed',
      'People who miss out most helped design it',
    ],
  },
  {
    id: 'SUP',
    side: 'benefit',
    compared: false,
    weights: { land: 10, building: 10 },
    counts_to: 100,
    text: 'Do people nearby back it, and were worries answered?',
    why: 'Those who live with it have a say.',
    evidence: 'Petition, meeting notes, objections and answers',
    anchors: [
      'Serious worry left unanswered',
      'Few people asked',
      'More for than against, worries answered',
      'Wide support from different groups',
      'Wide support, and plans changed because of objectors',
    ],
  },
  {
    id: 'USE',
    side: 'benefit',
    compared: true,
    weights: { land: 12, building: 10, room: 10 },
    text: 'Is this better than what happens there now, or is planned?',
    why: 'A place goes to the greater public benefit.',
    evidence: 'Vacancy facts, alternatives, dates',
    anchors: [
      'A funded better use starts in this time',
      'Some real use would be lost',
      'Idle, nothing firm planned',
      'Idle 6+ months, nothing planned in the time asked',
      'Idle 12+ months, causing harm or cost, nothing planned',
    ],
    room: {
      anchors: [
        'Another user would be pushed out',
        'Slot often used',
        'Slot free half the last 8 weeks',
        'Slot free most weeks',
        'Slot free every one of the last 8 weeks',
      ],
      help: 'Say which day and time you want, and what you know of the rooms near you then. We look up how they were used in the last 8 weeks.',
    },
  },
  {
    id: 'DEL',
    side: 'delivery',
    compared: false,
    weights: { land: 12, building: 12, room: 20 },
    text: 'Do you have the people, skills and a simple plan?',
    why: 'So that promises are kept.',
    evidence: 'Rota, roles, steps, past work',
    anchors: [
      'No one named to do it',
      'One person, no plan',
      'Named people and a simple plan',
      'Plan with cover for holidays and illness',
      'Team has done this before, or a trial worked',
    ],
  },
  {
    id: 'FIN',
    side: 'delivery',
    compared: false,
    weights: { land: 6, building: 14 },
    text: 'Can the costs be met, all of them?',
    why: 'So that nobody gets a hidden bill.',
    evidence: 'Budget, quotes, rates, reserve',
    anchors: [
      'Costs are more than money',
      'Big gaps or guesses',
      'Breaks even for 12 months on stated guesses, rates dealt with',
      'Most money agreed, small reserve',
      'Money agreed, 3 months’ costs in reserve',
    ],
  },
  {
    id: 'GOV',
    side: 'delivery',
    compared: false,
    weights: { land: 4, building: 8 },
    text: 'Who decides in your group and how can people hold you to account?',
    why: 'Trust.',
    evidence: 'Rules, committee, host body, open meeting',
    anchors: [
      'No one answers for it',
      'One person decides',
      'Simple written rules, 3 unrelated people or a host body',
      'Open membership and a money record',
      'Open meetings, accounts and notes anyone can read',
    ],
  },
  {
    id: 'ENV',
    side: 'benefit',
    compared: true,
    weights: { land: 8, building: 2 },
    text: 'Will the place be left greener or cleaner?',
    why: 'The land should be better for it.',
    evidence: 'Planting, waste, energy, wildlife',
    anchors: [
      'Leaves it worse',
      'No thought given',
      'No harm',
      'Some clear gain',
      'Measured gain for nature, waste or energy',
    ],
  },
  {
    id: 'EXIT',
    side: 'delivery',
    compared: false,
    weights: { land: 6, building: 8 },
    text: 'How will you hand it back and deal with problems?',
    why: 'Temporary means temporary.',
    evidence: 'Risk list, exit plan, end date',
    anchors: [
      'No end, no plan',
      'End date only',
      'End date and clear-up plan',
      'Risks listed, each with an owner',
      'Tested plan, money set aside for handback',
    ],
  },
];

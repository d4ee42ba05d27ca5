import type { CriteriaSet, Criterion, Gate, GateId, PathName, PathRules } from './criteria-contract.ts';

type Asked = Omit<Criterion, 'weight' | 'min' | 'text' | 'why' | 'evidence' | 'help' | 'anchors'> & {
  text: string;
  why: string;
  evidence: string;
  anchors: readonly string[];
  weights: Partial<Record<PathName, number>>;
  room?: { anchors: readonly string[]; help: string };
};

const ASKED: readonly Asked[] = [
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

/** Marks without which a path is not passed. */
const AT_LEAST_2: Record<PathName, readonly string[]> = {
  land: ['BEN', 'USE', 'DEL'],
  building: ['NEED', 'BEN', 'INC', 'DEL', 'FIN'],
  room: ['BEN', 'DEL'],
};

const criteriaOf = (path: PathName): Criterion[] =>
  ASKED.flatMap(({ weights, room, text, why, evidence, anchors, ...rest }) => {
    const [weight, own] = [weights[path], path === 'room' ? room : undefined];
    if (weight === undefined) return [];
    return [
      {
        ...rest,
        weight,
        min: AT_LEAST_2[path].includes(rest.id) ? 2 : 0,
        text: { en: text },
        why: { en: why },
        evidence: { en: evidence },
        ...(own && { help: { en: own.help } }),
        anchors: { en: [...(own?.anchors ?? anchors)] },
      },
    ];
  });

type GateWords = { text: string; note: string; before_start?: string; asks?: string };
const gate = (
  id: GateId,
  how: Omit<Gate, 'id' | 'text' | 'note' | 'asks' | 'before_start' | 'legal'>,
  { text, note, asks, before_start }: GateWords,
): Gate => ({
  id,
  ...how,
  legal: id === 'G1' || id === 'G3',
  text: { en: text },
  note: { en: note },
  ...(asks && { asks: { en: asks } }),
  ...(before_start && { before_start: { en: before_start } }),
});

const QUESTIONS: Record<GateId, string> = {
  G1: 'Owner confirmed, and in the compact (or agrees)?',
  G2: 'Vacant or under-used by the published rule?',
  G3: 'Lawful use (planning, covenant, trust, licence, open space)?',
  G4: 'Safe enough to use as planned?',
  G5: 'Public liability cover?',
  G6: 'Safeguarding, if children or adults at risk?',
  G7: 'Open to all, lawful, not party political, not private profit?',
  G8: 'Named responsible adults?',
  G9: 'End date and handback agreed?',
  G10: 'Interests declared by scorers, members, applicants?',
};
const SAFEGUARDING =
  'Will children come, or adults who need looking after? Say in a few lines, a page at most, how you keep them safe. If none will come, say so.';
const INTERESTS =
  'Does anybody in the group work for a council or for another owner of places here, or is anybody close to somebody who does? That is fine; we need to know so that they do not score you. If not, write “no”.';
const OPEN_TO_ALL = 'A group for people who share one characteristic is fine where the Equality Act 2010 permits it.';

function gatesOf(path: 'land' | 'building'): Gate[] {
  const [land, d] = [path === 'land', { stage: 'D', of: 'case' } as const];
  return [
    gate(
      'G1',
      { ...d, checker: 'broker' },
      { text: QUESTIONS.G1, note: 'While the owner is not known, it stays an enquiry.' },
    ),
    gate(
      'G2',
      { ...d, checker: 'broker' },
      {
        text: QUESTIONS.G2,
        note: land
          ? 'No maintained use for 90 days.'
          : 'Unoccupied for 180 days. High-street vacancy (1 year, or 366 days of 2 years) is shown beside it.',
      },
    ),
    gate(
      'G3',
      { ...d, checker: 'owner' },
      { text: QUESTIONS.G3, note: 'Say on which basis. Open space needs its adverts.' },
    ),
    gate(
      'G4',
      { stage: 'S', of: 'case', checker: 'owner' },
      {
        text: QUESTIONS.G4,
        note: land
          ? 'Utilities, sightlines, soil if anything is eaten.'
          : 'Fire, asbestos, gas and electricity, structure.',
      },
    ),
    gate(
      'G5',
      { ...d, checker: 'applicant' },
      {
        text: QUESTIONS.G5,
        note: `${land ? '£5m unless the owner says otherwise; for a verge as the highway authority asks.' : '£5m unless the owner says otherwise.'} A plan is enough before the decision: nobody has to buy a policy first.`,
        before_start: 'The certificate.',
      },
    ),
    gate(
      'G6',
      { ...d, checker: 'applicant' },
      {
        text: QUESTIONS.G6,
        note: 'A statement before the decision.',
        asks: SAFEGUARDING,
        before_start: 'The policy, and who leads on it.',
      },
    ),
    gate('G7', { ...d, checker: 'broker' }, { text: QUESTIONS.G7, note: OPEN_TO_ALL }),
    gate('G8', land ? { ...d, checker: 'applicant', people: 2 } : { ...d, checker: 'broker' }, {
      text: QUESTIONS.G8,
      note: land ? 'Two adults.' : 'Constituted, or a host body signs, with at least three people who are not related.',
    }),
    gate('G9', { ...d, checker: 'broker' }, { text: QUESTIONS.G9, note: 'Up to 36 months.' }),
    gate(
      'G10',
      { ...d, checker: 'broker' },
      { text: QUESTIONS.G10, note: 'Whoever has a conflict of interest takes no part.', asks: INTERESTS },
    ),
  ];
}

/** A room's passport is for every room: what hangs on the room, the day or the owner is checked with each booking. */
const ROOM_GATES: Gate[] = [
  gate(
    'G1',
    { stage: 'D', of: 'booking', checker: 'broker' },
    { text: QUESTIONS.G1, note: 'For the owner of the room.' },
  ),
  gate(
    'G2',
    { stage: 'D', of: 'booking', checker: 'owner' },
    { text: QUESTIONS.G2, note: 'The slot is open and free.' },
  ),
  gate(
    'G3',
    { stage: 'D', of: 'booking', checker: 'owner' },
    { text: QUESTIONS.G3, note: 'For the room, and what you do there.' },
  ),
  gate(
    'G5',
    { stage: 'S', of: 'booking', checker: 'owner' },
    {
      text: QUESTIONS.G5,
      note: 'By the owner’s cover for hirers, or a certificate of the group. Nobody has to buy a policy to be tested.',
    },
  ),
  gate(
    'G6',
    { stage: 'D', of: 'case', checker: 'applicant' },
    {
      text: QUESTIONS.G6,
      note: 'A statement of one page. For people who support each other that is all.',
      asks: SAFEGUARDING,
      before_start: 'The policy, and who leads on it, where a room’s owner asks for them.',
    },
  ),
  gate('G7', { stage: 'D', of: 'case', checker: 'broker' }, { text: QUESTIONS.G7, note: OPEN_TO_ALL }),
  gate(
    'G8',
    { stage: 'D', of: 'case', checker: 'applicant', people: 2 },
    { text: QUESTIONS.G8, note: 'A lead and a deputy, both 18 or over.' },
  ),
  gate('G9', { stage: 'D', of: 'booking', checker: 'broker' }, { text: QUESTIONS.G9, note: 'Up to 12 months.' }),
  gate(
    'G10',
    { stage: 'D', of: 'case', checker: 'broker' },
    { text: QUESTIONS.G10, note: 'Whoever has a conflict of interest takes no part.', asks: INTERESTS },
  ),
];

const ALIKE = {
  near_band: 10,
  renew_days: 60,
  remind_days: [28, 7],
  improve_working_days: 20,
  review_working_days: 20,
};
const pathOf = (
  path: PathName,
  own: Pick<PathRules, 'pass_mark' | 'validity_months' | 'result_working_days' | 'gates'>,
): PathRules => ({ ...ALIKE, ...own, criteria: criteriaOf(path) });

/**
 * The first version of the community benefit test, which goes until an area's members adopt another. Weights, marks and words are
 * proposals (Young Foundation 2010, section 5, worked out for the portal); they are data, and `cli criteria adopt` takes their place.
 */
export const CBT_1: CriteriaSet = {
  version: 'cbt-1',
  valid_from: '2026-01-01',
  adopted_by: null,
  minute_ref: null,
  languages: ['en'],
  scoring: { moderation_from: 2, reason_at_least: 20, close_gap: 5 },
  paths: {
    land: pathOf('land', { pass_mark: 55, validity_months: null, result_working_days: 20, gates: gatesOf('land') }),
    building: pathOf('building', {
      pass_mark: 60,
      validity_months: null,
      result_working_days: 30,
      gates: gatesOf('building'),
    }),
    room: pathOf('room', { pass_mark: 50, validity_months: 12, result_working_days: 10, gates: ROOM_GATES }),
  },
};

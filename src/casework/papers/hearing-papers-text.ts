import { dateWords } from '../../kernel/day-words.ts';
import type { Block, Paper } from '../../kernel/paper-contract.ts';
import type { HearingFacts } from './hearing-papers-contract.ts';

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Agenda and papers of a public hearing: what everybody has before them, in the room and at home. */
export function hearingPaper(facts: HearingFacts): Paper {
  const { areaName, number, day, placeName, groupName } = facts;
  return {
    look: 'document',
    title: 'Agenda and papers of a public hearing',
    from: areaName,
    number,
    day,
    blocks: [
      { kind: 'number', label: 'Case', number },
      { kind: 'paragraph', tone: 'lead', text: `${groupName} asks for ${placeName}.` },
      ...whenAndWhere(facts),
      ...agenda(facts),
      ...asked(facts),
      ...marks(facts),
      ...comments(facts),
      ...ways(facts),
    ],
  };
}

/** When and where, and that notice was given in time. */
export function whenAndWhere({ hearing }: HearingFacts): Block[] {
  const { day, begins, venue, access, online, calledOn, policyLatest, statuteLatest, adjournedFrom } = hearing;
  const statute = statuteLatest ? `; by the law, ${dateWords(statuteLatest)}` : '';
  return [
    heading('When and where'),
    {
      kind: 'facts',
      rows: [
        { term: 'When', says: `${dateWords(day)}, ${begins}` },
        { term: 'Where', says: venue },
        { term: 'Getting in', says: access },
        { term: 'From home', says: online === '' ? 'It cannot be followed online.' : online },
        {
          term: 'Notice',
          says: `Given on ${dateWords(calledOn)}. The last day for it was, by the policy here, ${dateWords(policyLatest)}${statute}.`,
        },
        ...(adjournedFrom ? [{ term: 'Adjourned', says: `from ${dateWords(adjournedFrom)}, once` }] : []),
      ],
    },
  ];
}

const agenda = ({ sideMinutes }: HearingFacts): Block[] => [
  heading('What happens, in this order'),
  {
    kind: 'list',
    items: [
      'The chair opens the hearing. Everybody of the panel declares interests.',
      'The group says what it would do. The owner says what it thinks of it.',
      `Those who speak for it and those who speak against it have ${sideMinutes} minutes on each side, on a clock that everybody sees. What is read out counts too.`,
      'Questions, which take neither side’s time.',
      'What was heard in other ways is read out.',
      'The chair closes the hearing. The panel decides afterwards: each mark stands, or changes with a reason.',
    ],
  },
];

const asked = ({ placeName, owner, groupName, use, from, until, url }: HearingFacts): Block[] => [
  heading('What is asked for'),
  {
    kind: 'facts',
    rows: [
      { term: 'Place', says: placeName },
      { term: 'Owner', says: owner },
      { term: 'Group', says: groupName },
      { term: 'Use', says: use },
      ...(from && until ? [{ term: 'From', says: `${dateWords(from)} to ${dateWords(until)}` }] : []),
      { term: 'All of it', says: { text: url, href: url } },
    ],
  },
];

function marks({ marks: all }: HearingFacts): Block[] {
  if (all.length === 0) return [];
  return [
    heading('The marks before the hearing'),
    {
      kind: 'table',
      caption: 'Two people have scored it, neither seeing the other’s marks. They count once it was heard.',
      head: ['Question', 'Mark', 'What it stands for'],
      rows: all.map(({ question, mark, says }) => [question, `${mark} of 4`, says]),
    },
  ];
}

const comments = ({ comments: { for: yes, against, worried, question }, url }: HearingFacts): Block[] => [
  heading('What people have written'),
  paragraph(
    `${yes} for it, ${against} against it, ${worried} worried about something, ${question} with a question. These numbers are information, no vote.`,
  ),
  { kind: 'paragraph', text: { text: 'Every comment, and what came of it', href: `${url}/comments` } },
];

function ways({ ways: all }: HearingFacts): Block[] {
  if (all.length === 0) return [];
  return [
    heading('Other ways to be heard'),
    {
      kind: 'table',
      caption: 'Offered beside the hearing, and what came of each',
      head: ['How', 'Where and when', 'What came of it'],
      rows: all.map(({ name, words, came }) => [name, words, came === '' ? 'Not known yet' : came]),
    },
  ];
}

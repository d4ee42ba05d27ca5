import { dateWords, shortDateWords } from '../../kernel/day-words.ts';
import type { Block, Paper } from '../../kernel/paper-contract.ts';
import type { MinutesFacts } from './hearing-papers-contract.ts';
import { whenAndWhere } from './hearing-papers-text.ts';

const SECONDS = 60;
const CAME: Record<MinutesFacts['corrections'][number]['state'], string> = {
  open: 'Nobody decided on it in time: it stands here beside the text.',
  taken: 'Taken in',
  not_taken: 'Not taken in',
};
const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The minutes of a public hearing: what was recorded, what was said, what the panel found, and what those who took part corrected. */
export function minutesPaper(facts: MinutesFacts): Paper {
  const { final, correctedBy, areaName, number, day, placeName, groupName } = facts;
  return {
    look: 'document',
    title: final ? 'Minutes of a public hearing' : 'Draft of the minutes of a public hearing',
    from: areaName,
    number,
    day,
    blocks: [
      { kind: 'number', label: 'Case', number },
      { kind: 'paragraph', tone: 'lead', text: `${groupName} asks for ${placeName}.` },
      ...(correctedBy
        ? [paragraph(`This is a draft. Whoever took part can correct it until the end of ${dateWords(correctedBy)}.`)]
        : []),
      ...whenAndWhere(facts),
      ...present(facts),
      ...said(facts),
      ...statements(facts),
      ...otherWays(facts),
      ...findings(facts),
      ...corrections(facts),
    ],
  };
}

function present({ inRoom, onlineCount, spokeFor, spokeAgainst, interests, time }: MinutesFacts): Block[] {
  const count = (number: number | null): string => (number === null ? 'not counted' : String(number));
  const minutes = (seconds: number): string => `${Math.floor(seconds / SECONDS)} min ${seconds % SECONDS} s`;
  return [
    heading('Who was there'),
    {
      kind: 'facts',
      rows: [
        { term: 'In the room', says: count(inRoom) },
        { term: 'Online', says: count(onlineCount) },
        { term: 'Spoke or wrote for it', says: count(spokeFor) },
        { term: 'Spoke or wrote against it', says: count(spokeAgainst) },
        ...(time
          ? [{ term: 'By the clock', says: `${minutes(time.for)} for it, ${minutes(time.against)} against it` }]
          : []),
        { term: 'Interests declared', says: interests },
      ],
    },
    paragraph('These numbers are information. They are no vote.'),
  ];
}

const said = ({ said: words, byClock }: MinutesFacts): Block[] => [
  heading('What was said'),
  words === ''
    ? paragraph(
        byClock
          ? 'Nobody has written down in time what was said. What was recorded at the hearing stands here by itself.'
          : 'It is not written yet.',
      )
    : paragraph(words),
];

function statements({ statements: all }: MinutesFacts): Block[] {
  if (all.length === 0) return [];
  return [
    heading('What was read out'),
    ...all.flatMap(({ side, words }): Block[] => [
      { kind: 'heading', level: 3, text: side },
      { kind: 'paragraph', tone: 'quote', text: words },
    ]),
  ];
}

function otherWays({ ways }: MinutesFacts): Block[] {
  const came = ways.filter((one) => one.came !== '');
  if (came.length === 0) return [];
  return [
    heading('What was heard in other ways'),
    { kind: 'facts', rows: came.map(({ name, came: says }) => ({ term: name, says })) },
  ];
}

function findings({ findings: all, outcome }: MinutesFacts): Block[] {
  if (outcome === null)
    return [heading('What the panel found'), paragraph('The panel has not published the result yet.')];
  return [
    heading('What the panel found'),
    paragraph(outcome),
    {
      kind: 'table',
      caption: 'Question by question',
      head: ['Question', 'Before', 'After', 'Why it changed'],
      rows: all.map(({ question, was, mark, reason }) => [
        question,
        String(was),
        String(mark),
        was === mark ? 'It stands.' : reason,
      ]),
    },
  ];
}

function corrections({ corrections: all, final }: MinutesFacts): Block[] {
  if (all.length === 0) return final ? [heading('Corrections'), paragraph('Nobody corrected the draft.')] : [];
  return [
    heading('Corrections'),
    {
      kind: 'table',
      caption: 'What those who took part would have had the draft say, and what came of it',
      head: ['Who', 'When', 'What it should say', 'What came of it'],
      rows: all.map(({ who, words, state, reply, on }) => [
        who,
        shortDateWords(on),
        words,
        state === 'open' && !final ? 'Not decided yet' : [CAME[state], reply].filter((part) => part !== '').join(': '),
      ]),
    },
  ];
}

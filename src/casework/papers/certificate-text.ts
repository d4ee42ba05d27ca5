import { dayOf, daysAfter, timeOf } from '../../kernel/day-contract.ts';
import { dateWords, shortDateWords } from '../../kernel/day-words.ts';
import type { Block, Paper } from '../../kernel/paper-contract.ts';
import { qrFigure } from '../../kernel/qr.ts';
import type { CertificateFacts, CertificateWarning } from './certificate-contract.ts';

const QR_MM = 32;

/** The certificate of default grant: what silence has come to, what it rests on, what it does not do, and how anybody can check it. */
export function certificatePaper(facts: CertificateFacts): Paper {
  return {
    look: 'document',
    title: 'Certificate of default grant',
    from: facts.areaName,
    number: facts.number,
    day: dayOf(facts.madeAt, facts.timeZone),
    blocks: [
      ...granted(facts),
      ...limits(facts),
      ...asked(facts),
      ...result(facts),
      ...pauses(facts),
      ...warnings(facts),
      ...grounds(facts),
      ...conditions(facts),
      ...checking(facts),
    ],
  };
}

/** The same facts for programs. */
export const certificateJson = (facts: CertificateFacts) =>
  ({ document: 'certificate-of-default-grant', version: 1, ...facts, late: isLate(facts) }) as const;

/** What is due at the end of a day is made right after it. */
const isLate = ({ madeAt, timeZone, dueOn }: CertificateFacts): boolean =>
  dayOf(madeAt, timeZone) > daysAfter(dueOn, 1);

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;

function granted(facts: CertificateFacts): Block[] {
  const { number, owner, groupName, placeName, dueOn, madeAt, timeZone, finalOn } = facts;
  const made = `${dateWords(dayOf(madeAt, timeZone))} at ${timeOf(madeAt, timeZone)}`;
  return [
    { kind: 'number', label: 'Case', number },
    {
      kind: 'paragraph',
      tone: 'lead',
      text: `${groupName} has been granted the use of ${placeName} by default: ${owner} did not refuse on a valid ground by the end of ${dateWords(dueOn)}.`,
    },
    paragraph(
      isLate(facts)
        ? `The day that counts is ${dateWords(dueOn)}. This certificate was made later than it was due, on ${made}.`
        : `This certificate was made on ${made}.`,
    ),
    paragraph(
      `Until the end of ${dateWords(finalOn)} ${owner} can still show that a valid ground had been filed in time, and no longer. Councillors may call the grant in: its page says whether it stands.`,
    ),
  ];
}

function asked({ placeName, owner, groupName, use, from, until, completeOn }: CertificateFacts): Block[] {
  return [
    heading('What was asked'),
    {
      kind: 'facts',
      rows: [
        { term: 'Place', says: placeName },
        { term: 'Owner', says: owner },
        { term: 'Group', says: groupName },
        { term: 'Use', says: use },
        { term: 'When', says: `${dateWords(from)} to ${dateWords(until)}` },
        { term: 'Complete on', says: `${dateWords(completeOn)}, from which day the time to answer was counted` },
      ],
    },
  ];
}

function result(facts: CertificateFacts): Block[] {
  const { resultOn, outcomePoints, outcomePossible, percentWords, passMark, criteriaVersion } = facts;
  return [
    heading('The result of the community benefit test'),
    paragraph(
      `The proposal passed on ${dateWords(resultOn)}: ${outcomePoints} of ${outcomePossible} points, ${percentWords}% (pass mark ${passMark.toFixed(1)}%), by criteria version ${criteriaVersion}.`,
    ),
  ];
}

function pauses({ pauses }: CertificateFacts): Block[] {
  if (pauses.length === 0) return [];
  return [
    heading('When the clock stood still'),
    {
      kind: 'table',
      caption: 'These days were not counted',
      head: ['Why', 'From', 'Until', 'What for'],
      rows: pauses.map(({ what, from, until, why }) => [what, shortDateWords(from), shortDateWords(until), why]),
    },
  ];
}

const takenWords = ({ taken }: CertificateWarning): string =>
  taken === null ? 'Not known' : taken ? 'Yes' : 'No, it was refused';

function warnings({ owner, warnings }: CertificateFacts): Block[] {
  if (warnings.length === 0)
    return [heading('Warnings to the owner'), paragraph(`No warning to ${owner} is on the record.`)];
  return [
    heading('Warnings to the owner'),
    {
      kind: 'table',
      caption: 'Each said that silence would be a yes',
      head: ['Sent on', 'Before it was due', 'To', 'Did the mail server take it?'],
      rows: warnings.map((one) => [shortDateWords(one.on), days(one.days), one.to, takenWords(one)]),
    },
  ];
}

function grounds({ owner, grounds }: CertificateFacts): Block[] {
  return [
    heading('Grounds for refusal'),
    grounds.length === 0
      ? paragraph(`${owner} filed none.`)
      : {
          kind: 'table',
          caption: 'What was filed, and why it did not count',
          head: ['Ground', 'Filed on', 'Why it did not count'],
          rows: grounds.map(({ ground, filedOn, why }) => [ground, shortDateWords(filedOn), why]),
        },
  ];
}

function conditions({ conditions }: CertificateFacts): Block[] {
  return [
    heading('Conditions'),
    conditions.length === 0 ? paragraph('The standard terms, and nothing else.') : { kind: 'list', items: conditions },
  ];
}

function limits({ placeName }: CertificateFacts): Block[] {
  return [
    heading('What this certificate does not do'),
    {
      kind: 'list',
      items: [
        'It is the outcome of a policy, and an offer on the standard terms. It is not an agreement, a lease or a licence.',
        `It gives nobody the right to enter ${placeName}. That right comes with the signed agreement.`,
        'It stands in for no consent that the law asks for, such as planning permission.',
      ],
    },
  ];
}

function checking({ checkCode, checkUrl }: CertificateFacts): Block[] {
  return [
    heading('How to check it'),
    {
      kind: 'beside',
      figure: qrFigure(checkUrl, `Code that leads to ${checkUrl}`, QR_MM),
      blocks: [
        paragraph(
          'Anybody can check this certificate, without an account. What the page there says must be what this paper says.',
        ),
        {
          kind: 'facts',
          rows: [
            { term: 'Code', says: checkCode },
            { term: 'Page', says: { text: checkUrl, href: checkUrl } },
          ],
        },
      ],
    },
  ];
}

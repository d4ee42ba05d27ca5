import type { ToldProposal } from './proposal-contract.ts';

/** What groups that ask for land say alike, where the story tells nothing else. */
const ALIKE: Record<string, string> = {
  INC: 'It costs nothing to come. We choose times for people who work and for people who do not, and ring those who live alone.',
  SUP: 'We knocked on every door that looks on to it and wrote down what was said, the worries too. The list is with the broker.',
  USE: 'Whenever we have looked, over more than a year, nobody was using it. The register says that nothing is planned in the time that we ask for.',
  DEL: 'Four of us have a day each, and two more know where the key is. There is a list of jobs for the first three months.',
  FIN: 'Members lend the tools. Compost, seeds and cover come to about £300 a year, from a plant sale and a collection.',
  GOV: 'Three people who are not related decide together. The money is written down in a book that anybody may read.',
  ENV: 'We spray nothing, compost on the spot, and count birds and bees every June.',
  EXIT: 'In the last month we take away what we brought, rake it level and sow grass. £100 is put by for that.',
  G6: 'Children come with a grown-up of their own. Two of us have first aid, and nobody is alone with somebody who needs looking after.',
  G10: 'no',
};

/** What is sent for each question that has no answer yet; nothing where the group has not begun to answer. */
export const answersOf = (
  says: ToldProposal['says'],
  missing: readonly { id: string }[],
): [question: string, body: Record<string, string>][] =>
  says === null
    ? []
    : missing.map(({ id }) => {
        const answer = says[id] ?? ALIKE[id];
        if (answer === undefined) throw new Error(`Nobody has said what is answered to ${id}.`);
        return [id, { [`${/^G\d/.test(id) ? 'gate' : 'answer'}_${id}`]: answer }];
      });

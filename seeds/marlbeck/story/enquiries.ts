import type { ToldEnquiry } from '../../story/enquiry-thread.ts';

/** Places of which somebody asked whose they are: one is looked for, with one a broker was late, and of one the owner has not joined the compact. */
export const marlbeckEnquiries: readonly ToldEnquiry[] = [
  {
    by: 'growers',
    asked: '9 wd',
    asset: 'MBC-L-0094',
    idea: 'We would clear a path through the brambles and leave the rest to the birds.',
    acknowledged: '7 wd',
    looked: [
      {
        on: '6 wd',
        source: 'estates_list',
        outcome: 'body',
        owner: 'Marlbeck Borough Council',
        words: 'It stands in the list of 1974, without a deed.',
      },
      { on: '3 wd', source: 'title_register', outcome: 'nothing', words: 'The land has never been registered.' },
    ],
  },
  {
    by: { name: 'Percy Potts', telephone: '01632 960 211', address: '12 Mill Lane, Marlbeck ZM1 3AA' },
    asked: '24 wd',
    place: 'The verge between 12 and 14 Mill Lane',
    point: { lon: 1.9692, lat: 54.6101 },
    idea: 'I would like to plant crocuses where vans park.',
    acknowledged: '23 wd',
    looked: [
      {
        on: '20 wd',
        source: 'highway_records',
        outcome: 'body',
        owner: 'Northshire County Council',
        words: 'The county maintains it as part of the road.',
      },
    ],
  },
  {
    by: 'growers',
    asked: '16 wd',
    place: 'The gap between 3 and 7 Anchor Street',
    point: { lon: 1.9849, lat: 54.5902 },
    idea: 'A row of raised beds, and a bench.',
    acknowledged: '15 wd',
    looked: [{ on: '8 wd', source: 'title_register', outcome: 'other_owner', words: 'It is registered to a company.' }],
    outside: { on: '5 wd', kind: 'company', owner: 'Capstan Holdings Ltd, PO Box 7, Northport' },
  },
];

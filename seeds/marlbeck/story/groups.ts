import type { ToldGroup } from '../../story/story-contract.ts';
import { landGroups } from './land-groups.ts';

/** The community groups of Marlbeck. The first is the one whose lead anybody can be, see `DEMONSTRATION_PEOPLE`. */
export const marlbeckGroups = {
  growers: {
    details: {
      name: 'Harbour Growers',
      legal_form: 'unconstituted',
      size: '10_to_30',
      purpose: 'We grow vegetables and flowers on neglected corners, and share what we harvest.',
      audience: 'Anybody in Marlbeck who likes to get their hands dirty',
      telephone: '01632 960 201',
    },
    lead: { name: 'Gita Gardener', email: 'group@marlbeck.example' },
    deputy: { name: 'Devi Digger', email: 'deputy@marlbeck.example' },
    answers: {
      NEED: 'Fourteen of us grow things on corners all summer. In the dark months we have nowhere to sort seeds, mend tools and plan. The allotment society has the same trouble, and asked whether they could come too.',
      BEN: 'Every Thursday about a dozen people swap seeds and learn from each other. Last winter, in a member’s kitchen, six beginners came who now look after beds of their own.',
    },
    test: { sent: 57, scored: 2, published: 50 },
    papers: [{ kind: 'insurance', brought: '1 wd', goodForDays: 360 }],
  },
  friends: {
    details: {
      name: 'Marlbeck stroke self-help group',
      public_name: 'Tuesday Friends',
      legal_form: 'unconstituted',
      size: 'under_10',
      purpose: 'We talk, practise words and look after each other after a stroke.',
      audience: 'Anybody in Marlbeck who has had a stroke, and whoever helps them',
    },
    lead: { name: 'Stan Strachan', telephone: '01632 960 202', address: '14 Chandler Street, Marlbeck ZM1 2AB' },
    deputy: { name: 'Dora Strachan', telephone: '01632 960 202', address: '14 Chandler Street, Marlbeck ZM1 2AB' },
    answers: {
      NEED: 'After six weeks the hospital’s group ends. Eight of us have met in a café since, where it is loud, and two cannot follow.',
      BEN: 'Each week eight people practise speaking with each other. Two have gone back to choir and shop, as they say, because of it.',
    },
    test: { sent: 56, scored: 2, published: 49 },
  },
  choir: {
    details: {
      name: 'Marlbeck Community Choir',
      legal_form: 'constituted',
      size: '31_to_100',
      purpose: 'We sing, whoever wants to, with no test of voices.',
      audience: 'Everybody who likes to sing',
      telephone: '01632 960 203',
    },
    lead: { name: 'Carol Quaver', email: 'carol@choir.example' },
    deputy: { name: 'Basil Bass', email: 'basil@choir.example' },
    answers: {
      NEED: 'The chapel where we sang is being sold. Forty people want to go on, and nobody else in the borough sings without an audition.',
      BEN: 'Forty people sing each week. We go to two care homes every month, and to whoever asks us.',
    },
    test: { sent: 57, scored: 2, published: 50 },
    papers: [{ kind: 'insurance', brought: 50, goodForDays: 250, checked: 48 }],
  },
  players: {
    details: {
      name: 'Beck Lane Players',
      legal_form: 'charity',
      size: '10_to_30',
      purpose: 'We write plays about the town and put them on.',
      audience: 'People who like to act, sew, build or prompt',
      telephone: '01632 960 204',
    },
    lead: { name: 'Prosper Prompt', email: 'prosper@players.example' },
    deputy: { name: 'Thea Trapdoor', email: 'thea@players.example' },
    answers: {
      NEED: 'Twenty people rehearse in two living rooms. The town has had no stage of its own since the Gaiety closed.',
      BEN: 'Last year’s play about the fishing fleet was seen by 600 people, and eleven who had never acted were in it.',
    },
    test: { sent: 56, scored: 2, published: 49 },
    papers: [{ kind: 'insurance', brought: 49, goodForDays: 300, checked: 47 }],
  },
  makers: {
    details: {
      name: 'Saturday Makers',
      legal_form: 'constituted',
      size: '10_to_30',
      purpose: 'Children build things out of what others throw away.',
      audience: 'Children from 8 to 13',
      telephone: '01632 960 205',
    },
    lead: { name: 'Mina Maker', email: 'mina@makers.example' },
    deputy: { name: 'Bo Bolt', email: 'bo@makers.example' },
    answers: {
      NEED: 'On Saturdays there is nothing for this age in Westfield that costs nothing. The school asked us to go on after its summer week.',
      BEN: 'Sixteen children build with tools each Saturday. Five of them come with their social worker’s help.',
    },
    test: { sent: 55, scored: 2, published: 48 },
    papers: [{ kind: 'safeguarding', brought: '2 wd', goodForDays: 365 }],
  },
  menders: {
    details: {
      name: 'Marlbeck Menders',
      legal_form: 'unconstituted',
      size: '10_to_30',
      purpose: 'We mend what people bring: lamps, coats, bicycles.',
      audience: 'Everybody with something broken',
      telephone: '01632 960 206',
    },
    lead: { name: 'Walt Weld', email: 'walt@menders.example' },
    deputy: { name: 'Nell Needle', email: 'nell@menders.example' },
    answers: {
      NEED: 'The tip takes 40 toasters a week. Eleven people here can mend one, and have no table to do it at.',
      BEN: 'In our two trial evenings 70 people came, and 52 things went home working.',
    },
    test: { sent: '4 wd', scored: 1 },
  },
  games: {
    details: {
      name: 'Friday Games',
      legal_form: 'unconstituted',
      size: '10_to_30',
      purpose: 'We play board games, and teach them.',
      audience: 'Anybody from 16 on',
      telephone: '01632 960 207',
    },
    lead: { name: 'Dee Dice', email: 'dee@games.example' },
    deputy: { name: 'Rook Rowan', email: 'rook@games.example' },
  },
  ceilidh: {
    details: {
      name: 'Marlbeck Ceilidh Club',
      legal_form: 'unconstituted',
      size: '31_to_100',
      purpose: 'We dance to a band of our own.',
      audience: 'Everybody with two feet, or wheels',
      telephone: '01632 960 208',
    },
    lead: { name: 'Flora Fiddle', email: 'flora@ceilidh.example' },
    deputy: { name: 'Reel Robertson', email: 'reel@ceilidh.example' },
  },
  ...landGroups,
} satisfies Record<string, ToldGroup>;
export type GroupName = keyof typeof marlbeckGroups;

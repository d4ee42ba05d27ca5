import type { ToldProposal } from '../../story/proposal-contract.ts';
import type { GroupName } from './groups.ts';

/** Proposals that have their result, and of which it is not over: nearly, the owner’s time, a ground, a grant that was called in, a review. */
export const proposalsScored: ToldProposal<GroupName>[] = [
  {
    group: 'dunes',
    place: 'MBC-L-0062',
    use: 'Marram grass, sea holly and a rope fence on the bare end of the strip, so that the sand stays where it is.',
    dates: [70, 1100],
    says: {
      NEED: 'After every gale the parks team shovels sand off the road. We see it from our windows.',
      BEN: 'A dune instead of a desert, for everybody who walks along the front.',
      DEL: 'Sandy Marram orders the plants. We will see who comes to plant them.',
      SUP: 'People stop and ask when they see us measuring. Nobody has said anything against it.',
      ENV: 'Marram holds the sand and sea holly feeds bees. Nothing needs watering after the first summer.',
      EXIT: 'It can stay when we have gone.',
    },
    then: [
      ['36 wd', 'is sent'],
      ['33 wd', 'is complete'],
      ['30 wd', 'puts up its sign', 'The sign on a post by the steps to the beach on Marine Parade.'],
      [
        '22 wd',
        'is commented',
        {
          by: { name: 'Nev Trawler', address: '18 Marine Parade', email: 'nev@parade.example' },
          stance: 'worried',
          text: 'Who clears up when a storm takes it all? In 2019 the fence went through my window.',
        },
      ],
      [
        '14 wd',
        'answers',
        {
          to: [1],
          outcome: 'not_followed',
          words: 'The group says nothing yet of storms. It is one of the two questions on which the marks fell short.',
        },
      ],
      ['13 wd', 'is scored', { by: 1, marks: 'NEED2 BEN2 INC2 SUP2 USE3 DEL1 FIN2 GOV2 ENV3 EXIT1' }],
      ['12 wd', 'is scored', { by: 2, marks: 'NEED2 BEN2 INC2 SUP2 USE3 DEL1 FIN2 GOV2 ENV3 EXIT1' }],
      ['11 wd', 'has its result'],
    ],
  },
  {
    // The owner has four working days left: its silence is a yes.
    group: 'plots',
    place: 'MBC-L-0068',
    use: 'Twenty half plots on the rough end of the allotments, cleared by those who wait for one, and a bed for the food bank.',
    dates: [45, 1130],
    says: {
      NEED: 'Forty households are on the council’s own list, the first since 2017. Thirty-three of them came to our meeting in the rain.',
      BEN: 'Twenty households dig where nobody has since 2019, and the food bank gets a bed of roots and greens. In the first year we mean to weigh what it gets.',
      SUP: 'The plot holders next door voted for it with 28 to 3. The three fear for their paths, so we have left a metre on that side.',
      FIN: 'Each half plot pays £15 a year for its share of the water and of cover. The first year’s skip is given by the builders’ merchant.',
      GOV: 'A committee of five is elected in January. Its notes and its money hang in the shed.',
    },
    then: [
      ['29 wd', 'is sent'],
      ['26 wd', 'is complete'],
      ['25 wd', 'puts up its sign', 'The sign on the allotment gate in Mill Bank, brambles behind it.'],
      [
        '20 wd',
        'is commented',
        {
          by: { name: 'Albert Rusk', address: 'Plot 14, Mill Lane Allotments', email: 'albert@milllane.example' },
          stance: 'worried',
          text: 'There is old glass from cold frames under those brambles. Somebody will lose a finger.',
        },
      ],
      [
        '18 wd',
        'replies',
        {
          to: 1,
          reply: 'We know, and thank you. Two of us sieve the first spit with thick gloves before anybody else digs.',
        },
      ],
      [
        '17 wd',
        'is commented',
        {
          by: { name: 'Rosa Whin', address: 'Food bank, Chapel Walk', email: 'rosa@foodbank.example' },
          stance: 'for',
          text: 'Fresh greens are what we never have. We can fetch on Fridays.',
        },
      ],
      [
        '9 wd',
        'answers',
        {
          to: [1],
          outcome: 'changed',
          words:
            'The ground is sieved for glass before plots are marked out, and it says so in the plan of the first three months.',
        },
      ],
      ['9 wd', 'answers', { to: [2], outcome: 'noted', words: 'It was read as a second source for the need.' }],
      ['8 wd', 'is scored', { by: 1, marks: 'NEED4 BEN3 INC3 SUP3 USE4 DEL3 FIN3 GOV3 ENV2 EXIT2' }],
      ['7 wd', 'is scored', { by: 2, marks: 'NEED4 BEN3 INC3 SUP3 USE4 DEL3 FIN2 GOV3 ENV2 EXIT2' }],
      [
        '6 wd',
        'has a mark settled',
        { of: 'FIN', at: 2, reason: 'The skip is promised by word of mouth only, so I keep to the lower mark.' },
      ],
      ['6 wd', 'has its result'],
    ],
  },
  {
    // A ground waits for the decision officer. Where it holds, the time before the other use is offered.
    group: 'wheels',
    place: 'MBC-L-0061',
    use: 'A cycling court for everybody: trikes, hand cycles and tandems on Thursdays and Saturdays, lessons for grown-ups on Mondays.',
    dates: [65, 1090],
    says: {
      NEED: 'Sixty-two people ride with us on the school’s yard when it lets us, and thirty wait. The nearest court of this kind is 26 miles away.',
      BEN: 'Ninety people a week. Last year eleven adults learnt to ride, the oldest at 71, and nine children who use wheelchairs in school raced each other for the first time.',
      INC: 'Those who ride planned it: the gate is wide enough for a hand cycle, and sessions without music are for people who find noise hard.',
      DEL: 'We have done this for six years on borrowed yards. Five coaches with papers, and a container that takes all 24 cycles.',
      FIN: 'The county’s sports partnership has granted £9,400 for two years. Three months of costs are in reserve.',
    },
    then: [
      ['27 wd', 'is sent'],
      ['24 wd', 'is complete'],
      ['23 wd', 'puts up its sign', 'The sign on the high fence of the courts in Albert Road.'],
      [
        '20 wd',
        'meets a ground',
        {
          ground: 'R2',
          statement:
            'The courts are to be dug up and relaid for tennis and netball. Work begins in fourteen months and lasts a summer.',
          authority: 'Cabinet, parks programme, item 7',
          budget: 'Capital programme, line 22: £148,000',
          otherFrom: 420,
          evidence: 'Cabinet paper on courts and pitches',
          author: 'J. Lowe, head of parks',
          dated: '30 wd',
        },
      ],
      [
        '15 wd',
        'is commented',
        {
          by: { name: 'Moira Lamb', address: '40 Albert Road', email: 'moira@albertroad.example' },
          stance: 'for',
          text: 'Nobody has hit a ball there since the nets went. My grandson would be first at the gate.',
        },
      ],
      [
        '7 wd',
        'answers',
        { to: [1], outcome: 'noted', words: 'It was read as support from somebody who overlooks the courts.' },
      ],
      ['6 wd', 'is scored', { by: 1, marks: 'NEED3 BEN4 INC4 SUP2 USE3 DEL4 FIN4 GOV3 ENV2 EXIT3' }],
      ['5 wd', 'is scored', { by: 2, marks: 'NEED3 BEN4 INC4 SUP2 USE3 DEL4 FIN4 GOV3 ENV2 EXIT3' }],
      ['3 wd', 'has its result'],
    ],
  },
  {
    // Two councillors have called the grant in: the chair of hearings has it.
    group: 'makers',
    place: 'MBC-L-0074',
    use: 'Saturday kites and weather on the top deck: children build what flies, whirls and measures, twenty at a time.',
    dates: [85, 440],
    says: {
      NEED: 'At Westfield we are out of wind and out of room. Thirty-one children wait for a Saturday.',
      BEN: 'Twenty children each Saturday. The observatory lends a weather station, and its readings go on a page of their own.',
      SUP: 'The market traders below are for it. The car park’s staff asked for a rope at the ramp, and get one.',
      DEL: 'Two makers to every eight children, as at Westfield for two years. The lift takes all that we need in one go.',
      G6: 'Children are signed in and out. Four helpers have been checked, and the parapet is 1.4 metres high. Nobody goes up when the wind is over force 5.',
    },
    then: [
      ['42 wd', 'is sent'],
      ['39 wd', 'is complete'],
      ['38 wd', 'puts up its sign', 'The sign beside the lift on the top deck of the car park.'],
      [
        '30 wd',
        'is commented',
        {
          by: { name: 'Sal Fishlock', address: 'Stall 9, Corn Street market', email: 'sal@market.example' },
          stance: 'for',
          text: 'Children up there means parents down here. And it is a daft place for nothing but pigeons.',
        },
      ],
      ['22 wd', 'answers', { to: [1], outcome: 'noted', words: 'It was read as support from traders in Corn Street.' }],
      ['21 wd', 'is scored', { by: 1, marks: 'NEED3 BEN3 INC3 SUP2 USE3 DEL3 FIN2 GOV3 ENV1 EXIT3' }],
      ['20 wd', 'is scored', { by: 2, marks: 'NEED3 BEN3 INC3 SUP2 USE3 DEL3 FIN2 GOV3 ENV1 EXIT3' }],
      ['19 wd', 'has its result'],
      [
        '6 wd',
        'is called in',
        { by: 1, reason: 'I want to hear from the fire service about children on an open deck.' },
      ],
      [
        '5 wd',
        'is called in',
        { by: 2, reason: 'December takings depend on those bays. Traders should be heard, for and against.' },
      ],
    ],
  },
  {
    // Refused because the trust has another use, and the group has asked for a review.
    group: 'menders',
    place: 'MD-013',
    use: 'A mending market on the ten bays at the edge, every first Saturday: lamps, coats, bicycles, and tea.',
    dates: [50, 410],
    says: {
      NEED: 'In two trial evenings 70 people came, and we sent 18 away because there was no table left.',
      BEN: 'A hundred people each month keep what they own and learn to mend the next thing themselves. What 40 toasters weigh does not go to the tip.',
      ENV: 'We weigh what goes home mended: 214 kg so far.',
    },
    then: [
      ['45 wd', 'is sent'],
      ['42 wd', 'is complete'],
      ['41 wd', 'puts up its sign', 'The sign on the lamp post at the edge of the car park in Bridge Street.'],
      [
        '35 wd',
        'meets a ground',
        {
          ground: 'R2',
          statement:
            'A mobile scanner stands on these bays from next month, on weekends too. The contract runs for two years.',
          authority: 'Trust board, item 12',
          budget: 'Diagnostics programme, £210,000 a year',
          otherFrom: 60,
          evidence: 'Board paper and contract award',
          author: 'N. Northcote, director of estates',
          dated: '38 wd',
        },
      ],
      [
        '30 wd',
        'is commented',
        {
          by: { name: 'Peg Tamsin', address: '5 Bridge Street', email: 'peg@bridgestreet.example' },
          stance: 'for',
          text: 'They mended my mother’s wireless. It plays.',
        },
      ],
      [
        '25 wd',
        'answers',
        { to: [1], outcome: 'noted', words: 'It was read as support from somebody who lives there.' },
      ],
      ['24 wd', 'is scored', { by: 1, marks: 'NEED3 BEN3 INC2 SUP2 USE2 DEL3 FIN2 GOV2 ENV4 EXIT2' }],
      ['23 wd', 'is scored', { by: 2, marks: 'NEED3 BEN3 INC2 SUP2 USE2 DEL3 FIN2 GOV2 ENV4 EXIT2' }],
      ['22 wd', 'has its result'],
      [
        '19 wd',
        'is decided',
        {
          holds: 'yes',
          why: 'The contract is signed and paid for, and the scanner comes ten days after the group would begin. Nothing of use is left of the time before.',
          reasons: 'R2 holds.',
          alternatives: 'Sundays only were considered: the scanner works on Sundays, too.',
          background: 'Board paper of the trust and the contract award, both with this case.',
        },
      ],
      [
        '8 wd',
        'asks for a review',
        'The scanner takes six of the ten bays: we have paced it out. On the other four a market of half the size would fit, and nobody asked us.',
      ],
    ],
  },
];

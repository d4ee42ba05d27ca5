import type { ToldProposal } from '../../story/proposal-contract.ts';
import type { GroupName } from './groups.ts';

/** Proposals that were granted by silence, passed as advice, not passed, or taken back. */
export const proposalsDecided: ToldProposal<GroupName>[] = [
  {
    // Nobody said anything: granted by default two working days ago, so that councillors may still call it in.
    group: 'growers',
    place: 'MBC-L-0060',
    use: 'A cutting garden on a third of the old bowling green: flowers for whoever is in hospital or has had a loss.',
    dates: [60, 1120],
    says: {
      NEED: 'The hospice buys flowers from abroad, and the ward sisters ask us for ours every June. Sixty people wrote their names under it at the harvest supper.',
      BEN: 'A hundred bunches a week from May to October, tied by whoever likes to: schools on Mondays, the hospice’s relatives on Wednesdays.',
      USE: 'The bowls club gave back its key in 2024. Two thirds of the lawn stay as they are, for games and for lying about.',
      DEL: 'Fourteen of us garden four corners of the town already. Gita Gardener and Devi Digger hold the keys.',
      ENV: 'A lawn that nobody walks on becomes food for bees from March on. We count them with the beekeepers.',
    },
    then: [
      ['35 wd', 'is sent'],
      ['32 wd', 'is complete'],
      ['31 wd', 'puts up its sign', 'The sign at the clipped hedge of the old bowling green, the lawn behind it.'],
      [
        '26 wd',
        'is commented',
        {
          by: { name: 'Wilf Green', address: '12 Albert Crescent', email: 'wilf@crescent.example' },
          stance: 'against',
          text: 'I bowled on that lawn for thirty years. Once it is dug up it will never be a green again.',
        },
      ],
      [
        '24 wd',
        'replies',
        { to: 1, reply: 'We dig the third by the pavilion only, and keep the turf, rolled up, at the park’s depot.' },
      ],
      [
        '22 wd',
        'is commented',
        {
          by: { name: 'Sister Agnes Bell', address: 'Marlbeck Hospice', email: 'agnes@hospice.example' },
          stance: 'for',
          text: 'A bunch of sweet peas on a bedside table says what none of us can.',
        },
      ],
      [
        '15 wd',
        'answers',
        {
          to: [1],
          outcome: 'changed',
          words:
            'The turf of the third that is dug is kept, and it is laid again when the time is over: a condition of the grant.',
        },
      ],
      ['15 wd', 'answers', { to: [2], outcome: 'noted', words: 'It was read as a second source for the need.' }],
      ['14 wd', 'is scored', { by: 1, marks: 'NEED3 BEN3 INC3 SUP3 USE4 DEL4 FIN3 GOV2 ENV3 EXIT3' }],
      ['13 wd', 'is scored', { by: 2, marks: 'NEED3 BEN3 INC3 SUP3 USE4 DEL3 FIN3 GOV2 ENV3 EXIT3' }],
      [
        '13 wd',
        'has a mark settled',
        {
          of: 'DEL',
          at: 4,
          reason:
            'They tend four corners of the town already: I had not counted that, and go along with the higher mark.',
        },
      ],
      ['12 wd', 'has its result'],
    ],
  },
  {
    group: 'weavers',
    place: 'MBC-L-0052',
    use: 'A willow bed on the riverside strip: rods for baskets, a living tunnel for children, and a path down to the water.',
    dates: [40, 1130],
    says: {
      NEED: 'There are twelve people on the list for every course. The river wardens ask for hurdles and buy them from two counties away.',
      BEN: 'Twenty-five weavers, six courses a year, and hurdles that keep the bank where it is.',
      SUP: 'Anglers wanted their three pegs left open. They are on the plan now, with steps.',
      DEL: 'We have cut willow on a farmer’s field since 2016. Olwen Withy teaches it.',
      ENV: 'Willow drinks what floods leave, and sedge warblers nest in it. The three protected trees are fenced off first.',
    },
    then: [
      ['47 wd', 'is sent'],
      ['44 wd', 'is complete'],
      ['43 wd', 'puts up its sign', 'The sign on a post above the river, three old willows behind it.'],
      [
        '34 wd',
        'is commented',
        {
          by: { name: 'Reg Pollock', address: '2 Riverside', email: 'reg@anglers.example' },
          stance: 'worried',
          text: 'Three pegs have been fished there since before the boat yard. Will we get through to them?',
        },
      ],
      [
        '27 wd',
        'answers',
        { to: [1], outcome: 'changed', words: 'The three pegs stay open, with steps. They are on the plan.' },
      ],
      ['26 wd', 'is scored', { by: 1, marks: 'NEED3 BEN3 INC2 SUP4 USE4 DEL4 FIN3 GOV3 ENV4 EXIT3' }],
      ['25 wd', 'is scored', { by: 2, marks: 'NEED3 BEN3 INC2 SUP4 USE4 DEL4 FIN3 GOV3 ENV4 EXIT3' }],
      ['24 wd', 'has its result'],
      [
        '12 wd',
        'is signed',
        {
          reasons: 'The test is passed with a wide margin, and no ground was shown.',
          alternatives: 'Leaving the strip as it is, at £1,200 a year for mowing.',
          background: 'The proposal, its comments and the result of its test.',
          touched: 'People who fish from a wheelchair at the middle peg, and children near open water.',
          considered: 'The path to the middle peg is level, and the tunnel stands twelve metres from the bank.',
        },
      ],
    ],
  },
  {
    // The owner has not joined the compact: the same way, and at its end advice.
    group: 'shed',
    place: 'HH-L-07',
    use: 'An orchard of thirty old kinds of apple and pear on the slope behind the flats, with ladders and a press made in the Shed.',
    dates: [100, 1150],
    says: {
      NEED: '31 of 40 tenants want an orchard: their panel asked them. The doctors in Bracken Lane send us men who have lost their wives, and ask for work out of doors.',
      BEN: 'Sixteen men on two mornings, fruit for 40 flats, and a pressing day for the whole hill.',
      SUP: 'The tenants’ panel voted for it twice. Those on the ground floor chose where the tall trees go.',
      DEL: 'Len Chisel pruned for the county for thirty years. Each tree has a name on a list, and a deputy.',
      ENV: 'Old kinds on strong roots, no spraying, and grass that is cut twice a year instead of fourteen times.',
    },
    ownerNote: 'Confirmed: Harbour Homes. It has not joined the compact and was told of this, so the result is advice.',
    then: [
      ['43 wd', 'is sent'],
      ['40 wd', 'is complete'],
      ['39 wd', 'puts up its sign', 'The sign at the foot of the slope in Bracken Close.'],
      [
        '30 wd',
        'is commented',
        {
          by: { name: 'Yasmin Aldous', address: 'Flat 4, Bracken Close', email: 'yasmin@bracken.example' },
          stance: 'for',
          text: 'My windows look on to it. Blossom instead of bins: yes please.',
        },
      ],
      [
        '23 wd',
        'answers',
        { to: [1], outcome: 'noted', words: 'It was read as support from a tenant on the ground floor.' },
      ],
      ['22 wd', 'is scored', { by: 1, marks: 'NEED4 BEN3 INC3 SUP4 USE3 DEL4 FIN3 GOV3 ENV4 EXIT2' }],
      ['21 wd', 'is scored', { by: 2, marks: 'NEED4 BEN3 INC3 SUP4 USE3 DEL4 FIN3 GOV3 ENV4 EXIT2' }],
      ['20 wd', 'has its result'],
    ],
  },
  {
    // Not passed (R6): the page explains what would have changed it, and a review may be asked for.
    group: 'games',
    place: 'HH-L-03',
    use: 'A painted board for giant chess and draughts on the bare concrete, and league nights under lights.',
    dates: [60, 420],
    says: {
      NEED: 'We think that people would like it.',
      BEN: 'Our fourteen members could play out of doors in summer.',
      INC: 'Anybody may watch. League nights are for members.',
      SUP: 'We put a note through some doors.',
      USE: 'The concrete is bare. Some children ride their bicycles there.',
      DEL: 'Dee Dice would paint it.',
      FIN: 'Paint and pieces, perhaps £2,000. We would look for a sponsor.',
      GOV: 'We decide over a pint, whoever is there.',
      ENV: 'It does not change anything.',
      EXIT: 'Paint wears off.',
    },
    ownerNote: 'Confirmed: Harbour Homes. It has not joined the compact and was told of this, so the result is advice.',
    then: [
      ['31 wd', 'is sent'],
      ['28 wd', 'is complete'],
      ['27 wd', 'puts up its sign', 'The sign on a fence post at the old garage court in Dunlin Close.'],
      [
        '20 wd',
        'is commented',
        {
          by: { name: 'Keeley Ames', address: '6 Dunlin Close', email: 'keeley@dunlin.example' },
          stance: 'against',
          text: 'That is where our children learn to ride. Lights until ten under my bedroom window as well? No thank you.',
        },
      ],
      [
        '11 wd',
        'answers',
        {
          to: [1],
          outcome: 'not_followed',
          words: 'The group has said nothing to it, and the marks for support say so.',
        },
      ],
      ['10 wd', 'is scored', { by: 1, marks: 'NEED1 BEN2 INC1 SUP0 USE1 DEL1 FIN1 GOV1 ENV2 EXIT1' }],
      ['9 wd', 'is scored', { by: 2, marks: 'NEED1 BEN2 INC1 SUP0 USE1 DEL1 FIN1 GOV1 ENV2 EXIT1' }],
      ['8 wd', 'has its result'],
    ],
  },
  {
    group: 'players',
    place: 'NCC-H-1147',
    use: 'A play told while walking, on ten evenings in May along the old harbour line.',
    dates: [110, 150],
    says: {
      NEED: 'Everybody over seventy has a story of the harbour railway, and we have written 60 of them down.',
      BEN: 'Four hundred people on ten evenings, and a song that stays.',
    },
    then: [
      ['30 wd', 'is sent'],
      ['27 wd', 'is complete'],
      ['26 wd', 'puts up its sign', 'The sign between birches beside the Harbour Branch Path.'],
      [
        '18 wd',
        'is taken back',
        'The path itself is all we need, and for that nobody has to be asked. We begin in May.',
      ],
    ],
  },
];

import type { ToldProposal } from '../../story/proposal-contract.ts';
import type { GroupName } from './groups.ts';

/** Proposals on which nobody has decided: from a draft to the day on which two scorers have to be done. */
export const proposalsBegun: ToldProposal<GroupName>[] = [
  {
    group: 'growers',
    place: 'HH-L-11',
    use: 'Strawberries and herbs under the two cherry trees, for whoever walks by to pick.',
    dates: [120, 480],
    says: null,
    begins: 6,
    then: [],
  },
  {
    // The broker’s last day for looking through it is the day of the first start.
    group: 'beekeepers',
    place: 'MBC-L-0079',
    use: 'Six hives behind a willow hedge, a strip of wild flowers a bus long, and a Saturday morning each month for beginners.',
    dates: [95, 1000],
    says: {
      NEED: 'Nineteen people are on our list for the beginners’ course and we have room for six. The school asked us twice for a place to bring a class.',
      BEN: 'Twelve beginners a year, a class of thirty each June, and bees for every garden within two miles. Last year we took 31 swarms out of roofs and chimneys for nothing.',
      DEL: 'Four of us have kept bees for more than ten years. Somebody looks at the hives every third day, and a list on the gate says who.',
      G6: 'Children see the bees from behind a net and in suits, with their teacher. Two of us have been checked for work with children.',
    },
    then: [['10 wd', 'is sent']],
  },
  {
    group: 'forest',
    place: 'SH-07',
    use: 'A forest corner: logs to climb on, a mud kitchen, twenty young trees and a hedge, open after school and on Saturdays.',
    dates: [80, 440],
    says: {
      NEED: 'Of 96 families whom we asked, 71 have no garden. The nearest trees that a child may climb are a bus ride away.',
      BEN: 'About forty children each week, from three on. The reception class would come on Tuesday mornings.',
      G6: 'A grown-up stays with each child. Who leads when Ms Hollis is away is still being settled.',
    },
    then: [
      ['9 wd', 'is sent'],
      [
        '4 wd',
        'lacks',
        'Please say who leads the sessions when Ms Hollis is away, and send a line from the head that the gate on Novice Crescent may be unlocked on Saturdays. That is all that is missing.',
      ],
    ],
  },
  {
    group: 'neighbours',
    place: 'MBC-L-0091',
    use: 'Bulbs, lavender and a low kerb of logs along the verge, so that it is a garden and no car park. The bus stop gets a bench.',
    dates: [60, 1100],
    says: {
      NEED: 'Nine complaints about parking on the grass came to the estate office. 44 of 52 households signed our sheet at the bus stop.',
      BEN: 'Two hundred people walk past on a school day, and now they walk in mud. The bench is for Mrs Adeyinka, who cannot stand until the bus comes, and for everybody like her.',
      DEL: 'Ted Loom has dug up half the street in his time and knows where the cables are. We dig no deeper than 40 cm.',
    },
    then: [
      ['8 wd', 'is sent'],
      ['3 wd', 'is complete'],
    ],
  },
  {
    group: 'appletree',
    place: 'MD-009',
    use: 'Two afternoons a week in the walled garden for people with dementia and those who care for them: pruning, sowing, apple cake.',
    dates: [75, 800],
    says: {
      NEED: 'The memory clinic sees 140 people from the borough and can offer six weeks of talking. After that there is nothing with fresh air in it. Eleven families have asked us since spring.',
      BEN: 'Twenty people on two afternoons. In our trial in a back garden four carers told us that it was the first hour that week in which they had sat down.',
      INC: 'The paths are level, and wide enough for two side by side. It costs nothing. A minibus of the day centre comes by if we ask on the day before.',
      DEL: 'Ruth Bramley ran the ward’s garden for nine years. Two volunteers for every six guests, and a rota with names until summer.',
      G6: 'Guests come with somebody of their own. All six helpers have been checked, and Ruth leads on safeguarding.',
    },
    then: [
      ['15 wd', 'is sent'],
      ['12 wd', 'is complete'],
      ['9 wd', 'puts up its sign', 'The sign on a post beside the wooden gate in Minster Avenue.'],
      [
        '8 wd',
        'is commented',
        {
          by: { name: 'Celia Varley', address: '3 Minster Avenue', email: 'celia@minster.example' },
          stance: 'for',
          text: 'My husband was a patient here until the day hospital closed. He still asks about the apple trees. Please let them do it.',
        },
      ],
      [
        '7 wd',
        'is commented',
        {
          by: { name: 'Gordon Pike', address: '7 Minster Avenue', email: 'gordon@minster.example' },
          stance: 'against',
          text: 'We bought here because it is quiet. Minibuses will block the avenue twice a week, and Mrs Varley at number 3 has two cars in the road already. Ring me on 01632 960 299 if you want to see it.',
        },
      ],
      [
        '6 wd',
        'is cut',
        {
          of: 2,
          shown:
            'We bought here because it is quiet. Minibuses will block the avenue twice a week, and [left out]. Ring me on [left out] if you want to see it.',
          because: 'A neighbour is named, with what she owns.',
        },
      ],
      [
        '5 wd',
        'replies',
        {
          to: 2,
          reply:
            'The minibus can set down inside, at the old ambulance bay: the trust has said so. We will put that into the plan.',
        },
      ],
      [
        '5 wd',
        'is commented',
        {
          by: { name: 'Doris Fell', address: 'Flat 2, Almoners’ Court' },
          stance: 'worried',
          text: 'I am 84 and walk my dog there in the mornings. Will the gate be locked in front of me?',
        },
      ],
      [
        '4 wd',
        'replies',
        {
          to: 3,
          reply: 'No. It stays open in the mornings as it is now, and your dog is welcome in the afternoons too.',
        },
      ],
      [
        '3 wd',
        'is commented',
        {
          by: { name: 'Dr Anil Mistry', address: 'Memory clinic, Bridge Street', email: 'anil@clinic.example' },
          stance: 'for',
          text: 'We would send people here from the first week. Being out of doors with something to do helps more than most of what I can prescribe.',
        },
      ],
      [
        '1 wd',
        'is commented',
        {
          by: { name: 'Jo Linnet', address: '11 Priory Lane', email: 'jo@linnet.example' },
          stance: 'question',
          text: 'Who picks the apples that nobody uses? The school would like to have some.',
        },
      ],
    ],
  },
  {
    // Somebody who rings: the broker types. One scorer is done, and the other’s last day is the day of the first start.
    group: 'friends',
    place: 'MBC-L-0085',
    use: 'Four raised beds at the height of a wheelchair and a table in the sun, where people practise words and hands after a stroke.',
    dates: [90, 820],
    says: {
      NEED: 'Eight of us practise speaking on Tuesdays. Our physiotherapist wants us to use our hands out of doors as well, and none of us has a garden without steps.',
      BEN: 'Eight people twice a week from March to October. Planting out seedlings is what the therapist calls fine motor practice; we call it getting our hands dirty.',
      INC: 'The beds can be reached from a wheelchair on three sides. Anybody from Tile Close may have a corner of a bed; five have said that they would like one.',
      DEL: 'The Men’s Shed builds the beds from boards that we have been given. Dora Strachan waters on days between.',
    },
    then: [
      ['26 wd', 'is sent'],
      ['22 wd', 'is complete'],
      ['20 wd', 'puts up its sign', 'The sign on its post beside the bench in Tile Close.'],
      [
        '15 wd',
        'is commented',
        {
          by: { name: 'Shanice Boyd', address: '9 Tile Close', email: 'shanice@tileclose.example' },
          stance: 'worried',
          text: 'My boys play football on that green. Please leave them room for a goal.',
        },
      ],
      [
        '12 wd',
        'is commented',
        {
          by: { name: 'Pat Marlow', address: '2 Tile Close' },
          stance: 'for',
          text: 'I had a stroke in 2021 and nobody told me of this group. I would come, it is thirty steps from my door.',
        },
      ],
      [
        '4 wd',
        'answers',
        {
          to: [1],
          outcome: 'changed',
          words:
            'The beds move to the east side, along the wall. The whole middle of the green stays free for football.',
        },
      ],
      [
        '4 wd',
        'answers',
        { to: [2], outcome: 'noted', words: 'The scorers read it as support from somebody who lives there.' },
      ],
      ['2 wd', 'is scored', { by: 1, marks: 'NEED3 BEN3 INC4 SUP3 USE3 DEL2 FIN3 GOV2 ENV2 EXIT3' }],
    ],
  },
];

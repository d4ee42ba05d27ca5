import type { ToldGroup } from '../../story/story-contract.ts';

/** Groups that ask for land. None of them needs a room. */
export const landGroups = {
  neighbours: {
    details: {
      name: 'Plover Way Neighbours',
      legal_form: 'unconstituted',
      size: '10_to_30',
      purpose: 'We look after our own street: litter, snow, bulbs, and whoever is poorly.',
      audience: 'Everybody who lives on Plover Way or walks along it',
      telephone: '01632 960 221',
    },
    lead: { name: 'Winnie Okafor', email: 'winnie@ploverway.example' },
    deputy: { name: 'Ted Loom', email: 'ted@ploverway.example' },
  },
  appletree: {
    details: {
      name: 'Apple Tree Afternoons',
      legal_form: 'constituted',
      size: '10_to_30',
      purpose: 'People with dementia and those who love them spend afternoons out of doors together.',
      audience: 'Anybody living with dementia, and whoever comes along with them',
      telephone: '01632 960 222',
    },
    lead: { name: 'Ruth Bramley', email: 'ruth@appletree.example' },
    deputy: { name: 'Idris Cox', email: 'idris@appletree.example' },
  },
  beekeepers: {
    details: {
      name: 'Marlbeck Beekeepers',
      legal_form: 'constituted',
      size: '31_to_100',
      purpose: 'We keep bees, teach it, and take swarms out of chimneys for nothing.',
      audience: 'Beekeepers, and people who would like to be',
      telephone: '01632 960 223',
    },
    lead: { name: 'Barnaby Hive', email: 'barnaby@bees.example' },
    deputy: { name: 'Honor Combe', email: 'honor@bees.example' },
  },
  forest: {
    details: {
      name: 'Friends of the Forest Corner',
      legal_form: 'unconstituted',
      size: '10_to_30',
      purpose: 'Parents and neighbours of the primary school who want children to have mud, sticks and trees.',
      audience: 'Children of the school and of the streets around it, with their grown-ups',
      telephone: '01632 960 224',
    },
    lead: { name: 'Fern Hollis', email: 'fern@forestcorner.example' },
    deputy: { name: 'Amir Rowan', email: 'amir@forestcorner.example' },
  },
  dunes: {
    details: {
      name: 'Dune Keepers',
      legal_form: 'unconstituted',
      size: 'under_10',
      purpose: 'We plant marram and sea holly, so that the sand stays on the beach and off the road.',
      audience: 'People who walk on the front',
      telephone: '01632 960 225',
    },
    lead: { name: 'Sandy Marram', email: 'sandy@dunes.example' },
    deputy: { name: 'Pearl Cockle', email: 'pearl@dunes.example' },
  },
  plots: {
    details: {
      name: 'Mill Lane Waiting List',
      legal_form: 'constituted',
      size: '31_to_100',
      purpose: 'Forty households who wait for an allotment, and would rather dig than wait.',
      audience: 'Anybody on the list, and anybody who would like to learn',
      telephone: '01632 960 226',
    },
    lead: { name: 'Marjorie Spade', email: 'marjorie@milllane.example' },
    deputy: { name: 'Colm Tiller', email: 'colm@milllane.example' },
  },
  wheels: {
    details: {
      name: 'Wheels for All Marlbeck',
      legal_form: 'charity',
      size: '31_to_100',
      purpose: 'Everybody can cycle: on two wheels, on three, side by side, or pedalling with their hands.',
      audience: 'Children and adults who cannot ride an ordinary bicycle, or never learnt',
      telephone: '01632 960 227',
    },
    lead: { name: 'Tricia Spoke', email: 'tricia@wheels.example' },
    deputy: { name: 'Gus Pedlar', email: 'gus@wheels.example' },
  },
  weavers: {
    details: {
      name: 'Beckside Willow Weavers',
      legal_form: 'constituted',
      size: '10_to_30',
      purpose: 'We grow willow, cut it in winter and weave baskets, hurdles and the odd dragon.',
      audience: 'Anybody with two hands, or one and a friend',
      telephone: '01632 960 228',
    },
    lead: { name: 'Olwen Withy', email: 'olwen@weavers.example' },
    deputy: { name: 'Jack Osier', email: 'jack@weavers.example' },
  },
  shed: {
    details: {
      name: 'Marlbeck Men’s Shed',
      legal_form: 'charity',
      size: '31_to_100',
      purpose: 'Men, most of them retired, make and mend things side by side, and talk while they do.',
      audience:
        'Men who would otherwise be at home by themselves; women are welcome on Wednesdays and whenever they like',
      telephone: '01632 960 229',
    },
    lead: { name: 'Len Chisel', email: 'len@shed.example' },
    deputy: { name: 'Howard Plane', email: 'howard@shed.example' },
  },
} satisfies Record<string, ToldGroup>;

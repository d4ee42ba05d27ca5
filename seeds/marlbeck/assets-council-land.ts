import type { DemoAsset, Telling } from './asset-builder.ts';
import { checked, cost, evidence, may, mind, room, tell } from './asset-builder.ts';
import { beside, ground, nowhere, plot, somewhereOn, verge } from './places.ts';

const owner = 'marlbeck-council';
const land = (told: Omit<Telling, 'owner' | 'kind'>): DemoAsset => tell({ owner, kind: 'land', ...told });
const meanwhile = may('meanwhile_use', 'Nothing is planned here before 2029, so a group may ask to use it.');

export const councilLand: DemoAsset[] = [
  land({
    code: 'MBC-L-0041', name: 'Corner plot at Keelman Street', state: 'vacant', stateSince: '2023-06-01', place: plot([5290, 3392], 34, 26, 10, 'Keelman Street'),
    description: 'An empty corner between two terraces. Two houses stood here until 2011. People leave old furniture and bags on it. It gets sun from noon.',
    features: ['Level ground', 'Sun from noon', 'Tap in the next street', 'Low wall on two sides'], hazards: ['Broken glass', 'Dumped rubbish'],
    evidence: [evidence('Cleared of dumped rubbish 11 times in a year.', 'Street cleaning records', '2026-08-31'), evidence('No use planned in the local plan.', 'Planning team', '2026-05-12')],
    routes: [meanwhile, may('ask_owner', 'Ask us anything about this plot.')], constraints: [mind('contamination', 'Old coal cellars. Use raised beds, not open ground.')],
    costs: [cost('Clearing rubbish', 3260, 'Street cleaning budget 2025–26'), cost('Insurance', null, 'Part of a block policy')],
    history: [{ on: '2023-06-01', text: 'The council listed it as vacant.', state: 'vacant' }, { on: '2026-03-19', text: 'A resident reported dumped mattresses. They were taken away four days later.' }, { on: '2026-09-22', text: 'A broker checked it: still empty.' }],
    pictures: [{ scene: 'corner-plot', alt: 'An empty corner plot between brick terraces, with an old sofa, tyres and bags on the grass.' }],
  }),
  land({
    code: 'MBC-L-0052', name: 'Riverside strip below Riverside Meadow', state: 'vacant', stateSince: '2020-03-01', place: ground([4350, 4245], 26, 46, 41, 'Riverside'),
    description: 'A grassy strip between the road and the river. It was a boat yard. It floods about once in two winters.',
    features: ['River view', 'Path to the meadow'], hazards: ['Deep water, no fence'], routes: [may('meanwhile_use', 'Good for a wildlife garden or boat storage. Nothing fixed may be built.')],
    evidence: [evidence('Boat yard licence ended and was not renewed.', 'Estates file', '2020-02-28')], constraints: [mind('flood', 'Flood zone 3.'), mind('trees', 'Three willows are protected.')],
    costs: [cost('Grass cutting', 420, 'Parks budget 2025–26')], pictures: [{ scene: 'riverside', alt: 'A grassy bank beside a slow river, with willows and a wooden mooring post.' }],
  }),
  land({
    code: 'MBC-L-0060', name: 'Former bowling green, Victoria Park', site: 'Victoria Park', state: 'under_used', stateSince: '2024-10-01', place: plot([2395, 2735], 40, 38, 20, 'Albert Crescent'),
    description: 'A flat square of lawn with a clipped hedge. The bowls club closed in 2024. The park gates are open from 8am until dusk.',
    features: ['Level ground', 'Hedge all round', 'Benches', 'Water tap', 'Step-free path'], routes: [may('meanwhile_use', 'Games, growing and small outdoor classes all suit it.'), may('book_space', 'You can book single days for events.')],
    evidence: [evidence('The club gave back its key.', 'Parks team', '2024-10-01')], constraints: [mind('open_space', 'We must advertise any lease in the paper for two weeks.')],
    costs: [cost('Mowing and hedge', 2150, 'Parks budget 2025–26'), cost('Water', 95, 'Meter readings 2025')], lastCheck: checked('2026-10-06'),
    spaces: [room('Green', null, 120, 1444, 'The whole lawn. No heels or pegs, please.')],
    history: [{ on: '2024-10-01', text: 'The club closed and gave back the green.', state: 'under_used' }, { on: '2026-06-14', text: 'Used for one day by a summer fair.' }],
    pictures: [{ scene: 'bowling-green', alt: 'A square lawn with a clipped hedge and two benches in a park on a bright morning.' }],
  }),
  land({
    code: 'MBC-L-0061', name: 'Hard courts, Victoria Park', site: 'Victoria Park', state: 'under_used', stateSince: '2023-05-01', place: plot([2180, 2715], 36, 34, 20, 'Albert Road'),
    description: 'Two old tennis courts with a high fence. The surface is cracked at one end. Nobody has booked them since 2023.', features: ['Fenced', 'Two gates', 'Toilets in the park'], hazards: ['Cracked surface'],
    routes: [may('book_space', 'By the hour, from 8am until dusk.'), may('meanwhile_use', 'Skating, cycling lessons or court games for up to three years.')], constraints: [mind('open_space')],
    evidence: [evidence('No bookings since May 2023.', 'Parks diary', '2026-05-01')], costs: [cost('Sweeping', 240, 'Parks budget 2025–26'), cost('New surface', null, 'No price yet')],
    spaces: [room('North court', null, 40, 610, null), room('South court', null, 40, 610, 'Cracked along the fence.')],
  }),
  land({
    code: 'MBC-L-0062', name: 'Dune garden, Marine Parade', state: 'asked_for', stateSince: '2026-07-20', place: verge('Marine Parade', 0.05, 0.14, -24, 18),
    description: 'A sandy strip between the road and the beach. Marram grass grows at one end; the rest is bare.', features: ['Sea front', 'Bus stop'], hazards: ['Blown sand'], routes: [may('meanwhile_use', 'A group has asked to plant it for three years. You may ask too.')],
    constraints: [mind('open_space'), mind('flood', 'Winter storms reach the wall.')], evidence: [evidence('Bedding plants were given up to save money.', 'Parks team', '2024-10-15')], costs: [cost('Sand clearing', 1150, 'Parks budget 2025–26')],
    history: [{ on: '2024-10-15', text: 'Listed as under-used.', state: 'under_used' }, { on: '2026-07-20', text: 'A group asked to make a dune garden.', state: 'asked_for' }],
  }),
  land({
    code: 'MBC-L-0063', name: 'Bandstand, Jubilee Gardens', site: 'Jubilee Gardens', state: 'under_used', stateSince: '2022-01-01', place: plot([3200, 2172], 15, 15, 12, 'Marine Parade'),
    description: 'An iron bandstand with a green roof, by the sea. It is used about six days a year. There is a socket and a lamp.',
    features: ['Roof', 'Power socket', 'Step-free on the north side', 'Toilets 200 m away'], routes: [may('book_space', 'Free for community events until 9pm.')],
    constraints: [mind('listed', 'Grade II. Fix nothing to the ironwork.')], costs: [cost('Painting and checks', 1900, 'Parks budget 2025–26'), cost('Electricity', 140, 'Bills 2025')],
    evidence: [evidence('Booked on six days in 2025.', 'Events diary', '2026-01-08')], spaces: [room('Stage', null, 25, 62, 'Room for a brass band or a choir of 25.')],
    pictures: [{ scene: 'bandstand', alt: 'A green and cream iron bandstand among flower beds, with the sea behind.' }],
  }),
  land({
    code: 'MBC-L-0068', name: 'Overflow land at Mill Lane Allotments', site: 'Mill Lane Allotments', state: 'asked_for', stateSince: '2026-09-14', place: plot([2712, 4752], 42, 60, 20, 'Mill Bank'),
    description: 'The rough end of the allotments. Brambles have taken over, but the soil is good. Forty people wait for a plot.',
    features: ['Good soil', 'Water tank', 'Gate wide enough for a van'], hazards: ['Brambles', 'Old glass from cold frames'], routes: [may('meanwhile_use', 'One group has asked already. You can still ask; both will be scored the same way.')],
    evidence: [evidence('Not let since 2019.', 'Allotment waiting list', '2026-07-01')], costs: [cost('Water', null, 'One meter for the whole site')],
    history: [{ on: '2026-04-14', text: 'Put on the register as vacant.', state: 'vacant' }, { on: '2026-09-14', text: 'A group asked to garden it for three years.', state: 'asked_for' }],
    pictures: [{ scene: 'allotment-overgrown', alt: 'Overgrown allotment beds with brambles around a leaning shed and a water butt.' }, { scene: 'allotment', alt: 'The tended plots next door: rows of cabbages, canes with beans and a blue shed.' }],
  }),
  land({
    code: 'MBC-L-0070', name: 'Anchor Street pocket park', state: 'meanwhile_use', stateSince: '2024-05-04', place: beside('Anchor Street', 0.45, 15, 26, 17),
    description: 'Neighbours turned an empty yard into a small garden with seats, herbs and a mural. It is open every day.',
    features: ['Seats', 'Step-free', 'Raised beds', 'Rain barrel'], routes: [may('ask_owner', 'In use until May 2027. Ask us if you would like to join in.')], plannedUse: { text: 'Cycle store for the street, if the money is found', from: '2027-06-01' },
    evidence: [evidence('The yard was empty for six years before.', 'Estates file', '2024-02-20')], costs: [cost('Insurance', 85, 'Paid by the group'), cost('Water', 0, 'Rain barrel only')], lastCheck: checked('2026-10-18'),
    history: [{ on: '2018-02-01', text: 'The yard was closed.', state: 'vacant' }, { on: '2024-02-20', text: 'A group of neighbours asked to make a garden.', state: 'asked_for' }, { on: '2024-05-04', text: 'The licence began: three years, no rent.', state: 'meanwhile_use' }, { on: '2026-05-04', text: 'Two years on, 60 neighbours have helped.' }],
    pictures: [{ scene: 'pocket-park', alt: 'A small garden between houses with benches, raised beds and a painted mural of gulls.' }],
  }),
  land({
    code: 'MBC-L-0074', name: 'Top deck, Corn Street car park', site: 'Corn Street car park', state: 'under_used', stateSince: '2021-09-01', place: plot([3985, 3745], 62, 34, -24, 'Corn Street'),
    description: 'The open top floor of the car park. Fewer than one in ten bays are used, apart from December. There is a lift and a wide view of the sea.',
    features: ['Lift', 'Lights', 'Power at two points', 'View'], hazards: ['Windy', 'Weight limit 250 kg for each square metre'],
    routes: [may('book_space', 'Film nights, markets and classes from Easter to October.'), may('meanwhile_use', 'Up to three years for a roof garden or similar.')],
    evidence: [evidence('Average use of the deck is 8 bays of 96.', 'Ticket machine data', '2026-06-30')], costs: [cost('Lighting', 1240, 'Bills 2025'), cost('Lift', 3900, 'Service contract')],
    spaces: [room('Deck', 'Level 4', 400, 2100, 'The whole deck.'), room('Sea end', 'Level 4', 150, 800, 'The half that faces the sea.', 'Deck'), room('Town end', 'Level 4', 150, 800, 'The half by the lift.', 'Deck')],
    pictures: [{ scene: 'car-park', alt: 'The empty top deck of a car park with white bay lines, and roofs and the sea beyond.' }],
  }),
  land({
    code: 'MBC-L-0079', name: 'Field behind Oystercatcher Way', state: 'vacant', stateSince: '2016-04-01', place: plot([215, 2120], 90, 120, 8, 'Oystercatcher Way'),
    description: 'A fenced field at the edge of the estate. It was kept for a school that was never built. The grass is cut once a year.',
    features: ['Fenced', 'Field gate', 'Sun all day'], routes: [may('meanwhile_use', 'A school is not expected before 2031.')], plannedUse: { text: 'Primary school site in the local plan', from: '2031-09-01' },
    evidence: [evidence('School plan put off for five years.', 'Cabinet paper', '2026-01-21')], costs: [cost('Annual cut', 610, 'Parks budget 2025–26')],
    pictures: [{ scene: 'field-fence', alt: 'A wide empty field with a post and wire fence and low houses on the far side.' }],
  }),
  land({
    code: 'MBC-L-0081', name: 'Yard at West Quay', state: 'under_used', stateSince: '2023-11-01', place: plot([3966, 2430], 16, 60, -5, 'West Quay'),
    description: 'A cobbled yard on the quay. Nets and pots were mended here. Boats use it for two weeks in spring; it is free for the rest of the year.',
    features: ['Cobbles', 'Power', 'Water', 'Van access'], hazards: ['Open quay edge'], routes: [may('book_space', 'By the day or the week, from May to March.')],
    evidence: [evidence('Used on 14 days in 2025.', 'Harbour office', '2026-02-02')], constraints: [mind('flood', 'Spring tides can reach the yard.')], costs: [cost('Lighting', 310, 'Bills 2025')],
    spaces: [room('Yard', null, 180, 1500, 'The whole yard. Bring barriers for the quay edge.')], pictures: [{ scene: 'quay', alt: 'A cobbled quay with stacked lobster pots, a small crane and fishing boats in the harbour.' }],
  }),
  land({
    code: 'MBC-L-0085', name: 'Green at Tile Close', state: 'under_used', place: ground([5370, 5905], 26, 19, 44, 'Tile Close'),
    description: 'A patch of mown grass between the houses, with one bench. Children play here, but there is room for more.', stateSince: '2015-01-01', features: ['Bench', 'Level ground'],
    routes: [may('meanwhile_use', 'Fruit trees, a play trail or beds are welcome if the neighbours agree.')], constraints: [mind('open_space', 'It stays open to everybody.')], certainty: 'reported',
    lastCheck: checked('2026-03-02', 'Asset broker', 'Photo from a resident'), costs: [cost('Mowing', 260, 'Parks budget 2025–26')],
    evidence: [evidence('Residents say nobody looks after the edges.', 'Residents’ survey', '2025-11-05')], pictures: [{ scene: 'estate-green', alt: 'A small mown green with one bench and two young trees, between pale brick houses.' }],
  }),
  land({
    code: 'MBC-L-0088', name: 'Strip of land beside the Old Mill', state: 'withdrawn', stateSince: '2026-07-06', place: plot([2345, 4985], 46, 18, 20, 'Mill Lane'),
    description: 'A strip along the mill pond. The bank is being rebuilt.', stateNote: 'Withdrawn: the bank slipped in June. Repairs will take until summer 2027, then we look at it again.', routes: [may('not_available', 'The bank is not safe. Repairs are planned until June 2027.')],
    plannedUse: { text: 'Bank repair', from: '2027-01-11' }, constraints: [mind('flood')], evidence: [evidence('An engineer found a slip of 12 metres.', 'Drainage report', '2026-06-29')],
    history: [{ on: '2025-10-01', text: 'Listed as vacant.', state: 'vacant' }, { on: '2026-07-06', text: 'Withdrawn, because the bank is not safe. We will look again in summer 2027.', state: 'withdrawn' }],
    pictures: [{ scene: 'riverside-grey', alt: 'A muddy bank by still water under a grey sky, with orange barrier netting.' }],
  }),
  land({
    code: 'MBC-L-0091', name: 'Verge on Plover Way', state: 'asked_for', stateSince: '2026-10-05', place: verge('Plover Way', 0.095, 0.165, 13, 9),
    description: 'A wide grass verge on the way into the estate. People park on it, and it turns to mud in winter.', features: ['By a bus stop', 'South facing'], hazards: ['Cables at 60 cm'],
    routes: [may('meanwhile_use', 'A group has asked to plant it. You may ask too.')], constraints: [mind('trees', 'One rowan to keep.')], evidence: [evidence('Nine complaints about parking on the grass.', 'Estate office', '2026-08-20')],
    costs: [cost('Mowing', 180, 'Parks budget 2025–26')], history: [{ on: '2026-04-14', text: 'Listed as under-used.', state: 'under_used' }, { on: '2026-10-05', text: 'A group asked to plant it.', state: 'asked_for' }],
    pictures: [{ scene: 'verge-mud', alt: 'A worn grass verge with tyre marks, a bus stop and pale houses behind.' }],
  }),
  land({
    code: 'MBC-L-0094', name: 'Land at Gull Ness', state: 'vacant', stateSince: '2019-10-01', place: somewhereOn('Ness Lane'),
    description: 'An old coastguard field. The exact edge is being measured, so the map shows the postcode.', certainty: 'assumed', ownership: 'claimed', ownershipSource: 'Old deed of 1934; the register entry is being sorted out',
    landAreaM2: null, routes: [may('ask_owner', 'We are still making sure that it is ours.')], evidence: [evidence('Deed found in the archive.', 'Legal team', '2026-05-30')], lastCheck: null,
    pictures: [{ scene: 'field-dusk', alt: 'Rough grass on a low cliff at sunset, with an old fence and the sea.' }],
  }),
  land({
    code: 'MBC-L-0096', name: 'Spare burial ground', state: 'in_use', place: nowhere(), description: 'Kept for the cemetery. Listed so that nobody has to ask. It has no map point yet.', routes: [may('not_available', 'It will be needed for burials from about 2035.')],
    plannedUse: { text: 'Cemetery extension', from: '2035-01-01' }, certainty: 'assumed', lastCheck: null, landAreaM2: 6200, evidence: [evidence('Kept for burials by decision of the council.', 'Minutes', '2025-12-09')],
  }),
];

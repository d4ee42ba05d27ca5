import { quarters } from './quarters.ts';
import type { Road } from './roads.ts';
import { estate, fan, grid, joinEnds, lane, roomIn } from './street-patterns.ts';

const q = quarters;
const streets = (...names: string[]): string[] => names.map((name) => `${name} Street`);

const harbourside = (): Road[] => [
  ...grid(roomIn(q.harbour), { at: [3590, 2630], turn: -10, width: 760, depth: 760, rows: [...streets('Anchor', 'Capstan'), 'Herring Row', 'Ropewalk', ...streets('Lantern', 'Chandler'), 'Net Loft Row', 'Tar Lane'],
    crossings: ['Sailmaker Street', 'Compass Street', 'Cooper Street', 'Beacon Street'] }),
  lane('West Quay', [[3805, 2288], [3905, 2245], [3942, 2480], [4005, 2770], [4040, 2885], [3952, 2900]]),
  ...grid(roomIn(q.fishQuay), { at: [5130, 2420], turn: 32, width: 560, depth: 330, rows: ['Smokehouse Row', 'Kipper Lane', 'Bollard Street'], crossings: ['Lifeboat Road', 'Sand Lane', 'Lugger Street'] }),
  ...grid(roomIn(q.oldTown), { at: [5110, 3200], turn: 14, width: 900, depth: 720, rows: ['Oyster Row', 'Fishergate', 'Salter Street', 'Cockle Row', 'Keelman Street', 'Baxtergate'],
    crossings: ['Pannier Street', 'Customs Street', 'Tallow Street', 'Cross Street', 'Well Street'], bend: 26 }),
  ...grid(roomIn(q.abbeygate), { at: [5000, 3720], turn: 6, width: 1250, depth: 560, rows: ['Sidings Street', 'Abbeygate', 'Tanner Street', 'Gate Street'], crossings: ['Engine Row', 'Bell Street', 'Branch Street', 'Saddler Street', 'Almshouse Lane', 'Coal Drops'], bend: 18 }),
];

const centre = (): Road[] => [
  ...grid(roomIn(q.market), { at: [3540, 3290], turn: -17, width: 820, depth: 560, rows: ['Cut Street', 'Church Street', 'Guildhall Street', 'High Row'], crossings: ['Vicar Lane', 'Butter Lane', 'Silver Street', 'Shambles'], bend: 16 }),
  ...grid(roomIn(q.riverside), { at: [3930, 3640], turn: -22, width: 560, depth: 860, rows: ['Wharf Street', 'Theatre Street', 'Library Street', 'Corn Street', 'Malt Street', 'Union Street'], crossings: ['Water Lane', 'Back Market Street'], bend: 12 }),
  ...grid(roomIn(q.cutside), { at: [2450, 3430], turn: -1, width: 1560, depth: 260, rows: ['Cutside Road', 'Boatman Street'],
    crossings: ['Lock Street', 'Barge Street', 'Towpath Street', 'Windlass Street', 'Basin Street', 'Tiller Street', 'Narrow Street', 'Wherry Street'], bend: 10 }),
  ...grid(roomIn(q.stationTown), { at: [2560, 3730], turn: -2, width: 2240, depth: 300, rows: ['Platform Street'], crossings: ['Signal Street', 'Guard Street', 'Lamp Street', 'Carriage Street', 'Whistle Street', 'Buffer Street', 'Semaphore Street', 'Fireman Street', 'Ticket Street', 'Parcel Street', 'Turntable Street'] }),
];

const seaside = (): Road[] => [
  ...fan(roomIn(q.sands), { at: [2240, 2650], from: -110, to: 95, squash: 0.8,
    crescents: [['Albert Crescent', 330], ['Belvedere Crescent', 420], ['Clarence Crescent', 510], ['Regent Crescent', 600], ['Alexandra Crescent', 690], ['Connaught Crescent', 790], ['Osborne Crescent', 890]],
    rays: [['Park Avenue', 0, 300, 1100], ['Victoria Avenue', -38, 300, 1000], ['Esplanade Avenue', -66, 300, 900], ['Pavilion Avenue', -90, 300, 900], ['Balmoral Avenue', 34, 300, 1000], ['Sandringham Avenue', 66, 300, 800]] }),
  ...grid(roomIn(q.sands), { at: [1640, 2420], turn: 8, width: 640, depth: 1700, rows: ['Shingle Road', 'Dune Road', 'Marram Road', 'Pebble Road', 'Driftwood Road', 'Lyme Road', 'Sandpiper Road', 'Tern Road', 'Cliffside Road', 'Breaker Road', 'Spray Road', 'Groyne Road'],
    crossings: ['Ness View', 'Seaholme Road'], bend: 20 }),
  ...grid(roomIn(q.stHilds), { at: [5870, 3170], turn: -4, width: 900, depth: 940, rows: ['Cliffe Avenue', 'Cloister Avenue', 'Chantry Avenue', 'Psalter Avenue', 'Vesper Avenue', 'Minster Avenue', 'Pilgrim Avenue'],
    crossings: ['Refectory Road', 'Scriptorium Road', 'Chapter Road'], bend: 30 }),
  ...fan(roomIn(q.headland), { at: [6900, 3560], from: 180, to: 360, squash: 0.82, crescents: [['Hild’s Crescent', 190], ['Novice Crescent', 320], ['Lantern Crescent', 450], ['Headland Crescent', 580], ['Kestrel Crescent', 720]],
    rays: [['Abbot’s Walk', 205, 190, 800], ['Prior’s Walk', 240, 190, 900], ['Monk’s Walk', 270, 120, 900], ['Sister’s Walk', 300, 190, 900], ['Candle Walk', 332, 190, 800]] }),
];

const inland = (): Road[] => [
  ...grid(roomIn(q.carriageTown), { at: [2060, 4480], turn: -18, width: 1000, depth: 1050, rows: streets('Weaver', 'Fuller', 'Spindle', 'Shuttle', 'Dyer', 'Flax', 'Bobbin', 'Carder', 'Thread'), crossings: ['Loom Road', 'Warp Road', 'Weft Road'], bend: 22 }),
  ...grid(roomIn(q.millbank), { at: [3070, 4290], turn: -6, width: 1000, depth: 860, rows: ['Miller Road', 'Barley Road', 'Oat Road', 'Sluice Road', 'Flour Road', 'Race Road', 'Granary Road'], crossings: ['Mill Bank', 'Hopper Street', 'Grist Street', 'Bran Street'], bend: 30 }),
  ...grid(roomIn(q.meadow), { at: [3900, 4180], turn: 8, width: 700, depth: 420, rows: ['Willow Road', 'Osier Road', 'Sedge Road'], crossings: ['Alder Road'] }),
  ...grid(roomIn(q.overMarl), { at: [4700, 4720], turn: -14, width: 2350, depth: 1480, rows: ['Ferry Road', 'Ford Road', 'Otter Road', 'Heron Road', 'Kingfisher Road', 'Teal Road', 'Eel Road', 'Trout Road', 'Dipper Road', 'Wagtail Road', 'Swan Road'],
    crossings: ['Kelham Avenue', 'Dunnock Avenue', 'Ings Avenue', 'Carr Avenue', 'Beck Avenue', 'Holme Avenue', 'Garth Avenue'], bend: 75 }),
  ...grid(roomIn(q.eastgate), { at: [5940, 3850], turn: 5, width: 440, depth: 420, rows: ['East Street', 'Toll Street', 'Bar Street'], crossings: ['Eastgate'] }),
];

const estates = (): Road[] => [...westfield(), ...northmoor(), ...kilnside()];

const westfield = (): Road[] => [
  ...estate(roomIn(q.westfield), { name: 'Plover Way', spine: [[1290, 2960], [900, 2900], [620, 2780], [400, 2640], [335, 2420], [435, 2330]], closes: ['Curlew Close', 'Dunlin Close', 'Knot Close', 'Redshank Close', 'Ruff Close', 'Stilt Close', 'Pipit Close', 'Siskin Close'], reach: 105, seed: 3 }),
  ...estate(roomIn(q.westfield), { name: 'Lapwing Way', spine: [[1278, 2470], [1150, 2500], [1050, 2560], [930, 2560], [820, 2500], [700, 2520], [590, 2610]], closes: ['Turnstone Close', 'Whimbrel Close', 'Godwit Close', 'Stint Close', 'Brent Close', 'Wigeon Close'], reach: 95, seed: 13 }),
  ...estate(roomIn(q.westfield), { name: 'Sanderling Drive', spine: [[530, 1910], [720, 1990], [980, 1960], [1130, 2080], [1160, 2260], [1285, 2330]], closes: ['Avocet Close', 'Gannet Close', 'Fulmar Close', 'Eider Close', 'Petrel Close', 'Scoter Close', 'Smew Close', 'Pochard Close'], reach: 115, seed: 5 }),
  ...estate(roomIn(q.westfield), { name: 'Oystercatcher Way', spine: [[440, 2330], [330, 2240], [330, 1960], [440, 1760], [620, 1600], [900, 1560], [1180, 1545], [1400, 1560]], closes: ['Skua Close', 'Guillemot Close', 'Razorbill Close', 'Puffin Close', 'Shearwater Close', 'Cormorant Close', 'Kittiwake Close', 'Shag Close', 'Noddy Close'], reach: 105, seed: 7 }),
];
const northmoor = (): Road[] => [
  ...estate(roomIn(q.northmoor), { name: 'Heather Way', spine: [[6190, 3760], [6420, 3900], [6800, 3880], [7150, 3960], [7450, 3860], [7690, 3800]], closes: ['Ling Close', 'Bilberry Close', 'Bracken Close', 'Cotton Grass Close', 'Sundew Close', 'Moss Close', 'Rush Close', 'Fern Close', 'Gorse Close', 'Broom Close', 'Thyme Close', 'Harebell Close'], reach: 150, seed: 9 }),
  ...estate(roomIn(q.northmoor), { name: 'Moorland Drive', spine: [[6800, 3880], [6720, 4180], [6860, 4420], [6800, 4700], [6890, 4985]], closes: ['Grouse Close', 'Merlin Close', 'Peat Close', 'Crowberry Close', 'Juniper Close', 'Rowan Close', 'Hawthorn Close', 'Birch Close'], reach: 165, seed: 15 }),
  ...estate(roomIn(q.northmoor), { name: 'Harrier Drive', spine: [[7150, 3960], [7230, 4230], [7420, 4380], [7560, 4560], [7560, 4780]], closes: ['Snipe Close', 'Whinchat Close', 'Ouzel Close', 'Dotterel Close', 'Wheatear Close'], reach: 130, seed: 19 }),
  ...estate(roomIn(q.northmoor), { name: 'Tarn Road', spine: [[6160, 3900], [6300, 4120], [6480, 4230], [6730, 4200]], closes: ['Beck Close', 'Gill Close', 'Force Close', 'Spring Close'], reach: 110, seed: 33 }),
];
const kilnside = (): Road[] => [
  ...estate(roomIn(q.kiln), { name: 'Potters Way', spine: [[4980, 5220], [5120, 5450], [5380, 5560], [5480, 5850], [5640, 6060], [5750, 6310]], closes: ['Kiln Close', 'Slip Close', 'Glaze Close', 'Saggar Close', 'Pug Close', 'Biscuit Close', 'Tile Close', 'Wedge Close', 'Ewer Close', 'Crock Close', 'Jug Close'], reach: 140, seed: 23 }),
  ...estate(roomIn(q.kiln), { name: 'Brickyard Road', spine: [[5560, 4880], [5720, 5080], [6050, 5120], [6330, 5080], [6430, 4850]], closes: ['Mortar Close', 'Header Close', 'Stretcher Close', 'Clay Close', 'Hod Close', 'Trowel Close', 'Lime Close', 'Gable Close'], reach: 115, seed: 29 }),
  ...estate(roomIn(q.kiln), { name: 'Claypit Lane', spine: [[5380, 5560], [5560, 5330], [5640, 5200], [5720, 5080]], closes: ['Marl Close', 'Shard Close', 'Silt Close', 'Loam Close'], reach: 105, seed: 37 }),
  ...estate(roomIn(q.kiln), { name: 'Chimney Road', spine: [[5480, 5850], [5760, 5760], [6030, 5760], [6280, 5680], [6370, 5400], [6330, 5080]], closes: ['Flue Close', 'Ember Close', 'Hearth Close', 'Cinder Close', 'Soot Close', 'Ash Close', 'Damper Close', 'Cowl Close'], reach: 120, seed: 41 }),
  ...estate(roomIn(q.kiln), { name: 'Furnace Road', spine: [[5640, 6060], [5900, 6020], [6120, 6080], [6300, 6470]], closes: ['Stoker Close', 'Bellows Close', 'Anvil Close', 'Tongs Close', 'Grate Close'], reach: 110, seed: 43 }),
];

const village = (): Road[] => [
  lane('Church Lane', [[985, 5610], [1110, 5700], [1090, 5860], [960, 5940], [810, 5960]]),
  lane('Smithy Lane', [[1110, 5700], [1250, 5740], [1400, 5800]]),
  lane('Back Lane', [[850, 5830], [760, 5740], [700, 5560], [830, 5440], [1100, 5450]]),
  lane('Glebe Close', [[1050, 5890], [1140, 5990], [1130, 6080]]),
  lane('Orchard Close', [[720, 5660], [620, 5690], [560, 5760]]),
  lane('Duck Street', [[820, 5955], [910, 5860], [985, 5780], [1000, 5640]]),
  lane('The Leys', [[770, 6110], [920, 6070], [1020, 6130]]),
];

/** Every named street, in the order of the quarters. A street that a road cuts in two appears once for each part. */
export const smallRoads: Road[] = joinEnds([...harbourside(), ...centre(), ...seaside(), ...inland(), ...estates(), ...village()]);

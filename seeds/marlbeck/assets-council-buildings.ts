import type { DemoAsset, Telling } from './asset-builder.ts';
import { checked, cost, evidence, may, mind, room, tell } from './asset-builder.ts';
import { beside, plot, somewhereIn } from './places.ts';

const owner = 'marlbeck-council';
const building = (told: Omit<Telling, 'owner' | 'kind'>): DemoAsset => tell({ owner, kind: 'building', ...told });

export const councilBuildings: DemoAsset[] = [
  building({
    code: 'MBC-B-0007', name: 'Former council offices, Harbour Street', state: 'vacant', stateSince: '2022-09-30', place: beside('Harbour Street', 0.45, 20, 38, 18, '41'),
    description: 'Three floors of offices facing the harbour, with a public counter below. Staff moved to the Town Hall in 2022. The windows are boarded. The roof is sound; the heating is not.',
    floorAreaM2: 1480, functionLabel: 'Offices', purpose: 'Surplus to requirements', suitability: 'poor', energyRating: 'F',
    features: ['Ramp at the front', 'Lift (switched off)', 'Large ground floor room', 'Yard for four cars'], hazards: ['Asbestos in the boiler room', 'Pigeons on the top floor'],
    evidence: [evidence('Empty since the move to the Town Hall.', 'Estates file', '2022-09-30'), evidence('No buyer after two rounds of bids.', 'Cabinet paper', '2025-03-18'), evidence('Roof surveyed: sound for ten years.', 'Building survey', '2026-02-11')],
    routes: [may('meanwhile_use', 'Empty for four years and nothing is planned before 2028.'), may('right_to_bid', 'Named as a building that matters to the community.')],
    constraints: [mind('asbestos', 'Managed in the boiler room. Survey of February 2026.'), mind('flood', 'Ground floor is in flood zone 2.')],
    costs: [cost('Security and alarms', 18400, 'Estates budget 2025–26'), cost('Business rates', 21250, 'Rates bill 2026–27'), cost('Insurance', 3900, 'Insurance schedule 2026'), cost('Repairs', null, 'Not recorded for this building')],
    release: { reason: 'Residents asked for the hearing to be about a named building. The council checks it every week, and its address is well known.', reviewOn: '2027-03-31' },
    lastCheck: checked('2026-10-27'), history: [{ on: '2022-09-30', text: 'Staff moved out.', state: 'vacant' }, { on: '2025-03-18', text: 'A second sale failed.' }, { on: '2026-06-03', text: 'An officer published the true place, with a reason.' }, { on: '2026-10-27', text: 'A broker checked it: still empty.' }],
    spaces: [room('Public counter', 'Ground', 90, 210, 'One large room with a long counter and a ramp.'), room('Council chamber', '1', 70, 160, 'A tall room with three windows to the harbour.'), room('Top floor', '2', null, 420, 'Eight small offices.')],
    pictures: [{ scene: 'office-boarded', alt: 'A three-storey stone and brick office by the harbour, its windows boarded over.' }, { scene: 'office-dusk', alt: 'The same kind of building at dusk, with dark windows and one street lamp lit.' }],
  }),
  building({
    code: 'MBC-B-0011', name: 'Recreation ground pavilion', site: 'Northmoor Recreation Ground', state: 'vacant', stateSince: '2024-08-31', place: plot([5955, 5235], 24, 11, 5, 'Brickyard Road'),
    description: 'A timber sports pavilion with two changing rooms, a kitchen hatch and a veranda. The cricket club folded in 2024. The floor needs work.', floorAreaM2: 240, suitability: 'poor', energyRating: 'G',
    functionLabel: 'Sports pavilion', features: ['Veranda', 'Kitchen hatch', 'Changing rooms'], hazards: ['Rotten floor by the door'], evidence: [evidence('The lease was given up.', 'Parks team', '2024-08-31')],
    routes: [may('meanwhile_use', 'Nothing is planned before 2029.')], constraints: [mind('open_space', 'The pitch around it stays open.')], costs: [cost('Insurance', 460, 'Insurance schedule 2026'), cost('Repairs', null, 'Not known until the floor is opened')],
    history: [{ on: '2024-08-31', text: 'The club gave up its lease.', state: 'vacant' }, { on: '2026-09-22', text: 'A broker checked it: still empty.' }], spaces: [room('Main room', 'Ground', 50, 85, 'Opens to the veranda.'), room('Kitchen', 'Ground', 4, 14, 'Hatch to the main room.', 'Main room')],
    pictures: [{ scene: 'pavilion', alt: 'A timber pavilion with a veranda and a clock, on the edge of a sports field.' }],
  }),
  building({
    code: 'MBC-B-0014', name: 'Public toilets, Marine Parade', state: 'vacant', stateSince: '2021-10-04', place: beside('Marine Parade', 0.42, -19, 15, 8, '12A'),
    description: 'A small brick block of 1936 with a flat roof and round windows. New toilets opened nearby in 2021. A coffee hatch or a store for beach wheelchairs would fit.', floorAreaM2: 78, suitability: 'poor',
    features: ['Water and drains', 'On the sea front'], hazards: ['Damp'], evidence: [evidence('Closed when the new block opened.', 'Cabinet paper', '2021-09-14')], routes: [may('meanwhile_use', 'Small, sound and in a busy place.')],
    costs: [cost('Insurance', 180, 'Insurance schedule 2026'), cost('Water standing charge', 96, 'Bills 2025')], release: { reason: 'It has no rooms to break into and stands on a busy front, so publishing the place does no harm.', reviewOn: '2027-06-30' },
    spaces: [room('East side', 'Ground', 10, 34, null), room('West side', 'Ground', 10, 34, null)], pictures: [{ scene: 'toilets', alt: 'A low 1930s brick toilet block with round windows and closed blue doors near the beach.' }],
  }),
  building({
    code: 'MBC-B-0015', name: 'Boating lake café', site: 'Victoria Park', state: 'vacant', stateSince: '2025-09-30', place: plot([2222, 2546], 15, 10, 20, 'Albert Road'),
    description: 'A small wooden café by the water, with a hatch and a terrace. The last tenant left after the summer of 2025.', floorAreaM2: 96, suitability: 'satisfactory', energyRating: 'E', functionLabel: 'Café', features: ['Kitchen', 'Hatch', 'Terrace', 'Step-free'],
    evidence: [evidence('The tenant left.', 'Estates file', '2025-09-30')], routes: [may('meanwhile_use', 'Two seasons, while we look for a tenant.')], costs: [cost('Business rates', 2900, 'Rates bill 2026–27'), cost('Electricity', 610, 'Bills 2025')], constraints: [mind('open_space')],
    spaces: [room('Café', 'Ground', 30, 54, 'Tables for thirty.'), room('Kitchen', 'Ground', 4, 18, null, 'Café')],
  }),
  building({
    code: 'MBC-B-0016', name: 'Winter Gardens', site: 'Jubilee Gardens', state: 'under_used', stateSince: '2023-01-01', place: beside('Marine Parade', 0.68, -30, 52, 22, '1'),
    description: 'A glass hall of 1908 with palms and a sprung floor. It is open on 90 days a year. The side rooms are almost never used.', floorAreaM2: 960, suitability: 'satisfactory', energyRating: 'E', functionLabel: 'Assembly hall',
    features: ['Step-free', 'Accessible toilet', 'Stage', 'Hearing loop', 'Café kitchen'], routes: [may('book_space', 'Community rate on weekdays until 6pm.'), may('meanwhile_use', 'Only the north side rooms.')], constraints: [mind('listed', 'Grade II*.')],
    evidence: [evidence('Open on 90 days in 2025.', 'Events diary', '2026-01-08')], costs: [cost('Heating', 14200, 'Bills 2025'), cost('Glass repairs', 8800, 'Estates budget 2025–26')], lastCheck: checked('2026-10-20'),
    spaces: [room('Glass hall', 'Ground', 300, 520, 'Sprung floor, stage and palms.'), room('Palm end', 'Ground', 80, 140, 'The quiet end, behind a folding wall.', 'Glass hall'), room('North room', 'Ground', 30, 48, 'A carpeted room with its own door.'), room('Green room', 'Ground', 12, 22, 'Behind the stage. Mirrors and a sink.')],
    pictures: [{ scene: 'winter-gardens', alt: 'A long Victorian glasshouse with a central dome, palms inside and the sea front outside.' }],
  }),
  building({
    code: 'MBC-B-0018', name: 'Old Fish Market hall', state: 'vacant', stateSince: '2023-03-31', place: beside('Quay Lane', 0.42, 21, 64, 22, '3'),
    description: 'An open iron hall with a slate roof, where fish was sold until 2023. It has power, water and a floor that drains. One side is open to the dock.', floorAreaM2: 1390, suitability: 'satisfactory', functionLabel: 'Market hall',
    features: ['Three-phase power', 'Drained floor', 'Van access'], hazards: ['Open dock edge', 'Slippery when wet'], evidence: [evidence('Auctions moved online.', 'Harbour office', '2023-03-31')], routes: [may('meanwhile_use', 'Markets, rehearsals or boat building for up to three years.')],
    plannedUse: { text: 'Food hall, if a grant is won', from: '2029-04-01' }, constraints: [mind('flood', 'Flood zone 3.'), mind('listed', 'Grade II.')], costs: [cost('Insurance', 2600, 'Insurance schedule 2026'), cost('Electricity', 740, 'Bills 2025'), cost('Roof', null, 'Survey is due')],
    spaces: [room('Selling floor', 'Ground', 350, 1100, 'Columns every six metres.'), room('Tally office', 'Ground', 6, 18, 'A small warm room with a stove.')], pictures: [{ scene: 'fish-market', alt: 'An open-sided iron market hall with a slate roof beside a dock, empty crates stacked inside.' }],
  }),
  building({
    code: 'MBC-B-0021', name: 'Shop unit, Market Street', state: 'vacant', stateSince: '2025-02-01', place: beside('Market Street', 0.38, -15, 9, 14, '64'), description: 'A small shop with a large window, a back room and a toilet. It was a shoe shop.', floorAreaM2: 88, suitability: 'good', energyRating: 'D', functionLabel: 'Shop',
    features: ['Level entrance', 'Toilet', 'Large window'], evidence: [evidence('The last tenant left.', 'Estates file', '2025-02-01')], routes: [may('meanwhile_use', 'Until a shop tenant is found. You get eight weeks’ notice.')], costs: [cost('Business rates', 6120, 'Rates bill 2026–27'), cost('Service charge', 900, 'Lease file')],
    pictures: [{ scene: 'shop-teal', alt: 'An empty shop with a teal front, a bare window and a rolled-up awning.' }],
  }),
  building({
    code: 'MBC-B-0022', name: 'Shop unit, Silver Street', state: 'asked_for', stateSince: '2026-08-17', place: beside('Silver Street', 0.5, 13, 8, 12, '9'), description: 'A narrow shop with a bow window and a room above. A repair group has asked for it.', floorAreaM2: 71, suitability: 'satisfactory', energyRating: 'E', functionLabel: 'Shop',
    features: ['Bow window', 'Room above'], hazards: ['Steep stairs'], evidence: [evidence('Empty since spring 2025.', 'Estates file', '2025-04-11')], routes: [may('meanwhile_use', 'One group has asked already.')], costs: [cost('Business rates', 4480, 'Rates bill 2026–27')],
    history: [{ on: '2025-04-11', text: 'Listed as vacant.', state: 'vacant' }, { on: '2026-08-17', text: 'A group asked to open a repair shop.', state: 'asked_for' }], pictures: [{ scene: 'shop-brick', alt: 'A narrow brick shop with a bow window and a dark red front; nothing in the window.' }],
  }),
  building({
    code: 'MBC-B-0023', name: 'Shop unit, Fishergate', state: 'meanwhile_use', stateSince: '2025-11-01', place: beside('Fishergate', 0.4, 12, 8, 12, '22'), description: 'A toy library runs here three days a week, until November 2027.', floorAreaM2: 64, suitability: 'good', energyRating: 'D', functionLabel: 'Shop',
    features: ['Level entrance', 'Warm', 'Pram space'], routes: [may('ask_owner', 'In use until November 2027. Evenings may be free.')], evidence: [evidence('Meanwhile lease signed.', 'Estates file', '2025-10-24')], costs: [cost('Electricity', 520, 'Paid by the group')], lastCheck: checked('2026-08-30'),
    history: [{ on: '2024-12-20', text: 'Listed as vacant.', state: 'vacant' }, { on: '2025-09-02', text: 'A group asked for it. It scored 78 of 100.', state: 'asked_for' }, { on: '2025-11-01', text: 'The lease began: two years at a pound a year.', state: 'meanwhile_use' }], pictures: [{ scene: 'shop-open', alt: 'A yellow shop front in the evening, lit inside, with toys in the window.' }],
  }),
  building({
    code: 'MBC-B-0027', name: 'Westfield Community Centre', state: 'in_use', place: beside('Westfield Avenue', 0.52, -26, 36, 24, '80'), description: 'A friendly 1970s centre with a hall, a café and two rooms. Mornings are busy; most evenings are free.', floorAreaM2: 620, suitability: 'good', energyRating: 'C', functionLabel: 'Community centre',
    features: ['Step-free', 'Accessible toilet', 'Hearing loop', 'Kitchen', 'Car park', 'Bus stop outside'], routes: [may('book_space', 'Free for groups with little money, if they pass the short test.')], evidence: [evidence('The hall was used for 31 of 80 hours a week.', 'Booking diary', '2026-09-30')], costs: [cost('Heating', 6900, 'Bills 2025'), cost('Caretaker', 24500, 'Budget 2026–27')],
    spaces: [room('Main hall', 'Ground', 140, 180, 'Wooden floor, stacking chairs.'), room('Half hall A', 'Ground', 60, 90, 'By the stage.', 'Main hall'), room('Half hall B', 'Ground', 60, 90, 'By the kitchen.', 'Main hall'), room('Plover room', 'Ground', 16, 28, 'Quiet, carpeted, step-free. Soft light.'), room('Kitchen', 'Ground', 6, 20, null)],
    pictures: [{ scene: 'community-centre', alt: 'A low brick community centre with a bright sign, bikes outside and people at the door.' }], lastCheck: checked('2026-10-30'),
  }),
  building({
    code: 'MBC-B-0028', name: 'Kilnside Community Room', state: 'under_used', stateSince: '2025-06-01', place: beside('Potters Way', 0.55, 22, 20, 12, '101'), description: 'One large room with a kitchen, next to the shops. It is empty on most weekday afternoons.', floorAreaM2: 150, suitability: 'good', energyRating: 'B', functionLabel: 'Community room',
    features: ['Step-free', 'Accessible toilet', 'Kitchen', 'Toys'], routes: [may('book_space', 'Any afternoon from Monday to Thursday.')], evidence: [evidence('Used for 12 of 60 hours a week.', 'Booking diary', '2026-09-30')], costs: [cost('Heating', 1300, 'Bills 2025'), cost('Cleaning', 2900, 'Contract')],
    spaces: [room('Community room', 'Ground', 45, 86, 'Tables, chairs and a kitchen corner.')], pictures: [{ scene: 'community-centre-evening', alt: 'A small community building at dusk with warm light in its wide windows.' }],
  }),
  building({
    code: 'MBC-B-0030', name: 'Town Hall committee rooms', site: 'Town Hall', state: 'under_used', stateSince: '2024-04-01', place: beside('Market Street', 0.445, 26, 42, 30, '1'), description: 'Two panelled rooms that councillors use on two evenings a week. Free at other times. The side door has a ramp.', floorAreaM2: 210, suitability: 'good', energyRating: 'D',
    features: ['Step-free by the side door', 'Hearing loop', 'Accessible toilet', 'Wi-Fi'], routes: [may('book_space', 'Weekdays from 5pm to 9pm, when no committee meets.')], constraints: [mind('listed', 'Grade II*.')], costs: [cost('Evening porter', 5200, 'Budget 2026–27')], evidence: [evidence('Rooms were free on 190 evenings in 2025.', 'Committee diary', '2026-01-15')],
    spaces: [room('Committee room 1', '1', 30, 56, 'One long table. Portraits on the walls.'), room('Committee room 2', '1', 16, 30, 'Smaller and quieter. By the lift.')], pictures: [{ scene: 'meeting-room', alt: 'A panelled meeting room with a long table, tall windows and afternoon sun.' }],
  }),
  building({
    code: 'MBC-B-0033', name: 'Park keeper’s store', state: 'vacant', stateSince: '2022-05-01', place: beside('Lighthouse Road', 0.4, 28, 14, 9, null), description: 'A brick store with double doors and a bench. Good for tools, bikes or kayaks.', floorAreaM2: 95, suitability: 'satisfactory', evidence: [evidence('Tools moved to the depot.', 'Parks team', '2022-05-01')], routes: [may('meanwhile_use', 'Storage or a workshop, for up to three years.')],
    features: ['Double doors', 'Power'], costs: [cost('Insurance', 110, 'Insurance schedule 2026')], pictures: [{ scene: 'store', alt: 'A small brick store with green double doors under a tree.' }],
  }),
  building({
    code: 'MBC-B-0035', name: 'Former youth centre', state: 'vacant', stateSince: '2024-03-31', place: somewhereIn('ZM4'), description: 'A two-storey youth centre with a gym and a kitchen. It closed when the service moved.', floorAreaM2: 700, suitability: 'satisfactory', energyRating: 'E', evidence: [evidence('The service moved out.', 'Estates file', '2024-03-31')],
    routes: [may('meanwhile_use', 'A buyer is sought, but not before 2028.')], plannedUse: { text: 'Sale', from: '2028-04-01' }, features: ['Gym', 'Kitchen', 'Lift'], costs: [cost('Security', 7300, 'Estates budget 2025–26'), cost('Business rates', null, 'Under appeal')], certainty: 'reported',
    spaces: [room('Gym', 'Ground', 100, 190, 'Wooden floor and wall bars.')], pictures: [{ scene: 'youth-centre', alt: 'A plain two-storey brick building with shuttered doors and a faded mural.' }],
  }),
];

import type { DemoAsset, Telling } from './asset-builder.ts';
import { checked, cost, evidence, may, mind, room, tell } from './asset-builder.ts';
import { beside, nowhere, plot, verge } from './places.ts';

const county = (told: Omit<Telling, 'owner'>): DemoAsset => tell({ owner: 'northshire-council', ...told });
const licence = may('meanwhile_use', 'A planting licence is free and takes about four weeks.');

export const countyAssets: DemoAsset[] = [
  county({
    kind: 'land', code: 'NCC-H-1104', name: 'Verge on the Ringway at Weaver Street', state: 'vacant', stateSince: '2019-01-01', place: verge('Ringway', 0.36, 0.405, 17, 13),
    description: 'A long neglected verge beside the Ringway. Rubbish blows in and nettles grow. Neighbours would like flowers and fruit trees.', features: ['Sun all day', 'Wide footpath'], hazards: ['Fast traffic', 'Litter'],
    routes: [licence, may('ask_owner', 'Tell us your idea and we answer in ten working days.')], constraints: [mind('highway', 'Keep 1 metre clear from the kerb, and plants under 60 cm near the junction.')], evidence: [evidence('Not on the mowing list since 2019.', 'Highways contract', '2025-04-01'), evidence('Fourteen reports of dumped rubbish.', 'Reports from residents', '2026-09-30')],
    costs: [cost('Litter picking', 540, 'Highways contract 2025–26')], lastCheck: checked('2026-10-12'), history: [{ on: '2025-04-01', text: 'Listed as vacant.', state: 'vacant' }, { on: '2026-09-30', text: 'The fourteenth report of dumped rubbish came in.' }],
    pictures: [{ scene: 'verge-rubbish', alt: 'A road verge with long grass, nettles, black bags and an old chair.' }],
  }),
  county({
    kind: 'land', code: 'NCC-H-1121', name: 'Verge on Abbey Road', state: 'meanwhile_use', stateSince: '2025-03-15', place: verge('Abbey Road', 0.375, 0.44, -14, 9), description: 'A street group sowed it with wild flowers. It has been full of bees since.', features: ['Wild flowers', 'Bench'],
    routes: [may('ask_owner', 'Licensed until March 2028. Ask us if you would like to help.')], constraints: [mind('highway', 'Keep sight lines clear.')], evidence: [evidence('Planting licence signed.', 'Highways office', '2025-03-10')], costs: [cost('Seed and tools', 140, 'Paid by the group')],
    history: [{ on: '2024-11-02', text: 'A street group asked to sow flowers.', state: 'asked_for' }, { on: '2025-03-15', text: 'The licence began.', state: 'meanwhile_use' }], pictures: [{ scene: 'verge-flowers', alt: 'A verge full of poppies, ox-eye daisies and cornflowers in front of brick houses.' }],
  }),
  county({
    kind: 'land', code: 'NCC-H-1130', name: 'Roundabout edge, Kiln Lane', state: 'under_used', stateSince: '2021-01-01', place: verge('Kiln Lane', 0.03, 0.09, 18, 14), description: 'A wide grass edge where the lane leaves the Ringway. It is mown ten times a year and used by nobody.', features: ['Wide', 'Bus stop'],
    routes: [licence], constraints: [mind('highway'), mind('trees', 'Two limes to keep.')], evidence: [evidence('Mown ten times a year.', 'Highways contract', '2025-04-01')], costs: [cost('Mowing', 690, 'Highways contract 2025–26')], pictures: [{ scene: 'verge-grass', alt: 'A wide mown verge with two lime trees and a bus stop on a bright day.' }],
  }),
  county({
    kind: 'land', code: 'NCC-H-1147', name: 'Old line beside Harbour Branch Path', state: 'vacant', stateSince: '2008-01-01', place: verge('Harbour Branch Path', 0.415, 0.5, -16, 15), description: 'Part of the old harbour railway, next to the walking path. Birch trees and stones. Good for a nature trail.', features: ['Level', 'Path beside it'], hazards: ['Old sleepers with tar'],
    routes: [may('meanwhile_use', 'The path stays open. The strip beside it can be used.')], constraints: [mind('contamination', 'Railway ballast. Do not grow food in the ground.'), mind('trees')], evidence: [evidence('Track lifted.', 'Property deeds', '2008-01-01')], costs: [cost('Tree checks', 380, 'Countryside team 2025')], tenure: 'leasehold', tenureNote: 'Long lease from a railway body until 2061', tenureDetails: ['leasehold_in', 'vacant'],
    pictures: [{ scene: 'railway-land', alt: 'An old railway bed with birch trees, a rusty signal and a walking path.' }],
  }),
  county({
    kind: 'building', code: 'NCC-P-0203', name: 'Railway arches, Coal Drops', state: 'vacant', stateSince: '2023-12-01', place: beside('Coal Drops', 0.45, 16, 46, 14, '2–6'), description: 'Three brick arches under the old branch line. Dry, with power, but no heating. A bike workshop used one of them.', floorAreaM2: 310, suitability: 'satisfactory',
    features: ['Large doors', 'Power', 'Toilet block shared'], hazards: ['Low light'], evidence: [evidence('The last tenant left.', 'Property list', '2023-12-01')], routes: [may('meanwhile_use', 'One arch or all three.')], costs: [cost('Insurance', 640, 'Insurance list 2026'), cost('Business rates', null, 'Not yet valued')], tenure: 'leasehold', tenureDetails: ['leasehold_in', 'vacant'],
    spaces: [room('Arch 2', 'Ground', 30, 100, null), room('Arch 4', 'Ground', 30, 100, null), room('Arch 6', 'Ground', 30, 100, null)], pictures: [{ scene: 'arches', alt: 'Three brick railway arches with wooden doors, cobbles in front and a train passing above.' }],
  }),
  county({
    kind: 'building', code: 'NCC-L-0301', name: 'Closed branch library', state: 'vacant', stateSince: '2024-04-05', place: beside('Cloister Avenue', 0.35, 24, 30, 18, '15'), description: 'A brick branch library of 1932 with tall windows. Its books moved to the town. The shelves are still there.', floorAreaM2: 410, suitability: 'satisfactory', energyRating: 'E', functionLabel: 'Library', purpose: 'Surplus to requirements',
    features: ['Ramp', 'Accessible toilet', 'Shelves', 'Garden'], evidence: [evidence('Closed after the library review.', 'County cabinet paper', '2024-02-13')], routes: [may('meanwhile_use', 'Until its future is decided in 2028.'), may('right_to_bid', 'Named as a building that matters to the community.')], plannedUse: { text: 'Decision on its future', from: '2028-04-01' },
    costs: [cost('Insurance', 1150, 'Insurance list 2026'), cost('Heating at frost setting', 2300, 'Bills 2025'), cost('Business rates', 7400, 'Rates bill 2026–27')], constraints: [mind('asbestos', 'Floor tiles only. Sealed.')], history: [{ on: '2024-04-05', text: 'It closed to the public.', state: 'vacant' }, { on: '2026-02-17', text: 'Residents handed in 412 signatures.' }],
    spaces: [room('Reading room', 'Ground', 80, 190, 'Tall windows, a gallery and oak shelves.'), room('Children’s room', 'Ground', 25, 45, null)], pictures: [{ scene: 'library-closed', alt: 'A brick library of the 1930s with tall dark windows and a locked door, leaves on the steps.' }],
  }),
  county({
    kind: 'building', code: 'NCC-L-0300', name: 'Marlbeck Library', state: 'in_use', place: beside('Library Street', 0.55, 22, 40, 22, '20'), description: 'The town library. Three rooms can be booked, also when the library is closed.', floorAreaM2: 1650, suitability: 'good', energyRating: 'C', functionLabel: 'Library', features: ['Step-free', 'Lift', 'Accessible toilet', 'Hearing loop', 'Wi-Fi', 'Baby change'],
    routes: [may('book_space', 'Free for community groups in opening hours; evenings cost the caretaker’s time.')], evidence: [evidence('Rooms were used for 38 of 100 hours a week.', 'Library diary', '2026-09-30')], costs: [cost('Heating', 9800, 'Bills 2025'), cost('Evening caretaker', 4100, 'Budget 2026–27')], lastCheck: checked('2026-10-29'),
    spaces: [room('Learning room', 'Ground', 20, 36, 'Round tables and a screen. By the front door.'), room('Harbour room', '1', 45, 70, 'A light room with a view.'), room('Quiet room', 'Ground', 8, 14, 'For small groups. Soft chairs, low noise.')], pictures: [{ scene: 'library-open', alt: 'A brick library with tall lit windows full of books, and people coming up the steps.' }],
  }),
  county({
    kind: 'building', code: 'NCC-L-0304', name: 'Northmoor Library', state: 'under_used', stateSince: '2025-01-06', place: beside('Moorland Drive', 0.12, 22, 24, 14, '8'), description: 'A small library that opens on three days. On the other four it stands empty, warm and ready.', floorAreaM2: 230, suitability: 'good', energyRating: 'B', functionLabel: 'Library', features: ['Step-free', 'Accessible toilet', 'Wi-Fi', 'Kitchen corner'],
    routes: [may('book_space', 'Mondays, Wednesdays, Fridays and Sundays.')], evidence: [evidence('Open on three days a week.', 'Library diary', '2026-01-06')], costs: [cost('Heating', 1700, 'Bills 2025')], spaces: [room('Library floor', 'Ground', 50, 130, 'Shelves roll to the walls.'), room('Study', 'Ground', 6, 12, null, 'Library floor')],
    pictures: [{ scene: 'library-small', alt: 'A small modern library with a sloping roof, a bike rack and young trees.' }],
  }),
  county({
    kind: 'building', code: 'NCC-D-0410', name: 'Highways depot', state: 'under_used', stateSince: '2024-11-01', place: plot([1790, 4020], 70, 30, -6, 'Weaver Street', '40'), description: 'Gritters stand here in winter. From April to September the big shed and half the yard are free.', floorAreaM2: 1200, suitability: 'satisfactory', functionLabel: 'Depot', features: ['Big doors', 'Power', 'Van access'], hazards: ['Working vehicles from October to March'],
    routes: [may('book_space', 'April to September only.')], evidence: [evidence('The yard is empty for six months a year.', 'Highways office', '2026-04-20')], costs: [cost('Security', 5100, 'Contract 2026')], constraints: [mind('contamination', 'Salt and fuel were kept here.')], spaces: [room('Salt shed', 'Ground', 80, 600, 'Tall and dry. No heating.'), room('Yard', null, 200, 1400, 'Hard standing.')],
    pictures: [{ scene: 'depot', alt: 'A yard with a tall corrugated shed, one yellow gritter and a heap of salt.' }],
  }),
  county({
    kind: 'land', code: 'NCC-H-1160', name: 'Spare land at North Coast Road', state: 'vacant', stateSince: '2018-06-01', place: verge('North Coast Road', 0.175, 0.2, -26, 30), description: 'Bought for a road bend that was never built. Gorse, grass and a long view.', features: ['Sea view', 'Field gate'], certainty: 'reported', routes: [may('meanwhile_use', 'Road plans were dropped in 2024.')], constraints: [mind('highway', 'Use the field gate only.')],
    evidence: [evidence('Road plan dropped.', 'County cabinet paper', '2024-06-18')], costs: [cost('Fence checks', 90, 'Highways contract 2025–26')], pictures: [{ scene: 'field-sea', alt: 'Gorse and rough grass above a calm blue sea, with a wooden gate.' }],
  }),
  county({
    kind: 'land', code: 'NCC-H-1172', name: 'Small pieces of highway land', state: 'vacant', place: nowhere(), description: 'Eleven small strips left over from road works. They have not been mapped yet. Tell us if you think that one is near you.', certainty: 'assumed', ownership: 'unknown', ownershipSource: null, lastCheck: null, landAreaM2: null,
    routes: [may('ask_owner', 'Send us a photo and we find out whose it is.')], evidence: [evidence('Named in an old works list.', 'Highways archive', null)],
  }),
  county({
    kind: 'land', code: 'NCC-H-1180', name: 'Old lay-by on High Moor Lane', state: 'vacant', stateSince: '2017-01-01', place: verge('High Moor Lane', 0.62, 0.66, -20, 22), description: 'A strip cut off when the lane was made straight. Rough grass, hawthorn and a long view over the fields.', features: ['Quiet', 'Room for two cars', 'View'],
    routes: [may('meanwhile_use', 'An orchard, a viewpoint or bee hives would suit it.')], constraints: [mind('highway', 'Keep the gate to the field clear.'), mind('trees')], evidence: [evidence('Lane made straight.', 'Highways archive', '2017-01-01')], costs: [cost('Hedge cutting', 75, 'Highways contract 2025–26')],
    pictures: [{ scene: 'field-fence', alt: 'Rough grass behind a post and wire fence, with a gate and houses far off.' }],
  }),
];

import type { DemoAsset, Telling } from './asset-builder.ts';
import { checked, cost, evidence, may, mind, room, tell } from './asset-builder.ts';
import { beside, plot, somewhereOn } from './places.ts';

const school = (told: Omit<Telling, 'owner'>): DemoAsset => tell({ owner: 'st-hilds-trust', ownershipSource: 'The trust’s own list, September 2026', ...told });
const afterSchool = may('book_space', 'After school, at weekends and in the holidays. The school office answers in five working days.');

export const schoolAssets: DemoAsset[] = [
  school({
    kind: 'building', code: 'SH-01', name: 'St Hild’s Academy hall', site: 'St Hild’s Academy', state: 'under_used', stateSince: '2024-09-01', place: plot([6452, 3498], 40, 24, -3, 'Abbey Road', '200'), description: 'A big school hall with a stage and a wooden floor. It is free on four evenings and all weekend.', floorAreaM2: 520, suitability: 'good', energyRating: 'C', functionLabel: 'School hall',
    features: ['Step-free', 'Accessible toilet', 'Stage', 'Piano', 'Car park'], routes: [afterSchool], evidence: [evidence('Used on one evening a week.', 'School diary', '2026-09-14')], costs: [cost('Caretaker for lettings', 6300, 'School budget 2026–27'), cost('Heating', 7200, 'Bills 2025')], lastCheck: checked('2026-10-02', 'School business manager', 'Owner’s return'),
    spaces: [room('Main hall', 'Ground', 250, 300, 'Stage, piano and 250 chairs.'), room('Stage', 'Ground', 20, 50, 'Can be shut off with a curtain.', 'Main hall'), room('Dining room', 'Ground', 120, 160, 'Tables that fold away.'), room('Music room', '1', 30, 55, 'No lift to this floor.')],
    pictures: [{ scene: 'hall-day', alt: 'A school hall with a wooden floor, a stage with red curtains and tall windows.' }],
  }),
  school({
    kind: 'building', code: 'SH-02', name: 'St Hild’s sports hall', site: 'St Hild’s Academy', state: 'under_used', stateSince: '2024-09-01', place: plot([6540, 3492], 36, 22, -3, 'Abbey Road', '200'), description: 'Four badminton courts. Clubs use it on three evenings; Friday and Sunday are free.', floorAreaM2: 690, suitability: 'good', energyRating: 'C', features: ['Step-free', 'Changing rooms', 'Showers'], routes: [afterSchool],
    evidence: [evidence('Free on Fridays and Sundays.', 'School diary', '2026-09-14')], costs: [cost('Lighting', 2800, 'Bills 2025')], spaces: [room('Sports hall', 'Ground', 150, 594, 'Four courts.'), room('Court 1', 'Ground', 20, 148, null, 'Sports hall'), room('Court 2', 'Ground', 20, 148, null, 'Sports hall')], pictures: [{ scene: 'hall-evening', alt: 'A large hall in the evening with a marked wooden floor and warm lights.' }],
  }),
  school({
    kind: 'building', code: 'SH-05', name: 'Former caretaker’s house', state: 'vacant', stateSince: '2022-08-31', place: beside('Novice Crescent', 0.3, -17, 11, 9, '2'), description: 'A brick house with three bedrooms and a garden, next to the school gate. No caretaker has lived here since 2022.', floorAreaM2: 92, suitability: 'satisfactory', energyRating: 'E', functionLabel: 'House', features: ['Garden', 'Kitchen', 'Bathroom'], hazards: ['Steep stairs'],
    evidence: [evidence('The job no longer has a house.', 'School business manager', '2022-08-31')], routes: [may('meanwhile_use', 'A family group or an office could use it, with checks because it is by the school.')], costs: [cost('Council tax (empty home)', 3150, 'Bill 2026–27'), cost('Insurance', 310, 'Schools’ scheme')], spaces: [room('Front room', 'Ground', 8, 15, null), room('Back room', 'Ground', 6, 12, null)],
    pictures: [{ scene: 'house', alt: 'A small brick house with a tiled porch, drawn curtains and an overgrown front garden.' }],
  }),
  school({
    kind: 'land', code: 'SH-07', name: 'Playing field corner, Novice Crescent', site: 'St Hild’s Academy', state: 'under_used', stateSince: '2023-09-01', place: plot([6520, 3420], 54, 34, 12, 'Novice Crescent'), description: 'The far corner of the field, behind the trees. The school does not use it.', features: ['Fenced', 'Own gate', 'Shade'], routes: [may('meanwhile_use', 'Forest school, growing or an orchard.')], constraints: [mind('open_space', 'School field: the government must agree to more than one year.'), mind('trees')],
    evidence: [evidence('Not used for lessons.', 'School business manager', '2026-09-14')], costs: [cost('Mowing', 240, 'Grounds contract')], pictures: [{ scene: 'field-school', alt: 'The shady corner of a school field with a fence, trees and goal posts far off.' }],
  }),
  school({
    kind: 'building', code: 'SH-10', name: 'Millbank Primary hall', site: 'Millbank Primary School', state: 'under_used', stateSince: '2025-09-01', place: beside('Sluice Road', 0.45, 26, 28, 18, '50'), description: 'A small bright hall with gym mats and a kitchen hatch, five steps up from the yard. A folding wall makes two rooms of it. Free after 5pm.', floorAreaM2: 220, suitability: 'good', energyRating: 'B', features: ['Five steps at the door', 'Kitchen hatch', 'Gym mats', 'Folding wall'], routes: [afterSchool], evidence: [evidence('Free on every evening but Thursday.', 'School diary', '2026-09-14')], costs: [cost('Caretaker for lettings', 2600, 'School budget 2026–27')],
    spaces: [room('Hall', 'Ground', 90, 150, 'Wooden floor. Small chairs; ask for large ones.'), room('Window half', 'Ground', 40, 75, 'The light half.', 'Hall'), room('Hatch half', 'Ground', 40, 75, 'The half with the kitchen hatch.', 'Hall')], pictures: [{ scene: 'hall-primary', alt: 'A small school hall with bright paper pictures on the wall and sun on the floor.' }],
  }),
  school({
    kind: 'building', code: 'SH-12', name: 'Old infants’ classroom hut', state: 'vacant', stateSince: '2025-07-22', place: somewhereOn('Weft Road'), description: 'A wooden classroom with toilets and a ramp. The school got smaller and does not need it.', floorAreaM2: 76, suitability: 'satisfactory', features: ['Ramp', 'Small toilets'], evidence: [evidence('Fewer children on the roll.', 'School business manager', '2025-07-22')], routes: [may('meanwhile_use', 'Playgroup or after-school club.')], costs: [cost('Electricity', 260, 'Estimate')], certainty: 'reported',
    pictures: [{ scene: 'hut', alt: 'A wooden classroom hut with a ramp, pale green walls and a closed door.' }],
  }),
  school({
    kind: 'land', code: 'SH-14', name: 'School kitchen garden, Thornby', state: 'meanwhile_use', stateSince: '2025-02-10', place: plot([1178, 5822], 30, 24, 20, 'Church Lane'), description: 'Village gardeners look after the school’s beds and give a third of what they grow to the kitchen.', features: ['Beds', 'Greenhouse', 'Tap'], routes: [may('ask_owner', 'Licensed until 2028. Helpers are welcome on Saturdays.')], evidence: [evidence('Licence signed.', 'School business manager', '2025-02-03')], costs: [cost('Water', 60, 'Estimate')],
    history: [{ on: '2024-10-14', text: 'Listed as under-used.', state: 'under_used' }, { on: '2025-02-10', text: 'The licence began: three years.', state: 'meanwhile_use' }], pictures: [{ scene: 'kitchen-garden', alt: 'A tidy kitchen garden with a greenhouse, rows of leeks and a wheelbarrow.' }],
  }),
  school({
    kind: 'building', code: 'SH-15', name: 'Thornby School room', state: 'in_use', place: beside('Church Lane', 0.55, 20, 18, 10, '4'), description: 'The village’s only public room. Busy by day; free on Tuesday, Thursday and Sunday evenings.', floorAreaM2: 140, suitability: 'good', energyRating: 'D', features: ['Step-free', 'Kitchen', 'Stove'], routes: [afterSchool], evidence: [evidence('Free on three evenings a week.', 'School diary', '2026-09-14')], costs: [cost('Heating oil', 1900, 'Bills 2025')],
    spaces: [room('Village room', 'Ground', 60, 80, 'Stone walls and a warm stove.')], pictures: [{ scene: 'village-room', alt: 'A stone village schoolroom with a small bell tower and a lit window.' }],
  }),
];

import type { DemoAsset, Telling } from './asset-builder.ts';
import { checked, cost, evidence, may, mind, room, tell } from './asset-builder.ts';
import { beside, plot } from './places.ts';

const nhs = (told: Omit<Telling, 'owner'>): DemoAsset => tell({ owner: 'marlbeck-dales-nhs', ...told });

export const nhsAssets: DemoAsset[] = [
  nhs({
    kind: 'building', code: 'MD-001', name: 'Bridge Street Health Centre', state: 'under_used', stateSince: '2025-01-01', place: beside('Bridge Street', 0.82, 26, 34, 24, '2'), description: 'A modern health centre. Clinics end at 6pm; the ground floor rooms are free in the evening. Everything is step-free and the light is gentle.',
    floorAreaM2: 2100, suitability: 'good', energyRating: 'B', functionLabel: 'Health centre', features: ['Step-free', 'Accessible toilet', 'Hearing loop', 'Lift', 'Blue badge bays', 'Bus stop outside'], routes: [may('book_space', 'Weekday evenings from 6pm to 9pm. Health and self-help groups come first.')],
    evidence: [evidence('Rooms are empty after 6pm on every weekday.', 'Trust estates team', '2026-05-06')], costs: [cost('Evening reception', 8800, 'Trust budget 2026–27'), cost('Cleaning', null, 'Part of one contract')], lastCheck: checked('2026-10-15', 'Trust estates team', 'Owner’s return'),
    spaces: [room('Group room', 'Ground', 18, 34, 'A calm room with soft chairs in a circle. By the door.'), room('Training room', 'Ground', 30, 52, 'Tables and a screen.'), room('Talking room', 'Ground', 4, 10, 'Small and quiet.')],
    pictures: [{ scene: 'health-room', alt: 'A calm health centre room with a circle of blue chairs, a plant and evening light.' }, { scene: 'health-centre', alt: 'A modern health centre with white walls, a wide glass door and a ramp.' }],
  }),
  nhs({
    kind: 'building', code: 'MD-004', name: 'Westfield Clinic', state: 'under_used', stateSince: '2024-09-01', place: beside('Plover Way', 0.55, -24, 22, 14, '60'), description: 'A small clinic for babies and feet. It is used on two days a week.', floorAreaM2: 340, suitability: 'good', energyRating: 'C', functionLabel: 'Clinic', features: ['Step-free', 'Accessible toilet', 'Baby change', 'Kitchen corner'],
    routes: [may('book_space', 'Mondays, Wednesdays and Fridays.')], evidence: [evidence('Clinics run on two days a week.', 'Trust estates team', '2026-05-06')], costs: [cost('Heating', 2100, 'Bills 2025')], spaces: [room('Waiting hall', 'Ground', 35, 60, 'Toys and moveable chairs.'), room('Clinic room 2', 'Ground', 6, 16, null)], pictures: [{ scene: 'clinic-room', alt: 'A bright clinic room with yellow chairs, a low table and a box of toys.' }],
  }),
  nhs({
    kind: 'building', code: 'MD-006', name: 'Former day hospital', state: 'vacant', stateSince: '2023-07-31', place: beside('Minster Avenue', 0.6, -26, 48, 18, '31'), description: 'A one-storey day hospital around a small garden. Its services moved to the health centre.', floorAreaM2: 1260, suitability: 'satisfactory', energyRating: 'E', functionLabel: 'Day hospital', purpose: 'Awaiting development',
    features: ['Step-free', 'Garden court', 'Large kitchen', 'Car park'], hazards: ['Old pipes: water needs testing'], evidence: [evidence('Services moved out.', 'Trust estates team', '2023-07-31')], routes: [may('meanwhile_use', 'Plans for new homes are expected in 2029.')], plannedUse: { text: 'New homes', from: '2029-01-01' },
    constraints: [mind('asbestos', 'Ceiling of one corridor.')], costs: [cost('Security', 16900, 'Trust budget 2026–27'), cost('Business rates', 19800, 'Rates bill 2026–27'), cost('Heating at frost setting', 6400, 'Bills 2025')], spaces: [room('Day room', 'Ground', 60, 110, 'Doors to the garden.'), room('East wing', 'Ground', null, 380, 'Nine small rooms.')],
    pictures: [{ scene: 'day-hospital', alt: 'A long one-storey building with a glazed porch and a garden court that has grown wild.' }],
  }),
  nhs({
    kind: 'land', code: 'MD-009', name: 'Garden behind the former day hospital', state: 'asked_for', stateSince: '2026-10-19', place: beside('Minster Avenue', 0.62, -58, 44, 22), description: 'A walled garden with old apple trees. It has its own gate. A dementia group would like to garden here.', features: ['Walls', 'Own gate', 'Level paths', 'Apple trees'], routes: [may('meanwhile_use', 'One group has asked. Others may too.')], constraints: [mind('trees', 'Four apple trees to keep.')],
    evidence: [evidence('Nobody has gardened here since 2023.', 'Trust estates team', '2026-05-06')], costs: [cost('Grass cutting', 350, 'Contract 2026')], history: [{ on: '2026-05-06', text: 'Listed as vacant.', state: 'vacant' }, { on: '2026-10-19', text: 'A group asked for it, for two days a week.', state: 'asked_for' }], pictures: [{ scene: 'walled-garden', alt: 'A walled garden with old apple trees, a wooden gate and long grass.' }],
  }),
  nhs({
    kind: 'building', code: 'MD-011', name: 'Ambulance garage', state: 'vacant', stateSince: '2025-04-30', place: beside('Ferry Road', 0.5, 22, 24, 14, '7'), description: 'A double garage with a mess room. The crews moved to the Ringway.', floorAreaM2: 290, suitability: 'satisfactory', energyRating: 'F', features: ['Two roller doors', 'Mess room', 'Power'], evidence: [evidence('The crews moved out.', 'Trust estates team', '2025-04-30')],
    routes: [may('meanwhile_use', 'Workshop or store for up to two years.')], costs: [cost('Business rates', 4100, 'Rates bill 2026–27'), cost('Electricity', null, 'Meter is shared')], pictures: [{ scene: 'garage', alt: 'A brick garage with two white roller doors and an empty forecourt.' }],
  }),
  nhs({
    kind: 'land', code: 'MD-013', name: 'Car park edge, Bridge Street Health Centre', site: 'Bridge Street Health Centre', state: 'under_used', stateSince: '2025-01-01', place: plot([4345, 3236], 36, 12, 50, 'Bridge Street'), description: 'Ten bays that stand empty at weekends. A market or a repair day would fit.', features: ['Hard surface', 'Power on request'], routes: [may('book_space', 'Saturdays and Sundays.')],
    evidence: [evidence('No clinics at weekends.', 'Trust estates team', '2026-05-06')], costs: [cost('Sweeping', 220, 'Contract 2026')], spaces: [room('Ten bays', null, 60, 430, null)], pictures: [{ scene: 'car-park-ground', alt: 'A small empty car park with white lines, young trees and a clinic wall.' }],
  }),
];

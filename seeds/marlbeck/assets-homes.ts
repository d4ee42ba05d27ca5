import type { DemoAsset, Telling } from './asset-builder.ts';
import { checked, cost, evidence, may, mind, room, tell } from './asset-builder.ts';
import { beside, ground, plot, verge } from './places.ts';

const homes = (told: Omit<Telling, 'owner'>): DemoAsset => tell({ owner: 'harbour-homes', ownershipSource: 'Harbour Homes asset list, June 2026', ...told });

export const homesAssets: DemoAsset[] = [
  homes({
    kind: 'building', code: 'HH-C-02', name: 'Keelman Court common room', state: 'under_used', stateSince: '2024-02-01', place: beside('Keelman Street', 0.28, 20, 26, 14, '12'), description: 'A ground floor lounge in flats for older people. It has a kitchen and a garden door. Mostly empty after 2pm.', floorAreaM2: 130, suitability: 'good', energyRating: 'C', features: ['Step-free', 'Accessible toilet', 'Kitchen', 'Garden door'],
    routes: [may('book_space', 'Afternoons and early evenings, if tenants may join in.')], evidence: [evidence('Empty on most afternoons.', 'Tenants’ panel', '2026-06-11')], costs: [cost('Heating', 1600, 'Bills 2025')], spaces: [room('Lounge', 'Ground', 40, 72, 'Armchairs and tables.'), room('Kitchen', 'Ground', 4, 12, null, 'Lounge')], pictures: [{ scene: 'lounge', alt: 'A common room with armchairs, a tea table and a door to a garden.' }],
  }),
  homes({
    kind: 'building', code: 'HH-S-05', name: 'Shop unit, Potters Way', state: 'vacant', stateSince: '2024-06-30', place: beside('Potters Way', 0.48, 20, 9, 13, '93'), description: 'The end shop of a row of four. The post office left in 2024.', floorAreaM2: 84, suitability: 'good', energyRating: 'D', functionLabel: 'Shop', features: ['Level entrance', 'Counter', 'Shutter'], evidence: [evidence('The tenant left.', 'Lettings file', '2024-06-30')], routes: [may('meanwhile_use', 'Good for a food club or advice desk.')],
    costs: [cost('Business rates', 3300, 'Rates bill 2026–27'), cost('Service charge', null, 'Not split by unit')], pictures: [{ scene: 'shop-shutter', alt: 'The end shop in a low row, with its grey shutter down and a faded sign.' }],
  }),
  homes({
    kind: 'land', code: 'HH-L-03', name: 'Garage court, Dunlin Close', state: 'vacant', stateSince: '2020-11-01', place: plot([1060, 2988], 30, 18, 10, 'Dunlin Close'), description: 'Six garages stood here. They were taken down and the concrete is bare. Good for games, bikes or raised beds.', features: ['Hard surface', 'Street lamp'], hazards: ['Uneven concrete'], routes: [may('meanwhile_use', 'New homes are not planned before 2030.')], constraints: [mind('contamination', 'Some oil in the concrete.')],
    plannedUse: { text: 'Four new homes', from: '2030-01-01' }, evidence: [evidence('Garages taken down.', 'Works file', '2020-11-01')], costs: [cost('Sweeping', 160, 'Contract 2026')], pictures: [{ scene: 'garage-court', alt: 'A bare concrete court between brick houses, with one lamp post and a chalk drawing.' }],
  }),
  homes({
    kind: 'land', code: 'HH-L-07', name: 'Green at Bracken Close', state: 'under_used', stateSince: '2019-01-01', place: ground([6590, 4010], 34, 22, 51, 'Bracken Close'), description: 'Sloping grass behind the flats. Tenants want an orchard.', features: ['South facing', 'Tap in the bin store'], routes: [may('meanwhile_use', 'Yes, if most of the nearest tenants agree.')], constraints: [mind('trees', 'Keep the hedge.')], evidence: [evidence('31 of 40 tenants want an orchard.', 'Tenants’ panel', '2026-06-11')],
    costs: [cost('Mowing', 430, 'Contract 2026')], pictures: [{ scene: 'estate-green-slope', alt: 'A sloping green behind low flats, with washing lines and a hedge.' }],
  }),
  homes({
    kind: 'building', code: 'HH-W-01', name: 'Old net warehouse', state: 'vacant', stateSince: '2021-05-01', place: beside('Ferry Lane', 0.42, 22, 40, 17, '10'), description: 'A three-storey brick warehouse by the dock. It was bought for flats that are not yet paid for. Only the ground floor may be used.', floorAreaM2: 1850, suitability: 'poor', functionLabel: 'Warehouse', purpose: 'Awaiting development', features: ['Large doors', 'Hoist', 'Power'], hazards: ['Upper floors closed', 'Gaps in the floor'],
    evidence: [evidence('Grant for flats turned down.', 'Board paper', '2025-11-20')], routes: [may('meanwhile_use', 'Ground floor only, for up to two years.')], constraints: [mind('listed', 'Grade II.'), mind('flood', 'Flood zone 3.')], plannedUse: { text: '24 flats', from: '2029-09-01' }, costs: [cost('Insurance', 5200, 'Insurance schedule 2026'), cost('Security', 3800, 'Contract 2026')], lastCheck: checked('2026-04-08'),
    spaces: [room('Ground floor', 'Ground', 120, 600, 'Iron columns and a stone floor.')], pictures: [{ scene: 'warehouse', alt: 'A tall brick warehouse by a dock with loading doors, a hoist and small barred windows.' }],
  }),
  homes({
    kind: 'building', code: 'HH-C-04', name: 'Flax Street laundry room', state: 'meanwhile_use', stateSince: '2026-01-12', place: beside('Flax Street', 0.4, 14, 12, 9, '30'), description: 'The old laundry of the flats. A repair café opens here on Saturdays.', floorAreaM2: 66, suitability: 'satisfactory', features: ['Level entrance', 'Sinks', 'Strong floor'], routes: [may('ask_owner', 'In use until January 2028.'), may('book_space', 'Weekday evenings, through the café.')], evidence: [evidence('Lease signed.', 'Lettings file', '2026-01-05')], costs: [cost('Electricity', 380, 'Paid by the group')],
    history: [{ on: '2023-10-01', text: 'The laundry closed.', state: 'vacant' }, { on: '2025-09-18', text: 'A repair group asked for it.', state: 'asked_for' }, { on: '2026-01-12', text: 'The lease began: two years.', state: 'meanwhile_use' }], spaces: [room('Workshop', 'Ground', 20, 52, 'Benches and sockets.')], pictures: [{ scene: 'repair-room', alt: 'A workshop room with benches, tools on the wall and a bicycle on a stand.' }],
  }),
  homes({
    kind: 'land', code: 'HH-L-11', name: 'Verge at Tanner Street', state: 'under_used', stateSince: '2022-01-01', place: verge('Tanner Street', 0.3, 0.38, 10, 6), description: 'A strip of grass in front of the flats, with two cherry trees.', features: ['Cherry trees', 'Sun in the morning'], routes: [may('meanwhile_use', 'Bulbs and beds are welcome.')], constraints: [mind('trees', 'Keep the cherries.')], evidence: [evidence('Tenants asked for beds.', 'Tenants’ panel', '2026-06-11')], costs: [cost('Mowing', 90, 'Contract 2026')],
    pictures: [{ scene: 'verge-cherry', alt: 'A strip of grass with two cherry trees in blossom in front of brick flats.' }],
  }),
  homes({
    kind: 'building', code: 'HH-D-01', name: 'Works depot, Engine Row', state: 'withdrawn', stateSince: '2026-09-01', place: beside('Engine Row', 0.78, 22, 30, 15, '5'), description: 'A workshop for the repairs team.', floorAreaM2: 420, stateNote: 'Withdrawn: the repairs team moved back in when its new depot was not built.', routes: [may('not_available', 'In daily use by the repairs team until at least 2030.')], evidence: [evidence('Team moved back.', 'Board paper', '2026-08-27')],
    features: ['Roller door'], costs: [cost('Rent', null, 'Not known')], history: [{ on: '2025-12-01', text: 'Listed as vacant.', state: 'vacant' }, { on: '2026-09-01', text: 'Withdrawn: the owner needs it for its own repairs team.', state: 'withdrawn' }], pictures: [{ scene: 'depot-small', alt: 'A low workshop with a roller door, a white van and stacked timber.' }],
  }),
];

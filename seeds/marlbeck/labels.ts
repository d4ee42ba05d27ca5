import type { BasemapFeature, XY } from './plane.ts';
import { dot } from './plane.ts';

const labels: [string, XY, number, number][] = [
  ['Marlbeck', [3560, 3560], 1, 9],
  ['Marlbeck Bay', [4900, 1000], 2, 11],
  ['Westhaven', [-13200, 4600], 2, 10], ['Norby', [3650, 12000], 2, 11], ['Eskby', [-10950, -2450], 3, 11],
  ['North Sea', [8000, 450], 2, 9],
  ['Harbour', [3640, 2700], 3, 12], ['Old Town', [5080, 3270], 3, 13], ['South Sands', [2060, 2120], 3, 12], ['Westfield', [800, 2420], 3, 12],
  ['Millbank', [3080, 4330], 3, 12], ['Over Marl', [4720, 4740], 3, 12], ['St Hild’s', [5900, 3220], 3, 12], ['Northmoor', [6900, 4350], 3, 12],
  ['Kilnside', [5520, 5480], 4, 13], ['Thornby', [830, 6010], 2, 11], ['Hild’s Head', [7960, 1840], 3, 12], ['Gull Ness', [1300, 330], 4, 12],
  ['Fish Quay', [4720, 2330], 4, 14], ['Harbour Dock', [4640, 2680], 4, 14], ['Carriage Town', [2010, 4420], 4, 13],
  ['River Marl', [3260, 6080], 4, 13], ['Dales Cut', [2200, 3300], 5, 14], ['Hag Wood', [2060, 5980], 4, 12], ['Abbot’s Wood', [5150, 6620], 4, 12],
  ['Thornby Hill', [1500, 6700], 4, 12], ['Beacon Hill', [6000, 6720], 4, 12], ['Victoria Park', [2260, 2720], 4, 13], ['Abbey Grounds', [7560, 2170], 4, 13],
  ['Northmoor Recreation Ground', [6010, 5420], 5, 14], ['Riverside Meadow', [4070, 4180], 5, 14], ['Marlbeck Cemetery', [4350, 5650], 5, 14],
  ['Ness Common', [1170, 760], 5, 13], ['Westfield Playing Field', [830, 2200], 5, 14], ['Marlbeck Pier', [3330, 1360], 4, 13],
  ['Marlbeck Links', [8170, 4720], 5, 14], ['Kittiwake Cove', [8130, 3470], 5, 13], ['Long Sands', [5800, 2440], 4, 13], ['Fleet Nature Reserve', [6680, 6120], 5, 14], ['Mill Pond', [2420, 5085], 5, 14],
  ['Mill Lane Allotments', [2640, 4700], 6, 15], ['Jubilee Gardens', [3190, 2168], 6, 15], ['St Hild’s Academy', [6500, 3450], 6, 15], ['Market Place', [3690, 3560], 5, 14], ['Lighthouse', [8230, 1790], 6, 14],
];

export const labelFeatures = (): BasemapFeature[] => labels.map(([name, at, rank, minZoom]) => dot(at, { layer: 'label', name, rank, minZoom }));

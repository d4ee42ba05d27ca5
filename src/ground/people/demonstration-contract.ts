/** People of the demonstration borough; the seed gives them their rights, the sign-in page names them. */
export const DEMONSTRATION_PEOPLE = [
  { email: 'broker@marlbeck.example', name: 'Bina Broker', role: 'asset broker' },
  { email: 'administrator@marlbeck.example', name: 'Ada Adeyemi', role: 'area administrator' },
  { email: 'owner@marlbeck.example', name: 'Owen Harbour', role: 'representative of an owner' },
  { email: 'caretaker@marlbeck.example', name: 'Kit Keys', role: 'caretaker of a community centre' },
  { email: 'monitoring@marlbeck.example', name: 'Mona Watts', role: 'monitoring officer' },
  { email: 'decisions@marlbeck.example', name: 'Della Deeds', role: 'decision officer' },
  { email: 'councillor@marlbeck.example', name: 'Cora Quayle', role: 'ward councillor' },
  { email: 'councillor2@marlbeck.example', name: 'Kofi Lambert', role: 'second ward councillor' },
  { email: 'chair@marlbeck.example', name: 'Henrietta Hearne', role: 'chair of hearings' },
  { email: 'clerk@marlbeck.example', name: 'Clem Clarke', role: 'democratic services' },
  { email: 'review@marlbeck.example', name: 'Rhoda Reade', role: 'member of the review panel' },
  { email: 'scorer1@marlbeck.example', name: 'Samir Score', role: 'scorer of the benefit test' },
  { email: 'scorer2@marlbeck.example', name: 'Petra Panel', role: 'second scorer of the benefit test' },
  { email: 'panel@marlbeck.example', name: 'Pavel Ward', role: 'panel member, and reserve scorer' },
  { email: 'group@marlbeck.example', name: 'Gita Gardener', role: 'leads a community group' },
] as const;

/** Roles that go together in the table of who may do what: the entries of `role-contract.ts` are made of them. */
export const REGISTER_KEEPERS = ['area_administrator', 'broker', 'owner_representative'] as const;
export const REGISTER_KEEPERS_AND_VIEWERS = [...REGISTER_KEEPERS, 'viewer'] as const;
export const OFFICERS = ['area_administrator', 'broker'] as const;
export const FINDERS = [...OFFICERS, 'monitoring_officer'] as const;
export const GROUP_PEOPLE = ['group_lead', 'group_deputy', 'group_member'] as const;
/** Beside an area’s scorers, those who score when they were silent: what is not open to them stays shut, see opening-rules.ts of the test. */
export const SCORERS = ['scorer', 'panel_member', 'hearing_chair'] as const;
export const OWNERS_PEOPLE = ['owner_representative', 'caretaker'] as const;

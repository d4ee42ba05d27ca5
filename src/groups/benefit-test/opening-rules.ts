import type { Right, Role } from '../../ground/people/role-contract.ts';
import { OPEN_TO, type BenefitTest, type OpenTo } from './test-contract.ts';

type Rights = { rights: readonly Pick<Right, 'role' | 'scope' | 'scopeId' | 'endsOn'>[] };
type Opened = Pick<BenefitTest, 'areaId' | 'openTo'>;

/** Who may score, by how wide a test is open: in its own area, and in others. */
const OPENS: Record<OpenTo, { own: readonly Role[]; elsewhere: readonly Role[] }> = {
  scorers: { own: ['scorer'], elsewhere: [] },
  reserve: { own: ['scorer', 'panel_member'], elsewhere: ['scorer'] },
  panel: { own: ['scorer', 'panel_member', 'hearing_chair'], elsewhere: ['scorer'] },
};
const OFFICERS: readonly Role[] = ['area_administrator', 'broker'];

/** Whether a test is open to somebody, to score it. The table of rights says who may at all. */
export function isOpenTo(who: Rights, { areaId, openTo }: Opened, today: string): boolean {
  const { own, elsewhere } = OPENS[openTo];
  return inAreas(who, own, today).includes(areaId) || inAreas(who, elsewhere, today).length > 0;
}

/** Whether somebody may look at a test that waits: officers of its area may, and those to whom it is open. */
export const mayLookAt = (who: Rights, test: Opened, today: string): boolean =>
  inAreas(who, OFFICERS, today).includes(test.areaId) || isOpenTo(who, test, today);

/** The area by whose right somebody of another area scores a test that is open to the reserve; its own area for everybody else. */
export function areaBehind(who: Rights, test: Opened, today: string): string {
  const { own, elsewhere } = OPENS[test.openTo];
  if (inAreas(who, [...own, ...OFFICERS], today).includes(test.areaId)) return test.areaId;
  return inAreas(who, elsewhere, today)[0] ?? test.areaId;
}

/** What somebody sees in the list of an area: how wide tests of the area must be open, and from which areas the reserve has none. */
export type Looking = { own: readonly OpenTo[]; reserveBeside: readonly string[] | null };
export const EVERYTHING: Looking = { own: OPEN_TO, reserveBeside: null };

/** @param areaId the area whose list is looked at. Whoever scores there sees what of other areas is open to the reserve too. */
export function lookingIn(who: Rights, areaId: string, today: string): Looking {
  const scores = inAreas(who, ['scorer'], today);
  return {
    own: OPEN_TO.filter((openTo) => inAreas(who, [...OPENS[openTo].own, ...OFFICERS], today).includes(areaId)),
    reserveBeside: scores.includes(areaId) ? scores : null,
  };
}

/** The areas in which somebody holds one of some roles today. */
export const inAreas = ({ rights }: Rights, roles: readonly Role[], today: string): string[] =>
  rights
    .filter(
      ({ role, scope, endsOn }) => scope === 'area' && roles.includes(role) && (endsOn === null || endsOn >= today),
    )
    .map(({ scopeId }) => scopeId);

/** Everybody who may score something. */
export const SCORING_ROLES: readonly Role[] = OPENS.panel.own;

import type { Request } from 'express';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';

/** What the pages of desks need. */
export type DeskEndpointDeps = {
  access: Access;
  sendPage: SendPage;
  areas: { all(): Promise<Area[]>; owners(): Promise<Owner[]> };
};
type InArea = { query: { area?: string | undefined }; req: Request };

/** Which area's desk an address means, for whoever asks. */
export function desksFor({ access, areas }: Pick<DeskEndpointDeps, 'access' | 'areas'>) {
  return { desksOf, areaThing, areaOf };

  /** The areas whose desk somebody may open. */
  async function desksOf(req: Request): Promise<Area[]> {
    const ids = req.who ? access.scopes(req.who, 'desk.open', 'area') : [];
    return (await areas.all()).filter(({ id }) => ids.includes(id));
  }

  /** The area in the address; without one, any desk of the person's own opens the way. */
  async function areaThing({ query, req }: InArea): Promise<{ areaId: string | null }> {
    return { areaId: (await areaIn(req, query.area))?.id ?? null };
  }

  /** @throws Problem 404 */
  async function areaOf(req: Request, slug: string | undefined): Promise<Area> {
    const area = await areaIn(req, slug);
    if (!area) throw notFound('desk');
    return area;
  }

  async function areaIn(req: Request, slug: string | undefined): Promise<Area | undefined> {
    if (slug === undefined) return (await desksOf(req))[0];
    return (await areas.all()).find((area) => area.slug === slug);
  }
}

import { nothing } from 'lit';
import { z } from 'zod';
import { ownerHomeView } from '../../../client/front/desk/owner-home-view.ts';
import type { Owner } from '../../ground/areas/area-contract.ts';
import type {} from '../../ground/people/desk-slot.ts';
import type { ActName } from '../../ground/people/role-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Contribution } from '../../kernel/wing.ts';
import { ownerHomeQuery } from './desk-contract.ts';
import type { DeskEndpointDeps } from './desk-endpoint.ts';
import type { DeskListService } from './desk-list-service.ts';

type Deps = DeskEndpointDeps & {
  lists: DeskListService;
  /** What features show at an owner's home. */
  parts: readonly NonNullable<Contribution['onOwnerHome']>[];
};

const ownerParams = z.object({ id: z.string().max(36) });

/** The homes of owners. */
export function ownerHomePages({ lists, parts, access, sendPage, areas }: Deps): Endpoint[] {
  const tag = 'desk';
  const ownerOf = async (id: string): Promise<Owner> => {
    const owner = (await areas.owners()).find((one) => one.id === id);
    if (!owner) throw notFound('owner');
    return owner;
  };

  return [
    endpoint({
      act: 'owner.open',
      tag,
      method: 'get',
      path: '/owners/:id',
      summary: 'An owner’s home',
      reply: PAGE,
      params: ownerParams,
      query: ownerHomeQuery,
      thing: async ({ params }) => ownerOf(params.id).then(({ id, areaId }) => ({ ownerId: id, areaId })),
      async run({ req, res, params, query }) {
        const owner = await ownerOf(params.id);
        const whose = { ownerId: owner.id, areaId: owner.areaId };
        const can = (act: ActName): boolean => access.may(req.who, act, whose);
        const said = await Promise.all(parts.map((part) => part({ owner, may: can })));
        const body = ownerHomeView({
          ...(await lists.owned(owner.id, query.q, query.cursor)),
          owner,
          words: query.q,
          may: { import: can('asset.import'), spaces: can('space.edit') },
          above: [...said.map(({ urgent }) => urgent ?? nothing), ...said.map(({ above }) => above ?? nothing)],
          below: said.map(({ below }) => below ?? nothing),
        });
        await sendPage(req, res, { title: owner.name, description: 'An owner’s places.', body, robots: 'noindex' });
      },
    }),
  ];
}

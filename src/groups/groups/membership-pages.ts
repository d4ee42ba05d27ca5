import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, groupParams, personParams, tellNext, type GroupPagesDeps } from './group-endpoint.ts';

/** Inviting, joining, leaving, and handing over the lead. */
export function membershipPages(deps: GroupPagesDeps): Endpoint[] {
  const { groups, access } = deps;
  const thing = ({ params }: { params: { id: string } }) => groups.thing(params.id);
  const ofGroup = { tag: 'groups', params: groupParams, thing };

  return [
    endpoint({
      tag: 'groups',
      params: personParams,
      thing,
      method: 'post',
      path: '/groups/:id/people/:person/end',
      act: 'group.invite',
      summary: 'Ends somebody’s part in a group',
      reply: DONE,
      async run({ req, res, params }) {
        await groups.membership.endPart(access.signedIn(req), params.id, params.person);
        tellNext(req, 'Their part is ended.');
        seeOther(req, res, `/groups/${params.id}`);
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/leave',
      act: 'group.leave',
      summary: 'Leaves a group',
      reply: DONE,
      async run({ req, res, params }) {
        await groups.membership.leave(access.signedIn(req), params.id);
        seeOther(req, res, '/my');
      },
    }),
  ];
}

import type { Request } from 'express';
import type { PassportViewer } from '../../../client/groups/benefit-test/passport-standing-part.ts';
import { passportView } from '../../../client/groups/benefit-test/passport-view.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE, told } from '../../kernel/form-page.ts';
import type { PassportPage } from './passport-contract.ts';
import { groupParams, thingOfGroup, type BenefitPagesDeps } from './test-endpoint.ts';

/** A group's own pages about its room passport. */
export function passportPages(deps: BenefitPagesDeps): Endpoint[] {
  const {
    benefitTests: { passports },
    sendPage,
  } = deps;
  const ofGroup = { tag: 'groups', params: groupParams, thing: thingOfGroup(deps) };

  return [
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/passport',
      act: 'group.read',
      summary: 'How a group stands with its room passport',
      reply: PAGE,
      async run({ req, res, params }) {
        const page = await passports.state(params.id);
        const viewer = viewerOf(deps, req, page, await deps.groups.thing(params.id));
        await sendPage(req, res, {
          title: `Room passport of ${page.group.name}`,
          description: 'How it stands.',
          body: passportView({ page, viewer, flash: told(req) }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/api/groups/:id/passport',
      act: 'group.read',
      summary: 'How a group stands with its room passport, and its newest result',
      reply: { type: 'application/json', description: 'The passport' },
      run: async ({ params }) => passportReply(await passports.state(params.id)),
    }),
  ];
}

function viewerOf(
  { access }: BenefitPagesDeps,
  req: Request,
  { open }: PassportPage,
  thing: { groupId?: string; areaId?: string },
): PassportViewer {
  const who = access.signedIn(req);
  return {
    answer: access.may(who, 'test.answer', thing),
    assist: access.may(who, 'group.assist', thing),
    read: open !== null && access.may(who, 'group.read_document', thing),
  };
}

/** What a program gets: the same as the page shows. */
function passportReply({ standing, next, renewFrom, open, last, stored, gates, scored, needsNews }: PassportPage) {
  return {
    ...standing,
    next,
    renewFrom,
    needsNews,
    criteria: stored.set.version,
    open: open && {
      id: open.id,
      state: open.state,
      receivedOn: open.receivedOn,
      dueOn: open.dueOn,
      improves: open.improvesId,
      answers: open.answers,
      scored,
      gates: gates.map(({ gate, answer, note }) => ({ id: gate.id, answer, note })),
    },
    result: last?.result ?? null,
  };
}

import { myView } from '../../../client/front/home/my-view.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { MyHome } from './my-home-service.ts';

type Deps = { access: Access; home: MyHome; sendPage: SendPage };

/** A person's own page. */
export function myPages({ access, home, sendPage }: Deps): Endpoint[] {
  return [
    endpoint({
      act: 'session.own',
      tag: 'people',
      method: 'get',
      path: '/my',
      summary: 'What waits for the person who is signed in',
      reply: PAGE,
      async run({ req, res }) {
        const who = access.signedIn(req);
        await sendPage(req, res, {
          title: 'My page',
          description: 'What waits for you.',
          body: myView(await home(who), (who.heldBack ?? []).length > 0),
          robots: 'noindex',
        });
      },
    }),
  ];
}

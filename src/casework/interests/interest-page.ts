import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { AgainForm } from '../../../client/casework/interests/interest-view-data.ts';
import { interestView } from '../../../client/casework/interests/interest-view.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { InterestServices } from './interest-services.ts';

export type ShowInterest = (
  req: Request,
  res: Response,
  id: string,
  status?: number,
  again?: AgainForm | null,
) => Promise<void>;
type Deps = { interests: Pick<InterestServices, 'pages'>; access: Access; sendPage: SendPage };

/** Makes the function that shows an interest to whoever is interested, to the owner and to officers. */
export function interestPageOf({ interests: { pages }, access, sendPage }: Deps): ShowInterest {
  return async (req, res, id, status = 200, again = null) => {
    const who = access.signedIn(req);
    const page = await pages.page(id, who, (act, thing) => access.may(who, act, thing));
    const sent = again?.form.values['submission'];
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}To see and use: ${page.place?.name ?? 'a place'}`,
      description: 'For whoever is interested, the owner and officers.',
      body: interestView({
        ...page,
        again,
        flash: told(req),
        submission: typeof sent === 'string' ? sent : randomUUID(),
      }),
      robots: 'noindex',
      about: { areaId: page.area.id },
    });
  };
}

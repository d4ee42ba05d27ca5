import { z } from 'zod';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Access, Who } from '../../ground/people/role-contract.ts';
import type { Group } from '../../groups/groups/group-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import { idSchema } from '../../kernel/form-page.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import type { Showing } from '../../kernel/wing.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { ProposalServices } from './proposal-services.ts';

/** What the pages of proposals need. */
export type ProposalPagesDeps = Showing & {
  proposals: ProposalServices;
  areas: { all(): Promise<Area[]> };
  access: Access;
  clock: Clock;
  files: PhotoFiles;
  /** Land of an area that is on the register, by words; as many as a page has. */
  landIn(area: { slug: string }, words: string): Promise<PublicAsset[]>;
  /** Groups for which somebody may ask. */
  groupsOf(who: Who): Promise<Group[]>;
};

export const proposalParams = z.object({ id: idSchema });

/** What an act to one proposal needs before anything else is read. */
export const ofProposal = ({ pages }: Pick<ProposalServices, 'pages'>) => ({
  tag: 'proposals',
  params: proposalParams,
  thing: ({ params }: { params: { id: string } }) => pages.thing(params.id),
});

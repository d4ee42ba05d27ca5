import type { FeatureCollection } from 'geojson';
import { signPart } from '../../../client/casework/sign/sign-view.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import type { Ground } from '../../ground/wing.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Paper } from '../../kernel/paper-contract.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { placeMap } from '../papers/place-map-text.ts';
import type { SignFacts } from '../papers/sign-contract.ts';
import { signPaper } from '../papers/sign-text.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import { signPages } from './sign-pages.ts';
import { signFacts } from './sign-scene.ts';

type Below = { ground: Ground; proposals: ProposalServices };

/** The sign that hangs at the place of a proposal. */
export function signFeature(kernel: Kernel, { ground: { areas, access }, proposals }: Below) {
  const { db, clock, config, onError } = kernel;
  const { pages } = proposals;
  const contribution: Contribution = {
    endpoints: ({ sendPage }) =>
      signPages({
        proposals: { ...pages, draft: async (id) => (await pages.draft(id, false)).proposal },
        paperOf,
        access,
        sendPage,
        onError,
      }),
    onProposalPage: ({ proposal }) => Promise.resolve({ told: signPart(proposal) }),
  };
  return { contribution };

  async function paperOf(proposal: PublicProposal): Promise<Paper> {
    return signPaper(
      signFacts(proposal, {
        contact: (await contactPorts.of(db, [proposal.area.id])).get(proposal.area.id) ?? null,
        map: await mapOf(proposal),
        baseUrl: config.baseUrl,
        today: dayIn(proposal.area.timeZone, clock()),
      }),
    );
  }

  /** Only where everybody may know exactly where it is. */
  async function mapOf({ area, asset, place }: PublicProposal): Promise<SignFacts['map']> {
    if (!asset || asset.redacted || asset.precision !== 'exact') return null;
    const basemap = await areas.basemap(area.id);
    return placeMap(basemap === null ? null : (JSON.parse(basemap) as FeatureCollection), {
      placeName: place,
      point: asset.point,
      outline: asset.shape,
    });
  }
}

import { found } from '../support/domain.ts';
import type { Act, Walk } from './consequence-acts.ts';
import {
  aGardenGroup,
  CASE_A,
  nextDay,
  onDay,
  resultPublished,
  scored,
  sent,
  signGoesUp,
  stored,
  written,
} from './proposals/a-proposal.ts';

const CLOSE = CASE_A.replace('USE4', 'USE3');
const WEAKER = 'NEED2 BEN2 INC2 SUP4 USE3 DEL4 FIN4 GOV4 ENV4 EXIT4';
const rivalOf = ({ rival }: Walk): Walk => found(rival);

/** Another group asks for the same days of the place, with its sign up. */
const rival: Act = async (walk) => {
  const group = await aGardenGroup(walk.verge.services, walk.verge.town, 'Men’s Shed');
  const verge = { ...walk.verge, ...group };
  const id = await written(verge, { ...group, assetId: walk.assetId });
  walk.rival = { ...walk, verge, id };
  await sent(verge, id);
  await verge.services.proposals.checking.complete(verge.broker, id, { seen: 'received' });
  await signGoesUp(verge, id);
};
const rivalPasses =
  (marks: string): Act =>
  async (walk) => {
    const { verge, id } = rivalOf(walk);
    await scored(verge, id, marks);
    await resultPublished(verge, id);
  };
const passWeaker: Act = async ({ verge, id }) => {
  await scored(verge, id, WEAKER);
  await resultPublished(verge, id);
};
/** Nobody does anything with the other: its day passes. */
const rivalSilence: Act = async (walk) => {
  const { verge, id } = rivalOf(walk);
  await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
};
const rivalWithdraws: Act = async (walk) => {
  const { verge, id } = rivalOf(walk);
  await verge.services.proposals.own.withdraw(verge.lead, id, { seen: (await stored(verge, id)).state, reason: '' });
};
const rivalAgreed: Act = async (walk) => {
  const { verge, id } = rivalOf(walk);
  await verge.services.decisions.owner.agree(verge.owner, id, { seen: (await stored(verge, id)).state });
};
const choose: Act = ({ verge: { services, chair }, id }) =>
  services.rivals.choose(chair, id, { seen: 'choosing', reasons: 'It reaches more people who miss out.' });

/** What is done where two ask for one place. */
export const RIVAL_ACTS = {
  ...{ rival, passWeaker, rivalSilence, rivalWithdraws, rivalAgreed, choose },
  rivalPasses: rivalPasses(CASE_A),
  rivalPassesClose: rivalPasses(CLOSE),
  rivalPassesWeaker: rivalPasses(WEAKER),
} satisfies Record<string, Act>;

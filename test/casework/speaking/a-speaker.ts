import { randomUUID } from 'node:crypto';
import type { Speaker, Speaking } from '../../../src/casework/speaking/speaking-contract.ts';
import { speakersOn } from '../../../src/casework/speaking/speaker-store.ts';
import { found } from '../../support/domain.ts';
import type { Verge } from '../proposals/a-proposal.ts';

/** What somebody registers, who must appear nowhere but before those who run the hearing. */
export const aSpeech = (more: Partial<Speaking> = {}): Speaking => ({
  side: 'for',
  manner: 'in_room',
  statement: '',
  needs: 'A seat at the front',
  name: 'Nadia Neverseen',
  email: 'nadia@example.org',
  submission: randomUUID(),
  ...more,
});

/** Registers without an account and presses the button behind the link. */
export async function registered(verge: Verge, proposalId: string, more: Partial<Speaking> = {}): Promise<Speaker> {
  const { registering } = verge.services.speaking;
  const { id, email } = await registering.register(null, proposalId, aSpeech(more), '192.0.2.1');
  await registering.confirm(await keyMailedTo(verge, email ?? ''));
  return storedSpeaker(verge, id);
}

/** The key in the newest link to an address. */
export async function keyMailedTo({ services }: Pick<Verge, 'services'>, email: string): Promise<string> {
  const mail = found(
    (await services.mails.latest(500)).find((one) => one.to === email && /\/speakers\//.test(one.text)),
  );
  return found(/\/speakers\/([\w-]+)/.exec(mail.text)?.[1]);
}

export const storedSpeaker = async ({ services }: Pick<Verge, 'services'>, id: string): Promise<Speaker> =>
  found(await speakersOn(services.db).byId(id));

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { makeApp } from '../../../src/app.ts';
import type { Comment, NewComment } from '../../../src/casework/comments/comment-contract.ts';
import { commentsOn } from '../../../src/casework/comments/comment-store.ts';
import { found } from '../../support/domain.ts';
import { bundleDir } from '../../support/server.ts';
import type { Verge } from '../proposals/a-proposal.ts';

/** What somebody writes, who must appear nowhere but where it is decided. */
export const HIDDEN = { name: 'Nora Neighbour', address: '7 Larch Row, ZZ1 1AA', email: 'nora@example.org' };

export const aComment = (more: Partial<NewComment> = {}): NewComment => ({
  stance: 'worried',
  text: 'The sightline at the corner must stay clear.',
  ...HIDDEN,
  submission: randomUUID(),
  ...more,
});

/** Writes without an account and presses the button behind the link. */
export async function commented(verge: Verge, proposalId: string, more: Partial<NewComment> = {}): Promise<Comment> {
  const { making } = verge.services.comments;
  const { email } = await making.make(null, proposalId, aComment(more), '192.0.2.1');
  return making.confirm(await keyMailedTo(verge, email ?? ''));
}

/** The key in the newest link to an address. */
export async function keyMailedTo({ services }: Pick<Verge, 'services'>, email: string): Promise<string> {
  const mail = found(
    (await services.mails.latest(500)).find((one) => one.to === email && /\/comments\//.test(one.text)),
  );
  return found(/\/comments\/([\w-]+)/.exec(mail.text)?.[1]);
}

export const storedComment = async ({ services }: Pick<Verge, 'services'>, id: string): Promise<Comment> =>
  found(await commentsOn(services.db).byId(id));

/** The same services behind a port of their own. */
export async function serving({ services }: Pick<Verge, 'services'>): Promise<{ url: string; stop(): Promise<void> }> {
  const http = createServer(makeApp(services, bundleDir()));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  return {
    url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    async stop() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

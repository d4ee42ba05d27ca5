import { SMTPServer } from 'smtp-server';
import { aFreePort } from '../../support/ports.ts';

export type Received = { to: string; subject: string; id: string; raw: string };
type Manners = {
  /** The reply to a recipient, 550 for instance; undefined takes it. */
  refuses?(to: string, asked: number): number | undefined;
  /** What happens when a message has come in: `take` it, `cut` the line before saying so, or `hang`. */
  onMessage?(message: Received): 'take' | 'cut' | 'hang';
};
export type MailServer = {
  url: string;
  received: Received[];
  /** Starts it on its port; until then nobody is there. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** A real SMTP server with the manners a test wants. */
export async function aMailServer({
  refuses = () => undefined,
  onMessage = () => 'take',
}: Manners = {}): Promise<MailServer> {
  const port = await aFreePort();
  const received: Received[] = [];
  const asked = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      asked.set(address, (asked.get(address) ?? 0) + 1);
      const code = refuses(address, asked.get(address) ?? 1);
      done(code === undefined ? null : Object.assign(new Error('No such person here'), { responseCode: code }));
    },
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
      stream.on('end', () => {
        const message = read(raw, session.envelope.rcptTo.map(({ address }) => address).join(','));
        const answer = onMessage(message);
        if (answer === 'cut') return closeAll(server);
        if (answer === 'hang') return;
        received.push(message);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    start: () => new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve())),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Cuts every line, as a server does that falls over. */
function closeAll(server: SMTPServer): void {
  const { connections } = server as unknown as { connections: Set<{ close(): void }> };
  for (const connection of connections) connection.close();
}

function read(raw: string, to: string): Received {
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? '';
  return { to, subject: header('Subject'), id: header('Message-ID'), raw };
}

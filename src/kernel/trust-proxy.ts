import { isIP } from 'node:net';
import type { RequestHandler } from 'express';

/** What Express believes of `X-Forwarded-For`: nothing, so many proxies from the end, or what these networks say. */
export type TrustProxy = false | number | string[];

const NAMED_NETWORKS: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];
const MOST_HOPS = 10;
export const TRUST_PROXY_WORDS =
  'Set TRUST_PROXY to off, to the number of proxies in front of this server (usually 1), or to their addresses or networks such as 10.0.0.0/8, loopback.';

/**
 * Reads `TRUST_PROXY`. There is no way to believe everybody: then each visitor chooses their own address, and no limit holds.
 * @returns undefined for what is none of these
 */
export function trustProxyOf(text: string): TrustProxy | undefined {
  const given = text.trim().toLowerCase();
  if (given === 'off' || given === '0') return false;
  if (/^\d+$/.test(given)) return Number(given) <= MOST_HOPS ? Number(given) : undefined;
  const networks = given.split(',').map((one) => one.trim());
  return networks.every(isNetwork) ? networks : undefined;
}

/**
 * Says once that a proxy's word is not believed: whoever forgot to name it sees all visitors come from one address.
 * @param warn writes a line to the log
 */
export function unbelievedProxy(trust: TrustProxy, warn: (line: string) => void): RequestHandler {
  let said = false;
  return (req, _res, next) => {
    if (trust === false && !said && req.get('x-forwarded-for') !== undefined) {
      said = true;
      warn(
        'A request came with X-Forwarded-For, which is not believed while TRUST_PROXY is off. If it came through your own proxy, set TRUST_PROXY: until then all visitors count as one network.',
      );
    }
    next();
  };
}

function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  // A network of all addresses would believe everybody.
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

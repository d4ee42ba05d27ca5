import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Faults = Partial<{
  origin: string;
  rpId: string;
  userVerified: boolean;
  counter: number;
  userHandle: string;
  challenge: string;
  type: string;
  breakSignature: boolean;
}>;
export type Authenticator = {
  /** Makes a passkey for what the server asked, and answers as a browser does. */
  create(options: { challenge: string; rp: { id?: string }; user: { id: string } }, faults?: Faults): object;
  /** Signs a challenge with it. */
  get(options: { challenge: string; rpId?: string }, faults?: Faults): object;
};

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HOLDS_KEY = 0x40;

/** An authenticator in a few lines: one ES256 key pair, attestation "none" (WebAuthn, sections 6.1, 6.5.1 and 8.7). */
export function anAuthenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  let counter = 0;
  let holder = '';

  const clientData = (type: string, challenge: string, faults: Faults): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: faults.type ?? type,
        challenge: faults.challenge ?? challenge,
        origin: faults.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authData = (rpId: string, faults: Faults, key: Buffer): Buffer => {
    const flags = USER_PRESENT | (faults.userVerified === false ? 0 : USER_VERIFIED) | (key.length > 0 ? HOLDS_KEY : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(faults.counter ?? ++counter);
    return Buffer.concat([
      createHash('sha256')
        .update(faults.rpId ?? rpId)
        .digest(),
      Buffer.from([flags]),
      count,
      key,
    ]);
  };
  const answer = (response: object): object => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    create({ challenge, rp, user }, faults = {}) {
      holder = user.id;
      const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(x, y)]);
      const attestationObject = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(authData(rp.id ?? '', faults, key))],
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, faults).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      });
    },
    get({ challenge, rpId = '' }, faults = {}) {
      const [data, said] = [authData(rpId, faults, Buffer.alloc(0)), clientData('webauthn.get', challenge, faults)];
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(said).digest()]), privateKey);
      if (faults.breakSignature)
        signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
      return answer({
        clientDataJSON: said.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: faults.userHandle ?? holder,
      });
    },
  };
}

/** The public key as COSE has it (RFC 9053, section 7.1): EC2, ES256, P-256, x, y. */
function coseKey(x: string, y: string): Buffer {
  const point = (value: string): Buffer => cborBytes(Buffer.from(value, 'base64url'));
  return cborMap([
    [cborInt(1), cborInt(2)],
    [cborInt(3), cborInt(-7)],
    [cborInt(-1), cborInt(1)],
    [cborInt(-2), point(x)],
    [cborInt(-3), point(y)],
  ]);
}

// As much of CBOR (RFC 8949) as this needs.
const head = (major: number, value: number): Buffer =>
  value < 24
    ? Buffer.from([(major << 5) | value])
    : value < 256
      ? Buffer.from([(major << 5) | 24, value])
      : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
const cborInt = (value: number): Buffer => (value >= 0 ? head(0, value) : head(1, -1 - value));
const cborBytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const cborText = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const cborMap = (pairs: [Buffer, Buffer][]): Buffer => Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

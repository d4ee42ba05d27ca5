// For browsers that know passkeys but not yet their JSON forms (WebAuthn Level 3, sections 5.1.8 to 5.1.10).

/** What the server sends to begin with. */
export type Options = { challenge: string };

type Listed = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] };

type JsonOptions = Options & {
  user?: { id: string; name: string; displayName: string };
  excludeCredentials?: Listed[];
  allowCredentials?: Listed[];
};

/** What a browser needs to make a passkey. */
export function creationOptions(options: Options): PublicKeyCredentialCreationOptions {
  const given = options as JsonOptions;
  return {
    ...given,
    challenge: bytes(given.challenge),
    user: { ...given.user, id: bytes(given.user?.id ?? '') },
    excludeCredentials: listed(given.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
}

/** What a browser needs to ask for one. */
export function requestOptions(options: Options): PublicKeyCredentialRequestOptions {
  const given = options as JsonOptions;
  return { ...given, challenge: bytes(given.challenge), allowCredentials: listed(given.allowCredentials) };
}

/** What the browser answers, as the server reads it. */
export function asJson(credential: PublicKeyCredential): unknown {
  if (typeof credential.toJSON === 'function') return credential.toJSON();
  const { id, rawId, type, response } = credential;
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].flatMap(
    (name) => {
      const value: unknown = Reflect.get(response, name);
      return value instanceof ArrayBuffer ? [[name, text(value)]] : [];
    },
  );
  return {
    id,
    type,
    rawId: text(rawId),
    clientExtensionResults: credential.getClientExtensionResults(),
    response: Object.fromEntries(parts) as Record<string, unknown>,
  };
}

const listed = (all: Listed[] = []): PublicKeyCredentialDescriptor[] =>
  all.map((one) => ({ ...one, id: bytes(one.id) }));

const bytes = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The browser's part of passkeys: asks our server what to do, the browser to do it, and sends back what came of it. */

type Said = { detail?: string };
type Options = { challenge: string };

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!('PublicKeyCredential' in window)) break;
  form.hidden = false;
  document.querySelector('[data-passkey-without]')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(form);
  });
}

async function run(form: HTMLFormElement): Promise<void> {
  const [said, button] = [form.querySelector('#passkey-said'), form.querySelector('button')];
  const say = (words: string): void => void (said && (said.textContent = words));
  say('');
  if (button) button.disabled = true;
  try {
    location.assign(form.dataset['passkey'] === 'add' ? await add(form) : await signIn(form));
  } catch (error) {
    if (button) button.disabled = false;
    say(wordsFor(error));
  }
}

async function add(form: HTMLFormElement): Promise<string> {
  const fields = new FormData(form);
  if (String(fields.get('name')).trim() === '') throw new Error('Give it a name, for instance “My phone”.');
  const options = await ask('/account/passkeys/options', {});
  const publicKey =
    PublicKeyCredential.parseCreationOptionsFromJSON?.(options as unknown as PublicKeyCredentialCreationOptionsJSON) ??
    creationOptions(options);
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  return sendOn('/account/passkeys', { name: fields.get('name'), next: fields.get('next'), response: asJson(made) });
}

async function signIn(form: HTMLFormElement): Promise<string> {
  const options = await ask('/sign-in/passkey/options', {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? requestOptions(options);
  const signed = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  return sendOn('/sign-in/passkey', { next: new FormData(form).get('next'), response: asJson(signed) });
}

async function send(path: string, body: unknown): Promise<Response> {
  const reply = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(((await reply.json()) as Said).detail ?? 'That did not work. Try again.');
  return reply;
}
const ask = async (path: string, body: unknown): Promise<Options> =>
  (await send(path, body)).json() as Promise<Options>;
const sendOn = async (path: string, body: unknown): Promise<string> =>
  (await send(path, body)).headers.get('Location') ?? '/my';

/** The browser says NotAllowedError when somebody changed their mind or took too long (WebAuthn, section 14.5.1). */
function wordsFor(error: unknown): string {
  if (error instanceof DOMException)
    return error.name === 'InvalidStateError'
      ? 'This device has a passkey for you already.'
      : 'No passkey was used. Try again when you like.';
  return error instanceof Error ? error.message : 'That did not work. Try again.';
}

// For browsers that know passkeys but not yet their JSON forms (WebAuthn Level 3, sections 5.1.8 to 5.1.10).

type Listed = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] };
type JsonOptions = Options & {
  user?: { id: string; name: string; displayName: string };
  excludeCredentials?: Listed[];
  allowCredentials?: Listed[];
};

function creationOptions(options: Options): PublicKeyCredentialCreationOptions {
  const given = options as JsonOptions;
  return {
    ...given,
    challenge: bytes(given.challenge),
    user: { ...given.user, id: bytes(given.user?.id ?? '') },
    excludeCredentials: listed(given.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
}

function requestOptions(options: Options): PublicKeyCredentialRequestOptions {
  const given = options as JsonOptions;
  return { ...given, challenge: bytes(given.challenge), allowCredentials: listed(given.allowCredentials) };
}

function asJson(credential: PublicKeyCredential): unknown {
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
    response: Object.fromEntries(parts),
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

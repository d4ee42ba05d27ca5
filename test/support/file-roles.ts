type Roles = Readonly<Record<string, string>>;

/** What a file of a feature is, by the last word of its name, on the server. Somebody new learns these once. */
export const SERVER_ROLES: Roles = {
  contract: 'shapes, types and lists; what comes in is checked by them',
  rules: 'pure decisions',
  words: 'sentences for people',
  questions: 'what somebody is asked, with what follows from each answer',
  table: 'pure data that others read',
  columns: 'a table of columns or properties',
  filter: 'a filter in an address',
  facts: 'the kinds of facts that a feature records',
  service: 'use cases; they read as the story of what happens',
  services: 'all use cases of a feature together',
  steps: 'parts of a larger piece of work, in the transaction in hand',
  scene: 'what a piece of work stands on, read once',
  telling: 'who is told of what, and how',
  reactions: 'what follows from facts',
  store: 'SQL; the only place that knows columns of the database',
  index: 'the register in memory',
  file: 'a file on disk',
  files: 'a folder of files on disk',
  retention: 'what is let go of when its days are over',
  keeper: 'what is kept about a person, and what goes with their account',
  api: 'endpoints for programs',
  pages: 'endpoints that show pages',
  page: 'a part of pages',
  endpoint: 'what endpoints share',
  reply: 'what endpoints answer',
  form: 'a form read and shown again',
  reading: 'what others wrote – lists, forms, addresses – turned into our shapes',
  text: 'what we write for others to read – mails, calendars, feeds, reports',
  tally: 'adds up what becomes of many rows',
  cli: 'a command',
  deps: 'what a feature needs of others',
  slot: 'what a feature gathers from others',
  ports: 'what a feature offers to all others, made once',
  wiring: 'hands a feature what it needs, and says what it contributes',
};

/** The same in the browser. */
export const CLIENT_ROLES: Roles = {
  view: 'a page, pure: data in, template out',
  views: 'several small ones of a kind',
  part: 'a piece of views, pure too',
  fields: 'fields of a form',
  form: 'a form, whole',
  data: 'what a view is given, and the lists it offers',
  state: 'what a form or a map remembers while somebody uses it',
  words: 'sentences for people',
  rules: 'pure decisions, measures and geometry',
  table: 'pure data that others read: styles, signs',
  element: 'an element of our own, which makes a part live',
  script: 'makes a part live without an element of its own',
  feed: 'asks the server, or the device, and hands the answer on',
  map: 'a map in the page',
  layer: 'a layer of it',
  paint: 'draws on its canvas',
};

/** The last word of a file’s name. */
const roleOf = (path: string): string => /-([a-z0-9]+)\.ts$/.exec(path)?.[1] ?? '';

/** Files of features whose name does not say what they are. The kernel and what wires the whole are no features. */
export function withoutRole(paths: Iterable<string>): string[] {
  return [...paths].flatMap((path) => {
    const side = /^(src|client)\/(?!kernel\/|cli\/)[^/]+\/[^/]+\//.exec(path)?.[1];
    if (side === undefined || roleOf(path) in (side === 'src' ? SERVER_ROLES : CLIENT_ROLES)) return [];
    return [`${path} does not say what it is: end its name with a word of docs/glossary.md.`];
  });
}

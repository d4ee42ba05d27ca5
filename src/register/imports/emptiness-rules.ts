/** Words by which lists say that nobody is in a place, however they go on: "Vacant - awaiting sale", "Boarded up 2021". */
const EMPTY =
  /\b(vacan|vacat|empty|emptie|void|disus|derelict|unoccup|untenant|unlet|unused|closed|closing|closure|boarded|shuttered|surplus|mothball|redundan|abandon|decommission|demolish|dormant|ruin|ceased|gwag)/;
/** "Not in use", "no longer occupied", "out of use", "no tenant". */
const NOT_USED =
  /\b(not|no longer|out of|never|nobody|no|without)\b[\s\w,'’-]{0,20}?\b(use|used|occupied|occupation|operational|open|let|tenants?|tenanted|occupiers?)\b/;
/** "Not vacant", "no voids", "no longer empty": says something else than its one word, so somebody must be asked. */
const DENIED =
  /\b(not|non|never|isn['’]?t|no)[\s-]+(\w+[\s-]+)?(vacan|empty|void|disused|derelict|unoccupied|closed|surplus)/;

/**
 * Whether words about a place say that it stands empty. Where they are taken wrongly, a building in use is shown
 * without its address; the other mistake would tell everybody where an empty one stands.
 */
export function saysEmpty(text: string): boolean {
  const words = text.normalize('NFKD').toLowerCase();
  return !DENIED.test(words) && (EMPTY.test(words) || NOT_USED.test(words));
}

/** Row numbers kept over all results: 16 MB. One result is kept however long it is. */
const KEPT_ROWS = 4_000_000;

/** The results of the latest searches, until something changes; those not asked for longest go first. */
export function recentResults() {
  const results = new Map<string, Uint32Array>();
  let rows = 0;

  function forgetOldest(): void {
    const [oldest] = results;
    if (!oldest) return;
    results.delete(oldest[0]);
    rows -= oldest[1].length;
  }

  return {
    of(key: string, search: () => Uint32Array): Uint32Array {
      const known = results.get(key);
      const result = known ?? search();
      results.delete(key);
      results.set(key, result);
      rows += known ? 0 : result.length;
      while (rows > KEPT_ROWS && results.size > 1) forgetOldest();
      return result;
    },
    clear(): void {
      if (results.size === 0) return;
      results.clear();
      rows = 0;
    },
  };
}

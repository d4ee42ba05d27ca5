/** Names of places that lie on one point: the map's answer gives only their ids. A name that cannot be had stays a number. */
export async function loadNames(template: string, ids: readonly string[]): Promise<Map<string, string>> {
  const pairs = await Promise.all(
    ids.map(async (id) => [id, await loadName(template.replace('{id}', encodeURIComponent(id)))] as const),
  );
  return new Map(pairs.flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
}

async function loadName(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    const asset: unknown = response.ok ? await response.json() : null;
    return typeof asset === 'object' && asset !== null && 'name' in asset && typeof asset.name === 'string'
      ? asset.name
      : null;
  } catch {
    return null;
  }
}

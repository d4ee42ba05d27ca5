/** The head of a page about the people of a group. */
export function titled(status: number, title: string) {
  return {
    status,
    title: `${status === 200 ? '' : 'Error: '}${title}`,
    description: 'A community group.',
    robots: 'noindex' as const,
  };
}

/** Rule pages by id; loaded on demand, as they are most of the text of the rules. */
export async function loadPages(): Promise<Readonly<Record<string, string>>> {
  const { pages } = await import('@leashlint/rules/pages');
  return pages;
}

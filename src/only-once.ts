/** Does something costly when it is first asked for, and gives the same result ever after; a failure is forgotten, so that it can be tried again. */
export function onlyOnce<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
}

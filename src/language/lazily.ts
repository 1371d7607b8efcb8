/** A value that is made when it is first wanted: patterns of many words take milliseconds to compile, and most questions need few of them. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

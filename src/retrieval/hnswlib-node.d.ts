/**
 * What we use of hnswlib-node 3.0.0. Declared here because it is an optional dependency: where it can't be compiled npm leaves
 * its types out too, and the build must still pass.
 */
declare module 'hnswlib-node' {
  /** A graph of vectors. What it does with bad input is in docs/dependencies.md: HnswIndex guards it. */
  export class HierarchicalNSW {
    constructor(space: 'ip' | 'l2' | 'cosine', dimensions: number);
    initIndex(most: number, links: number, breadth: number, seed: number): void;
    resizeIndex(most: number): void;
    addPoint(vector: number[], label: number): void;
    markDelete(label: number): void;
    searchKnn(query: number[], count: number): { distances: number[]; neighbors: number[] };
    setEf(breadth: number): void;
    getCurrentCount(): number;
    readIndex(file: string): Promise<boolean>;
    writeIndex(file: string): Promise<boolean>;
  }

  /** The package is CommonJS: in Node only the default import exists at run time. */
  const library: { readonly HierarchicalNSW: typeof HierarchicalNSW };
  export default library;
}

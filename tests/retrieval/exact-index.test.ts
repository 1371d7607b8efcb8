import { ExactIndex } from '../../src/retrieval/exact-index.ts';
import { vectorIndexContract } from '../support/vector-index-contract.ts';

vectorIndexContract({
  name: 'ExactIndex',
  build: (table) => new ExactIndex(table),
  unavailable: null,
});

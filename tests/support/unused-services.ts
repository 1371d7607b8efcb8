import type { Services } from '../../src/cli/services.ts';

const unused = (): never => {
  throw new Error('This must not be reached.');
};

/** Services of which none may be used. */
export const UNUSED_SERVICES: Services = {
  openIndex: unused,
  updateIndex: unused,
  rollback: unused,
  snapshots: unused,
  evaluate: unused,
  openDocuments: unused,
  openInsight: unused,
  diagnose: unused,
  startRepl: unused,
  startBot: unused,
};

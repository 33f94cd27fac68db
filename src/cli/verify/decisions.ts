import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runAnchor } from '../../decisions/anchor.ts';
import { verifyStore } from '../../decisions/store.ts';
import { DECISION_FOLDER } from '../../model/decision.ts';
import type { Check } from './check.ts';

/** The store of decisions beside the run; a run that was carried away from it cannot tell. */
export const DECISION_CHECKS: readonly Check[] = [
  {
    id: 'decisions',
    title: {
      id: 'Rantai keputusan petugas di sebelah proses ini utuh dan memuat semua yang dibaca proses ini',
      en: "The chain of officers' decisions beside the run is whole and holds all that the run read",
    },
    async find({ folder, manifest }) {
      const out = dirname(await realpath(folder));
      if (!existsSync(join(out, DECISION_FOLDER))) return manifest.decisions.records === 0 ? [] : undefined;
      await verifyStore(out, await runAnchor(folder));
      return [];
    },
  },
];

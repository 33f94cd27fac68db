import { EXIT, SisirError } from '../model/errors.ts';
import type { Text } from '../model/text.ts';

/** The store of decisions is not as it was written, or cannot be used. Exit code 3. */
export class DecisionStoreError extends SisirError {
  constructor(text: Text) {
    super(EXIT.inputRefused, text);
  }
}

const RESTORE: Text = {
  id: 'Pulihkan folder itu dari cadangan; jangan menyuntingnya.',
  en: 'Restore that folder from a backup; do not edit it.',
};

/** @param record number of the first record that does not fit */
export function brokenChain(path: string, record: number): DecisionStoreError {
  return new DecisionStoreError({
    id: `${path}: rantai keputusan putus pada catatan ${record}: catatan itu atau yang sebelumnya diubah, dihapus, atau disisipkan. ${RESTORE.id}`,
    en: `${path}: the chain of decisions breaks at record ${record}: it or the one before was changed, removed or inserted. ${RESTORE.en}`,
  });
}

export function cutShort(path: string, found: number, expected: number): DecisionStoreError {
  return new DecisionStoreError({
    id: `${path}: ada ${found} catatan, seharusnya ${expected}: akhir catatan hilang. ${RESTORE.id}`,
    en: `${path}: ${found} records are there, ${expected} should be: its end is missing. ${RESTORE.en}`,
  });
}

export function headMissing(path: string): DecisionStoreError {
  return new DecisionStoreError({
    id: `${path} tidak ada atau tidak terbaca, padahal ada keputusan di sebelahnya. ${RESTORE.id}`,
    en: `${path} is missing or cannot be read, although there are decisions beside it. ${RESTORE.en}`,
  });
}

export function storeReplaced(path: string, record: number): DecisionStoreError {
  return new DecisionStoreError({
    id: `${path}: catatan ${record} bukan catatan yang dibaca proses terdahulu: isi folder keputusan diganti. ${RESTORE.id}`,
    en: `${path}: record ${record} is not the one that an earlier run read: the decisions were replaced. ${RESTORE.en}`,
  });
}

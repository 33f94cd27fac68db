/** A text that a person reads: Bahasa Indonesia (the default) and English. */
export interface Text {
  readonly id: string;
  readonly en: string;
}

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

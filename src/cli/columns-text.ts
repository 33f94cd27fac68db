export function columnsText(report: unknown, language: string): string {
  return `${language} ${JSON.stringify(report)}`;
}

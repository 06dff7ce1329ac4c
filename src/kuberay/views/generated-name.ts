/** What the API server makes of generateName: five letters or digits behind at most 58 characters; here they are `xxxxx`. Source: apiserver/pkg/storage/names. */
export function generatedName(prefix: string): string {
  return `${prefix.slice(0, 58)}xxxxx`;
}

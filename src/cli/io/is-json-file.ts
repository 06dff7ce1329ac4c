/** Whether a file holds JSON, by its name. */
export function isJsonFile(file: string | undefined): boolean {
  return file !== undefined && /\.json$/i.test(file);
}

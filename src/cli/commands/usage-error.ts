/** The command line says something that cannot be done. The message follows `raycluster: ` and is a sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

import * as z from "zod";

/**
 * A schema compiled ahead, for speed; it says the same. That pays where many documents are validated. The command line
 * validates few and would rather start sooner, so its bundle has the schema itself in place of this.
 */
export function compiledSchema<T extends z.ZodType>(schema: T): T {
  return z.compile(schema);
}

import type { ApiType } from "./api-type.ts";
import type { Judgment } from "./judgment.ts";

/** What is said of a field that must be given and is not. */
export function judgeMissing(name: string, { kind }: ApiType): Judgment {
  return {
    code: "api-missing-field",
    message: `${name} is missing, and the API server refuses the manifest without it.`,
    hint: kind === "map" ? `Add ${name}; {} is enough.` : `Add ${name}.`,
  };
}

import { ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";

/**
 * The name that metadata give; undefined where they give none. An empty one is none, and the API server makes one of
 * generateName only then: ObjectMeta in Kubernetes' API.
 */
export function givenName(metadata: PlainData | undefined): string | undefined {
  const name = ownText(metadata, "name");
  return name === "" ? undefined : name;
}

import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import { formatPath, parsePath } from "../../src/diagnostics/path.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { apiOf } from "../api/api-of.ts";
import { unknownFields, wrongValues } from "../api/wrong-values.ts";
import { cluster } from "../diff/manifests.ts";
import { replaceAt } from "../schemas/mutated.ts";
import type { Golden } from "./goldens.ts";

/** What the API of the newest release says of wrong values. */
export function apiGoldens(): readonly Golden[] {
  return [
    { file: "api/wrong-values.txt", print: () => sayings(wrongValues) },
    { file: "api/unknown-fields.txt", print: () => sayings(unknownFields) },
  ];
}

function sayings(rows: typeof wrongValues): string {
  const api = apiOf("RayCluster v1 1.7.0");
  return rows
    .map(([place, value]) => {
      const changed = replaceAt(cluster(), parsePath(place) ?? [], () => value);
      const data: PlainData = JSON.parse(JSON.stringify(changed));
      const found = checkAgainstApi(data, api);
      const said = found.map(({ code, path, target = "value", message, hint, related }) =>
        [
          `${code} at the ${target} of ${formatPath(path)}`,
          `  ${message}`,
          `  ${hint}`,
          ...(related ?? []).map((other) => `  ${formatPath(other.path)}: ${other.message}`),
        ].join("\n"),
      );
      return [`${place} = ${JSON.stringify(value)}`, ...said, ""].join("\n");
    })
    .join("\n");
}

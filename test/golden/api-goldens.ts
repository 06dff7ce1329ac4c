import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import { meaningfulWhenEmpty, meansSomethingEmpty } from "../../src/api/empty-meanings.ts";
import { impliedDefault, impliedDefaultPlaces } from "../../src/api/implied-defaults.ts";
import { listMeaning, listMeaningPlaces } from "../../src/api/list-meanings.ts";
import { patchStrategy, patchStrategyPlaces } from "../../src/api/patch-strategies.ts";
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
    { file: "api/meanings.txt", print: meanings },
    { file: "api/unknown-fields.txt", print: () => sayings(unknownFields) },
  ];
}

/** What CRDs do not say of fields. */
function meanings(): string {
  const said = (places: readonly string[], ask: (typeName: string, field: string) => unknown) =>
    places.map((place) => {
      const [typeName = "", field = ""] = place.split(".");
      return `${place} ${JSON.stringify(ask(typeName, field))}\n`;
    });
  return [
    ...said(impliedDefaultPlaces, impliedDefault),
    ...said(listMeaningPlaces, listMeaning),
    ...said(patchStrategyPlaces, patchStrategy),
    ...said(meaningfulWhenEmpty, meansSomethingEmpty),
  ].join("");
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

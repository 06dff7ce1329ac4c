import { formatPath } from "../diagnostics/path.ts";
import { showText } from "../diagnostics/show.ts";
import { closestName } from "../diagnostics/suggest.ts";
import type { FieldProblem } from "./fields.ts";
import { judgeFields } from "./judge-fields.ts";
import { knownKeys } from "./known-keys.ts";
import type * as z from "./schema-language.ts";
import { foldKey } from "./unknown-keys/fold-key.ts";

/** What Kubernetes has where a request has something flatter, by the folded key. */
const kubernetesWords: ReadonlyMap<string, string> = new Map([
  ["secretkeyref", "Write {secret: NAME, key: KEY} instead."],
  ["configmapkeyref", "Write {config_map: NAME, key: KEY} instead."],
  ["fieldref", "Write {field: status.podIP} instead."],
  ["valuefrom", "Remove valueFrom: write secret, config_map or field directly here."],
  ["secretname", "Did you mean secret?"],
  ["configmapname", "Did you mean config_map?"],
  ["fieldpath", "Did you mean field?"],
  ["value", "Write the text itself in place of the object."],
  ["name", "Write the name as the value of secret or config_map."],
  ["resourcefieldref", "Use pod_template for this, if the settings allow it."],
]);

/** What a schema refuses in a part that another check looks at, such as one form of a value that has several. */
export function nestedProblems(
  schema: z.Schema,
  value: unknown,
  noun: string,
): readonly FieldProblem[] {
  const judged = judgeFields(schema, value);
  if (judged.ok) return [];
  const unknown = judged.unknownKeys.map((path) => {
    const known = knownKeys(schema, path.slice(0, -1));
    return { path, known, closest: closestName(String(path.at(-1)), known) };
  });
  const meant = new Set(
    unknown.map(({ path, closest = "" }) => formatPath([...path.slice(0, -1), closest])),
  );
  return [
    // A field that is missing because it is misspelt is one mistake.
    ...judged.problems.filter(
      ({ code, path }) => code !== "missing-field" || !meant.has(formatPath(path)),
    ),
    ...unknown.map(({ path, known, closest }): FieldProblem => {
      const parent = path.length === 1 ? noun : formatPath(path.slice(0, -1));
      return {
        code: "unknown-field",
        path,
        target: "key",
        message: `${showText(String(path.at(-1)))} is not a field of ${parent}.`,
        hint:
          kubernetesWords.get(foldKey(String(path.at(-1)))) ??
          (closest === undefined
            ? `The fields are ${known.join(", ")}.`
            : `Did you mean ${closest}?`),
      };
    }),
  ];
}

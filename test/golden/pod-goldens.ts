import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { Finding } from "../../src/diagnostics/diagnostic.ts";
import { isObject } from "../../src/diagnostics/own-field.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { findings } from "../validate/pod/check.ts";
import { containerRows } from "../validate/pod/container-rows.ts";
import { driverRows } from "../validate/pod/driver-rows.ts";
import { platformRows } from "../validate/pod/platform-rows.ts";
import { podRows } from "../validate/pod/pod-rows.ts";
import { resourceRows } from "../validate/pod/resource-rows.ts";
import type { Row } from "../validate/pod/row.ts";
import { schedulingRows } from "../validate/pod/scheduling-rows.ts";
import { volumeRows } from "../validate/pod/volume-rows.ts";
import { warningRows } from "../validate/pod/warning-rows.ts";
import type { Golden } from "./goldens.ts";

const FOLDER = join("fixtures", "pods");

/**
 * Faulty pods, to all that is said of each: those of the vectors, which have one mistake each, and those of the fixtures,
 * which have many. A document there is a `pod` and what `findings` takes of where it stands.
 */
export function podGoldens(): readonly Golden[] {
  const rows = ROWS.map(([name, rowsOfName]) => ({
    file: `pods/${name}.txt`,
    print: () => rowsOfName.map(printRow).join("\n"),
  }));
  const fixtures = readdirSync(FOLDER)
    .sort()
    .map((file) => ({
      file: `pods/${file.replace(/\.yaml$/, ".txt")}`,
      print: () => printFixture(readFileSync(join(FOLDER, file), "utf8")),
    }));
  return [...rows, ...fixtures];
}

const ROWS: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  ["container", containerRows],
  ["driver", driverRows],
  ["platform", platformRows],
  ["pod", podRows],
  ["resource", resourceRows],
  ["scheduling", schedulingRows],
  ["volume", volumeRows],
  ["warning", warningRows],
];

function printRow([, , , bad, setting, badSetting = setting]: Row): string {
  return findings(bad, badSetting).map(printFinding).join("");
}

function printFixture(text: string): string {
  return parseAllDocuments(text)
    .map((document) => {
      const { pod, ...setting }: Readonly<Record<string, PlainData>> = document.toJS();
      const [title = ""] = /^# .*$/m.exec(document.toString()) ?? [];
      const found = isObject(pod) ? findings(pod, setting) : [];
      return `${title}\n${found.map(printFinding).join("") || "Nothing.\n"}`;
    })
    .join("\n");
}

function printFinding({ code, severity, path, target, message, related, hint }: Finding): string {
  const lines = [
    `${severity ?? "error"} ${code} at ${target === undefined ? "" : `the ${target} of `}${formatPath(path)}`,
    `  ${message}`,
    ...(related ?? []).map((place) => `  note: ${place.message} (${formatPath(place.path)})`),
    ...(hint === undefined ? [] : [`  hint: ${hint}`]),
  ];
  return `${lines.join("\n")}\n`;
}

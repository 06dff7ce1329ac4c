import type { Finding } from "../../src/diagnostics/diagnostic.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
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

/** The faulty pods of the vectors, to all that is said of each. */
export function podGoldens(): readonly Golden[] {
  return ROWS.map(([name, rows]) => ({
    file: `pods/${name}.txt`,
    print: () => rows.map(printRow).join("\n"),
  }));
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

function printFinding({ code, severity, path, target, message, related, hint }: Finding): string {
  const lines = [
    `${severity ?? "error"} ${code} at ${target === undefined ? "" : `the ${target} of `}${formatPath(path)}`,
    `  ${message}`,
    ...(related ?? []).map((place) => `  note: ${place.message} (${formatPath(place.path)})`),
    ...(hint === undefined ? [] : [`  hint: ${hint}`]),
  ];
  return `${lines.join("\n")}\n`;
}

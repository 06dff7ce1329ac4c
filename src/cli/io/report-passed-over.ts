import { defuse } from "../../diagnostics/defuse.ts";
import { count } from "../../diagnostics/show.ts";
import type { ManifestCollection, PassedOver } from "./collect-manifests.ts";
import type { CommandLineIo } from "./io.ts";

/**
 * Names on standard error what is not compared, each file once, whichever side has it, and what is read in a way that not
 * everybody expects.
 */
export async function reportPassedOver(
  sides: readonly ManifestCollection[],
  io: CommandLineIo,
): Promise<void> {
  const passedOver = onlyOnce(sides.flatMap((side) => side.passedOver));
  const of = (why: PassedOver["why"]) => passedOver.filter((entry) => entry.why === why);
  const broken = of("broken-manifest").map(({ details }) => `${details}\n`);
  const lines = [
    passedOverLine("without a manifest of KubeRay", of("other-objects")),
    passedOverLine("that cannot be read", of("unreadable")),
    passedOverLine("with unrendered {{ }} templates", of("template")),
  ];
  for (const text of lines.filter((each) => each !== "")) {
    await io.stderr.write(`raycluster: ${defuse(defuse(text))}.\n`);
  }
  const surprises = new Set(sides.flatMap((side) => side.surprises));
  if (surprises.size > 0) await io.stderr.write([...surprises].join("\n"));
  for (const text of broken) await io.stderr.write(`raycluster: ${text}`);
}

function onlyOnce(entries: readonly PassedOver[]): readonly PassedOver[] {
  return [...new Map(entries.map((entry) => [`${entry.why} ${entry.path}`, entry])).values()];
}

/** `ignored 2 files that cannot be read: a.yaml (why), b.yaml`; the empty text where there is none. */
export function passedOverLine(
  which: string,
  entries: readonly Pick<PassedOver, "path" | "details">[],
): string {
  if (entries.length === 0) return "";
  const names = entries.map(({ path, details }) => {
    const more = details.replace(/\.$/, "");
    return more === "" ? path : `${path} (${more})`;
  });
  return `ignored ${count(entries.length, "file")} ${which}: ${names.join(", ")}`;
}

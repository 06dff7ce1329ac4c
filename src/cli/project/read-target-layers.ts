import { prepareDeployment } from "../../compile-documents.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { withoutV } from "../../kuberay/version.ts";
import type { CommandLineIo } from "../io/io.ts";
import { readText } from "../io/read-text.ts";
import type { LocatedTarget } from "./located-target.ts";
import type { RememberedOutputs } from "./remembered-outputs.ts";
import { digestOf } from "./remembered-outputs.ts";

/** What is the same for every request of a target, read once. */
export async function readTargetLayers(target: LocatedTarget, strict: boolean, io: CommandLineIo) {
  const settings: TextDocument[] = [];
  for (const file of target.settings) settings.push(await readText(file, io));
  const patches: TextDocument[] = [];
  for (const file of target.patches) patches.push(await readText(file, io));
  const [base, ...settingsLayers] = settings;
  const options = {
    settingsLayers,
    strict: strict || target.strict,
    kuberayVersion: target.kuberayVersion,
    settingsAt: target.settingsAt,
    patches,
  };
  const own = target.layers.length === 0 ? [] : [target.project.text];
  const values = target.layers.map(({ data }) => data);
  let known: string | undefined;
  const identity = ({ program }: RememberedOutputs) => {
    known ??= digestOf(program, JSON.stringify([base, values, options]));
    return known;
  };
  const deployment = prepareDeployment(base, options, { layers: target.layers });
  return {
    deployment,
    kuberayVersion: withoutV(deployment.resolved.settings.kuberay_version),
    identity,
    texts: [...settings, ...patches, ...own],
  };
}

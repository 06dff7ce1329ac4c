import { manifestKinds } from "../../src/kuberay/views/manifest-view.ts";
import type { CrdChecker } from "./crd-checker.ts";
import { crdChecker } from "./crd-checker.ts";
import type { CrdRelease } from "./crd-files.ts";
import { readCrd } from "./crd-files.ts";

/** Checks manifests of every kind against the definitions of a release, each of which is read when it is first asked for. */
export function releaseChecker(release: CrdRelease): CrdChecker {
  return (manifest) => {
    const { kind }: { readonly kind?: unknown } = Object(manifest);
    const known = manifestKinds.find((each) => each === kind);
    if (known === undefined) return [`no matches for kind ${String(kind)}`];
    const name = `${known} ${release}`;
    const checker = checkers.get(name) ?? checkerOf(release, known);
    checkers.set(name, checker);
    return checker(manifest);
  };
}

const checkers = new Map<string, CrdChecker>();

function checkerOf(release: CrdRelease, kind: (typeof manifestKinds)[number]): CrdChecker {
  const definition = readCrd(release, kind);
  return definition === undefined
    ? () => [`KubeRay ${release} has no kind ${kind}.`]
    : crdChecker(definition);
}

import type { Path } from "../diagnostics/path.ts";
import type { TextMap } from "../diagnostics/plain-data.ts";
import type { UserKey } from "../kuberay/user-keys.ts";
import { userAnnotations, userLabels, whenRead } from "../kuberay/user-keys.ts";
import type { Version } from "../kuberay/version.ts";
import { formatVersion } from "../kuberay/version.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Key without effect
 *
 * A label or an annotation that KubeRay reads on a RayCluster is one that the target release reads.
 *
 * See the table of keys in src/kuberay/user-keys.ts
 */
export const keyWithoutEffect: Rule = defineRule({
  code: "key-without-effect",
  check({ labels, annotations, kuberayVersion }) {
    if (kuberayVersion === undefined) return [];
    if (labels === undefined && annotations === undefined) return [];
    return [
      ...unread(labels, userLabels, ["labels"], kuberayVersion),
      ...unread(annotations, userAnnotations, ["annotations"], kuberayVersion),
    ];
  },
});

function unread(
  map: TextMap | undefined,
  known: ReadonlyMap<string, UserKey>,
  path: Path,
  target: Version,
): readonly RuleFinding[] {
  return Object.keys(map ?? {}).flatMap((name): RuleFinding[] => {
    const key = known.get(name);
    const when = key === undefined ? undefined : whenRead(key, target);
    if (key === undefined || when === undefined) return [];
    return [
      {
        document: "request",
        path: [...path, name],
        target: "key",
        message: `KubeRay ${formatVersion(target)} does not read ${name}, which ${key.effect} ${when}.`,
        hint: `Remove ${name}.`,
      },
    ];
  });
}

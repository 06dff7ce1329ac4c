import {
  countsForRecreation,
  RECREATION,
  recreatesPods,
} from "../../kuberay/effects/recreation.ts";
import { countsForService, isReplaced } from "../../kuberay/effects/service-switch.ts";
import type { ChangeContext } from "./change-context.ts";
import type { Respelling } from "./comparison.ts";

/** What another text of the same meaning does where KubeRay compares texts; undefined where it does nothing. */
export type TextEffect = (
  respelling: Respelling,
) => { readonly effect: "recreate" | "new-cluster"; readonly reason: string } | undefined;

export function textEffect(context: ChangeContext): TextEffect {
  if (context.after.view.kind === "RayService") {
    const comes = isReplaced(context);
    return (respelling) =>
      comes && countsForService(respelling, context.target)
        ? { effect: "new-cluster", reason: "So it makes a new cluster." }
        : undefined;
  }
  const recreates = recreatesPods(context);
  return ({ trail }) =>
    recreates && countsForRecreation(trail)
      ? { effect: "recreate", reason: RECREATION }
      : undefined;
}

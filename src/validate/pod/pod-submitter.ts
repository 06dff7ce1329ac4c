import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

const ALLOWED = Object.freeze(["Never", "OnFailure"]);

/** The pod of a Job does not restart for ever. Source: Kubernetes, validateJobSpec; KubeRay sets no policy of its own. */
export const podSubmitter = definePodLaw({
  code: "pod-submitter",
  *check({ context, spec }) {
    if (context.role !== "submitter" || spec.data === undefined) return;
    const { path } = fieldAt(spec, "restartPolicy");
    const policy = ownText(spec.data, "restartPolicy") ?? "";
    if (ALLOWED.includes(policy)) return;
    // Any other word is told of by pod-enum.
    if (policy !== "" && policy !== "Always") return;
    const shown = policy === "" ? "no restart policy" : `the restart policy ${showText(policy)}`;
    const message = `The submitter's pod has ${shown}, and the Job that makes it needs Never or OnFailure.`;
    yield { path, message, hint: "Set restartPolicy to Never." };
  },
});
